import { describe, expect, it } from "vitest";
import { withoutStrangers } from "../../src/bot/report/strangers.js";
import type { Turn } from "../../src/bot/turn.js";
import { understand } from "../../src/language/understand.js";
import { NAMES } from "../language/corpus.js";

const NOW = Date.parse("2022-09-20T10:00:00+08:00");

/** What is refused of a clause that follows one of 武宁路. */
function refused(clause: string): string[] {
  const words = `武宁路形象进度69%，${clause}`;
  const { items } = understand(words, { now: NOW, names: NAMES, closedMonth: "2022-08" });
  expect(items.length).toBeGreaterThan(0);
  const turn = { names: NAMES, words } as Turn;
  return withoutStrangers(turn, items).strangers.map(({ sentence }) => sentence);
}

describe("works that are not in the ledger", () => {
  it.each([
    "北横通道完成80%",
    "北横通道管线搬迁受阻",
    "北横通道10月20日竣工",
    "北横通道计划10月20日竣工",
    "北横通道主体结构封顶",
    "上海图书馆问题已解决",
    "虹桥枢纽主体受阻",
    "长寿路变电站卡在用地手续",
    "上中路高架管线未搬迁",
  ])("%s: is not of the project before", (clause) => {
    expect(refused(clause)).toEqual([expect.stringContaining(`“${clause}”`)]);
  });

  it.each([
    "主线高架完成80%",
    "西段高架计划10月20日完工",
    "南北两侧人行通道完成80%",
    "地下通道管线搬迁受阻",
    "办公大楼主体封顶",
    "教学大楼10月20日封顶",
    "完成高架桥面铺装",
    "受北横通道影响管线搬迁受阻",
    "因北横通道施工交通组织方案未批",
    "与北横通道交叉处管线受阻",
    "卡点是北横通道管线没搬",
    "北横通道口管线搬迁受阻",
    "中环高架段管线搬迁受阻",
    "内环高架下管线搬迁受阻",
    "真北变电站搬迁受阻",
    "架空线和变电站搬迁受阻",
    "北横通道的管线挡住了武宁路",
  ])("%s: is of the project", (clause) => {
    expect(refused(clause)).toEqual([]);
  });
});
