import { describe, expect, it } from "vitest";
import { readAbsence } from "../../src/language/absence.js";

/** Tuesday */
const NOW = Date.parse("2022-09-20T10:00:00+08:00");

describe("how people say until when they are away", () => {
  it.each([
    ["我请假到9月30日", "2022-09-20", "2022-09-30"],
    ["我请假到周五", "2022-09-20", "2022-09-23"],
    ["我请假到月底", "2022-09-20", "2022-09-30"],
    ["我9月21日到9月22日请假", "2022-09-21", "2022-09-22"],
    ["我下周一到周五出差", "2022-09-26", "2022-09-30"],
    ["我从明天起请假3天", "2022-09-21", "2022-09-23"],
    ["我请假两天", "2022-09-20", "2022-09-21"],
    ["我请假一周", "2022-09-20", "2022-09-26"],
    ["我明天请假", "2022-09-21", "2022-09-21"],
  ])("%s: %s to %s", (said, from, until) => {
    expect(readAbsence(said, NOW)).toEqual({ from, until, who: expect.stringMatching(/^我从?$/) });
  });

  it.each([
    ["我请假到周五，副手王五", "王五"],
    ["我请假到周五，有事找@李四", "@李四"],
    ["我请假两天，工作由李四负责", "李四"],
    ["@张伟 请假到9月30日 副手 王五", "王五"],
  ])("%s: %s stands in", (said, deputy) => {
    expect(readAbsence(said, NOW)).toMatchObject({ deputy });
  });

  it.each([
    ["我请假", "no-until"],
    ["我国庆期间请假", "no-until"],
    ["我明天起请假", "no-until"],
    ["我请假到2月30日", "impossible"],
    ["我请假到昨天", "over"],
  ])("%s is asked back: %s", (said, fault) => {
    expect(readAbsence(said, NOW)).toEqual({ fault });
  });
});
