import { describe, expect, it } from "vitest";
import { actedOn, understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string) => actedOn(understand(text, { now: NOW, names: NAMES }));

describe("plain words about teams and people", () => {
  it.each([
    ["603联络员换成@李四", "班子"],
    ["把603的负责人改为张三", "班子"],
    ["设联络员 @张三 603 606", "班子"],
    ["让张三当603的联络员", "班子"],
    ["603的班子有谁", "班子"],
    ["区建管委的联络员换成@张伟", "联络员"],
    ["哪些单位没有联络员", "联络员"],
    ["张伟负责什么", "谁负责"],
    ["区建管委负责什么", "谁负责"],
    ["区建管委的责任清单", "责任清单"],
    ["我们单位要办什么", "责任清单"],
    ["我请假到9月30日，副手王五", "休假"],
    ["@张伟 请假到9月30日", "休假"],
    ["我回来了", "休假"],
    ["把张伟的工作交接给@王五", "交接"],
  ])("%s goes to %s as it is", (text, name) => {
    expect(read(text)).toEqual([{ intent: "command", name, rest: text, text }]);
  });

  it.each([
    ["603负责人换成李四了，形象进度65%", "report"],
    ["武宁路 形象进度65%，联络员张伟", "report"],
    ["603卡在管线搬迁，张伟负责，9月底前", "problem"],
    ["603谁负责", "query"],
    ["张伟负责管线搬迁", "none"],
    ["大家请假的跟我说一声", "none"],
  ])("%s stays a %s", (text, intent) => {
    const items = read(text);
    expect(items.filter((item) => item.intent === "command")).toEqual([]);
    expect(items.map((item) => item.intent)).toContain(intent);
  });
});
