import { describe, expect, it } from "vitest";
import { readEnterprise } from "../../src/bot/service/read-service.js";

describe("who says what", () => {
  it.each([
    ["普实医疗反映门口道路夜间照明不足", "普实医疗", "门口道路夜间照明不足"],
    ["普实医疗希望加快规划许可 区规划资源局 9/30", "普实医疗", "希望加快规划许可 区规划资源局 9/30"],
    ["上海新希望集团反映：门口积水", "上海新希望集团", "门口积水"],
    ["新希望公司要求加装路灯", "新希望公司", "要求加装路灯"],
  ])("%s", (said, enterprise, words) => {
    expect(readEnterprise(said)).toEqual({ enterprise, words });
  });

  it.each([
    "国华人寿 希望加快规划许可",
    "企业反映的诉求有哪些",
    "没听过的公司",
    "哪些企业提出要求了",
    "企业反映照明不足",
  ])("%s names no enterprise so", (said) => {
    expect(readEnterprise(said)?.enterprise ?? null).toBe(said.startsWith("国华") ? "国华人寿" : null);
  });
});
