import { describe, expect, it } from "vitest";
import type { TeamMember } from "../../src/domain/project.js";
import { changedTeam, handedOver, namesIn } from "../../src/domain/team.js";

const member = (part: string, name: string, openId: string | null = null): TeamMember => ({
  part,
  name,
  openId,
  unit: "区建设管理委",
});
const who = (name: string, openId: string | null = null) => ({ name, openId, unit: null });
const team = [member("负责人", "郑工"), member("联络员", "张伟", "ou_zhang"), member("成员", "赵工")];

describe("changedTeam", () => {
  it("a single part takes the place of who was there; the order is that of the parts", () => {
    const next = changedTeam(team, { part: "分管领导", how: "set", people: [who("陈主任", "ou_chen")] });
    expect(next.map(({ part, name }) => `${part} ${name}`)).toEqual([
      "负责人 郑工",
      "联络员 张伟",
      "分管领导 陈主任",
      "成员 赵工",
    ]);
    const again = changedTeam(next, { part: "分管领导", how: "set", people: [who("吴主任")] });
    expect(namesIn(again, "分管领导")).toBe("吴主任");
  });

  it("members are added, once each, and taken out by name or account", () => {
    const more = changedTeam(team, { part: "成员", how: "add", people: [who("钱工"), who("赵工")] });
    expect(namesIn(more, "成员")).toBe("钱工、赵工");
    expect(namesIn(changedTeam(more, { part: "成员", how: "remove", people: [who("赵工")] }), "成员")).toBe(
      "钱工",
    );
    const byAccount = changedTeam(team, { part: "联络员", how: "remove", people: [who("张科", "ou_zhang")] });
    expect(namesIn(byAccount, "联络员")).toBeNull();
  });

  it("taken out without a name, the place is empty", () => {
    const next = changedTeam(team, { part: "负责人", how: "remove", people: [] });
    expect(namesIn(next, "负责人")).toBeNull();
    expect(next).toHaveLength(2);
  });
});

describe("handedOver", () => {
  it("all places go, and nobody stands twice in one", () => {
    const full = [...team, member("成员", "张伟", "ou_zhang"), member("成员", "小刘", "ou_liu")];
    const next = handedOver(full, who("张伟", "ou_zhang"), {
      ...who("小刘", "ou_liu"),
      unit: "区绿化市容局",
    });
    expect(next.map(({ part, name }) => `${part} ${name}`)).toEqual([
      "负责人 郑工",
      "联络员 小刘",
      "成员 赵工",
      "成员 小刘",
    ]);
  });

  it("a namesake with another account stays", () => {
    const next = handedOver(
      [member("联络员", "张伟", "ou_other")],
      who("张伟", "ou_zhang"),
      who("小刘", "ou_liu"),
    );
    expect(namesIn(next, "联络员")).toBe("张伟");
  });
});
