import { describe, expect, it } from "vitest";
import { courtesyOf, isCourtesy } from "../../src/language/courtesy.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

describe("courtesies", () => {
  it.each([
    ["谢谢", "thanks"],
    ["谢谢靠谱！", "thanks"],
    ["收到，谢谢", "thanks"],
    ["辛苦了", "thanks"],
    ["🙏", "thanks"],
    ["你好", "greeting"],
    ["早上好", "greeting"],
    ["在吗？", "greeting"],
    ["好的", "acknowledged"],
    ["收到", "acknowledged"],
    ["OK", "acknowledged"],
    ["[OK]", "acknowledged"],
    ["👍", "praise"],
    ["👍👍👍", "praise"],
    ["[赞]", "praise"],
    ["哈哈哈", "praise"],
  ])("%s: %s", (text, kind) => {
    expect(courtesyOf(text)).toBe(kind);
    expect(isCourtesy(text)).toBe(true);
    expect(understand(text, { now: NOW, names: NAMES }).items).toEqual([{ intent: "none" }]);
  });

  it.each(["谢谢，武宁路65%", "好的方案", "武宁路", "", "不好"])("%s is none", (text) => {
    expect(courtesyOf(text)).toBeUndefined();
  });
});
