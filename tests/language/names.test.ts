import { describe, expect, it } from "vitest";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import { normalise } from "../../src/language/text/normalise.js";
import { NAMES } from "./corpus.js";

const found = (text: string) =>
  findMentions(normalise(text).text, NAMES).map(({ projects, unit }) => projects[0]?.name ?? unit);

describe("names", () => {
  it.each([
    ["武宁路", "武宁路快速化"],
    ["武 宁 路", "武宁路快速化"],
    ["武\u200b宁路", "武宁路快速化"],
    ["武寧路", "武宁路快速化"],
    ["wuninglu", "武宁路快速化"],
    ["Wu Ning Lu", "武宁路快速化"],
    ["ｅ４", "E4地块扩大用地"],
    ["十四号线", "轨交14号线"],
    ["六零三地块", "603地块"],
    ["615/616", "615、616地块"],
    ["中央绿地泵站", "中央绿地排水泵站及调蓄池"],
    ["新金环88 88%", "新金环88广场"],
    ["新金环 88%", "新金环88广场"],
    ["建管委", "区建设管理委"],
  ])("%s", (text, name) => {
    expect(found(text)).toEqual([name]);
  });

  it.each(["603万", "1603", "606亩", "E41", "114号线", "第603号"])("%s is none", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("does not let a figure grow together with a name", () => {
    const text = normalise("新金环 88%").text;
    expect(mask(text, findMentions(text, NAMES))).toMatch(/ 88%$/);
  });

  it.each([
    ["五宁路", ["武宁路快速化"]],
    ["外环", ["外环普陀段抬升", "金昌路外环立交", "外环生态公园带桃浦段"]],
    ["敦煌路", ["敦煌南路（真南路-金昌路）"]],
    ["地块", []],
  ])("%s comes near %j", (word, names) => {
    expect(NAMES.near.find(word)).toEqual(names);
  });
});
