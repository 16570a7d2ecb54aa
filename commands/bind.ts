import { brief } from "../src/bot/brief.js";
import type { Answer, ClickAnswer, Command } from "../src/bot/command.js";
import { recordChanges } from "../src/bot/record-change.js";
import { bindUnits, boundNames, boundUnits } from "../src/bot/schedule/bound.js";
import { namedToBind } from "../src/bot/schedule/named-to-bind.js";
import { askWaiting } from "../src/bot/tax/on-start.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

const OFFICE_GROUP = /^(?:推进办|办公室)(?:的|内部)*群?$/;
const NO_OFFICE_GROUP = /^(?:取消|解除|不是)推进办(?:的|内部)*群?$/;

/**
 * 绑定: an outside group sees the projects it is bound to, and nothing else; an inside one has posts about what
 * it is bound to, projects or units; one group is the office's own.
 */
export const bind: Command = {
  name: "绑定",
  aliases: ["绑定项目"],
  topic: "管理",
  summary:
    "外部群只能看绑定的项目；内部群的定时消息只讲绑定的项目和单位；“绑定 清空”全部解除；“绑定 推进办群”把本群定为推进办内部群",
  examples: ["绑定 武宁路", "绑定 区建管委"],
  act: "chat.bind",
  async run(turn, call) {
    const { chatId } = turn.chat;
    if (OFFICE_GROUP.test(call.rest)) return askOffice(turn);
    if (NO_OFFICE_GROUP.test(call.rest)) return setOffice(turn, false);
    const before = await boundNames(turn);
    if (call.rest === "清空") {
      await turn.tx.chats.unbind(chatId);
      await bindUnits(turn.tx, chatId, []);
      await keep(turn, before);
      return said("已解除", "本群不再绑定任何项目和单位。要再绑定请发“绑定 项目名”。");
    }
    const words = call.rest.split(/[\s,，、]+/).filter(Boolean);
    if (words.length === 0)
      return said(
        "没有改动",
        `现在绑定的：${typedNames(before) || "没有"}。要绑定请写项目名或单位名，如“绑定 武宁路”。`,
      );
    const found = await namedToBind(turn, words);
    if ("sentence" in found) return said("没有改动", found.sentence);
    await turn.tx.chats.bind(chatId, found.codes);
    if (found.units.length > 0) {
      const units = new Set([...(await boundUnits(turn.tx, chatId)), ...found.units]);
      await bindUnits(turn.tx, chatId, [...units]);
    }
    const here = await keep(turn, before);
    return said(
      "已绑定",
      turn.chat.external
        ? `本群可以看：${here}。`
        : `绑定了：${here}。这里是内部的会话，现在能看全部项目，滞后摘要、报送进度只讲绑定的；有外单位的人进来以后，只能看绑定的项目。`,
    );
  },
  clicks: {
    office: {
      async run(turn): Promise<ClickAnswer> {
        const answer = await setOffice(turn, true);
        return { toast: answer.card.title, ...answer };
      },
    },
    leave: {
      run: async () => ({ toast: "好的，没有改", card: said("没有改动", "本群照旧。").card }),
    },
  },
};

const typedNames = (names: readonly string[]): string => names.map((name) => typed(name, 40)).join("、");

/** What the chat is bound to now; kept in the audit trail where that is another than before. */
async function keep(turn: Turn, before: readonly string[]): Promise<string> {
  const [from, to] = [typedNames(before), typedNames(await boundNames(turn))];
  if (from !== to)
    await recordChanges(turn, {
      subject: "chat",
      subjectId: turn.chat.chatId,
      what: "绑定项目",
      from: from || null,
      to: to || "没有",
    });
  return to;
}

/** Much is shown in the office's own group, so it takes a second word. */
function askOffice({ chat }: Turn): Answer {
  if (chat.external || chat.type !== "group")
    return said("没有改动", "推进办内部群只能是没有外单位的群，请到那个群里发“绑定 推进办群”。");
  if (chat.office) return said("没有改动", "本群已经是推进办内部群。不是了请发“绑定 取消推进办群”。");
  return {
    card: {
      title: "定为推进办内部群？",
      tone: "orange",
      blocks: [
        text("定了以后，排名、成交价、留税情况会在这里显示，群里每个人都看得到。请先看一下群里都有谁。"),
        buttons(
          { label: "定为推进办内部群", does: "office", look: "danger" },
          { label: "算了", does: "leave" },
        ),
      ],
    },
  };
}

async function setOffice(turn: Turn, isOffice: boolean): Promise<Answer> {
  const { chat } = turn;
  if (isOffice && (chat.external || chat.type !== "group")) return askOffice(turn);
  if (chat.office === isOffice)
    return said("没有改动", isOffice ? "本群已经是推进办内部群。" : "本群本来就不是推进办内部群。");
  await turn.tx.chats.setOffice(chat.chatId, isOffice, turn.now);
  await recordChanges(turn, {
    subject: "chat",
    subjectId: chat.chatId,
    what: "推进办内部群",
    from: isOffice ? "不是" : "是",
    to: isOffice ? "是" : "不是",
  });
  const asked = isOffice ? await askWaiting(turn) : 0;
  return isOffice
    ? said(
        "已定为推进办内部群",
        `排名、成交价、留税情况从现在起可以在这里看。${asked > 0 ? `以前报开工、还没有问的${asked}个项目，总包单位现在问在这里。` : ""}不是了请发“绑定 取消推进办群”。`,
      )
    : said("不再是推进办内部群", "排名、成交价、留税情况不再在这里显示。要恢复请发“绑定 推进办群”。");
}

function said(title: string, sentence: string): Answer {
  return brief(title, sentence, title === "没有改动" ? "grey" : "green");
}
