import type { Command } from "../src/bot/command.js";
import { text } from "../src/cards/card.js";
import type { QueryItem } from "../src/language/items.js";
import { untyped } from "./untyped.js";

/** 还不会: what people ask for and this bot does not keep: it says so, and what comes nearest. */
export const notYet: Command = {
  ...untyped,
  name: "还不会",
  allowed: "read",
  insideOnly: "排名和问题清单只在内部看。",
  async run(_turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const sentence =
      asked?.about === "ranking"
        ? "排名我还不做。可以看“滞后”“总览”，或“滞后 区建管委”看一个单位。"
        : "问题清单我还没有建。项目的卡点记在文字进展里，可以发“历史 项目名”看。";
    return { card: { title: "这个还不会", tone: "grey", blocks: [text(sentence)] } };
  },
};
