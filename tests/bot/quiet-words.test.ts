import { describe, expect, it } from "vitest";
import { quietTime } from "../../src/bot/schedule/quiet-words.js";

describe("the time in a wish for quiet", () => {
  it.each([
    ["这两天别发提醒", "两天"],
    ["安静两天", "两天"],
    ["这周先别发了", "这周"],
    ["国庆期间别打扰我们", "国庆期间"],
    ["今天别发提醒了", "今天"],
    ["安静到周五吧", "到周五"],
    ["暂停提醒三天", "三天"],
    ["别吵了", ""],
    ["群里先别发提醒了", ""],
  ])("%s: %s", (words, time) => {
    expect(quietTime(words)).toBe(time);
  });
});
