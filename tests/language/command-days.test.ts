import { describe, expect, it } from "vitest";
import { buildNameIndex } from "../../src/language/names.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const { naming } = NAMES;
/** The names of the bot, which has 节点 among its commands. */
const names = buildNameIndex({
  ...naming,
  commands: [...naming.commands, { name: "节点", aliases: ["到期节点"] }],
});
const read = (text: string) => understand(text, { now: NOW, names }).items;

describe("a command's words that name days", () => {
  it.each([
    ["节点 下月", { from: "2022-10-01", to: "2022-10-31" }],
    ["节点 10月", { from: "2022-10-01", to: "2022-10-31" }],
    ["节点：10月份", { from: "2022-10-01", to: "2022-10-31" }],
    ["到期节点 四季度", { from: "2022-10-01", to: "2022-12-31" }],
    ["节点 建管委 10月", { unit: "区建设管理委", from: "2022-10-01", to: "2022-10-31" }],
    ["节点 市属重大 下月", { class: "市属重大", from: "2022-10-01", to: "2022-10-31" }],
    ["节点 武宁路 10月", { project: "武宁路快速化", from: "2022-10-01", to: "2022-10-31" }],
  ])("are the question about them: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "query", about: "milestones", ...expected }]);
  });

  it.each(["节点 火星", "节点 火星 10月", "节点 建管委"])("stay the command: %s", (text) => {
    expect(read(text)).toMatchObject([{ intent: "command", name: "节点", rest: text.slice(3) }]);
  });
});
