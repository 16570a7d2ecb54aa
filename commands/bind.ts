import type { Answer, Command } from "../src/bot/command.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

/** 绑定: an outside group sees the projects it is bound to, and nothing else. */
export const bind: Command = {
  name: "绑定",
  aliases: ["绑定项目"],
  topic: "管理",
  summary: "外部群只能看绑定的项目；“绑定 清空”全部解除",
  examples: ["绑定 武宁路", "绑定 武宁路 603"],
  act: "chat.bind",
  async run(turn, call) {
    if (call.rest === "清空") {
      await turn.tx.chats.unbind(turn.chat.chatId);
      return said("已解除", "本群不再绑定任何项目。");
    }
    const projects = await turn.tx.projects.all();
    const names = (codes: readonly string[]) =>
      projects.flatMap(({ code, name }) => (codes.includes(code) ? [typed(name, 40)] : [])).join("、");
    const here = async () => names(await turn.tx.chats.projects(turn.chat.chatId));
    const words = call.rest.split(/[\s,，、]+/).filter(Boolean);
    if (words.length === 0)
      return said("没有改动", `现在绑定的：${(await here()) || "没有"}。要绑定请写项目名，如“绑定 武宁路”。`);
    const found = words.map((word) => ({
      word,
      project: projects.find(({ name, aliases }) => name === word || aliases.includes(word)),
    }));
    const missing = found.filter(({ project }) => !project);
    if (missing.length > 0)
      return said(
        "没有改动",
        `${missing.map(({ word }) => `没有找到“${typed(word, 30)}”。`).join("")}请写项目名，如“绑定 武宁路”。`,
      );
    await turn.tx.chats.bind(
      turn.chat.chatId,
      found.flatMap(({ project }) => project?.code ?? []),
    );
    return said(
      "已绑定",
      turn.chat.external
        ? `本群可以看：${await here()}。`
        : `绑定了：${await here()}。这里是内部的会话，现在能看全部项目；有外单位的人进来以后，只能看绑定的。`,
    );
  },
};

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: title === "没有改动" ? "grey" : "green", blocks: [text(sentence)] } };
}
