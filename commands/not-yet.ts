import type { Command } from "../src/bot/command.js";
import { text } from "../src/cards/card.js";
import { untyped } from "./untyped.js";

/** 还不会: what people ask for and this bot does not keep: it says so, and what comes nearest. */
export const notYet: Command = {
  ...untyped,
  name: "还不会",
  act: "look",
  insideOnly: "排名只在内部看。",
  async run() {
    const sentence = "排名我还不做。可以看“滞后”“总览”，或“滞后 区建管委”看一个单位。";
    return { card: { title: "这个还不会", tone: "grey", blocks: [text(sentence)] } };
  },
};
