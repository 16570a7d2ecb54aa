import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string) => understand(text, { now: NOW, names: NAMES }).items;

describe("questions about a sort of projects", () => {
  it.each([
    ["道路类8月滞后的", { about: "lagging", kind: "道路" }],
    ["区属重大道路红灯", { about: "lagging", class: "区属重大", kind: "道路", lamp: "red" }],
    ["前期项目滞后的", { about: "lagging", stage: "前期" }],
    ["哪些地块没报", { about: "unreported", kind: "地块" }],
    ["道路类下月节点", { about: "milestones", kind: "道路", from: "2022-10-01", to: "2022-10-31" }],
    ["道路类还差多少", { about: "shortfall", kind: "道路" }],
    ["道路类比上月", { about: "compare", kind: "道路" }],
  ])("%s", (text, fields) => {
    expect(read(text)).toEqual([expect.objectContaining({ intent: "query", ...fields })]);
  });

  it.each([
    ["轨交项目情况", "列表"],
    ["在建的有几个", "列表"],
    ["前期阶段的项目有哪些", "列表"],
    ["建管委的道路", "列表"],
    ["红灯的道路", "滞后"],
    ["道路8月完成多少", "总览"],
    ["建管委道路类完成多少了", "总览"],
    ["谁说到做到了", "说到做到率"],
  ])("%s: %s", (text, name) => {
    expect(understand(text, { now: NOW, names: NAMES }).wish).toMatchObject({ name, rest: text });
  });

  it("a class is no kind, and a project's question has no sort", () => {
    expect(read("土地收储完成多少亩了")[0]).not.toHaveProperty("kind");
    expect(read("敦煌南路道路部分进度怎么样")[0]).not.toHaveProperty("kind");
  });

  it.each(["前期手续还没办完", "前期工作正在推进", "道路", "在建", "道路施工受阻", "地块正在平整"])(
    "%s: no question",
    (text) => {
      for (const item of read(text)) expect(["none", "ask"]).toContain(item.intent);
    },
  );
});
