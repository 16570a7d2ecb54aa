import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../src/paths.js";
import { Office } from "../support/office.js";

const WEEK = [
  "各位好，本周进展如下：",
  "1、武宁路快速化：形象进度66%，管线搬迁推进中。",
  "2、敦煌南路：形象进度45%。",
  "3、武南路：完成2000万。",
  "4、中央绿地：形象进度70%。",
  "5、养老院：本月无进展。",
  "6、603地块：办证中。",
  "下周三上午召开现场协调会请大家准时参加。",
].join("\n");

const projects = (
  JSON.parse(readFileSync(join(ROOT, "seeds/projects.json"), "utf8")) as { projects: { name: string }[] }
).projects;

describe("a pasted report of the week", async () => {
  const office = await Office.open();
  const { li, zhang, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("is shown first, line by line, with what is asked and what was left out; nothing is written", async () => {
    const before = await percent("S-06");
    const card = await li
      .says(WEEK)
      .gets(
        "请核对",
        "还没有记账",
        "60% → 66%",
        "问您",
        "没有读出内容",
        "下周三上午召开现场协调会",
        "全部记入",
      );
    expect(await percent("S-06")).toBe(before);
    await (await li.clicks(card, "都不记")).shows("都没有记");
    expect(await percent("S-06")).toBe(before);
  });

  it("is written at one tap, without the lines that were dropped, with what was chosen", async () => {
    const card = await li.says(WEEK).gets("请核对");
    const chosen = await li.clicks(card, "9月完成 2000万");
    expect(chosen.toast).toBe("已选，和其他的一起记入");
    const shown = await chosen.shows("武南路", "9月投资", "全部记入（6个）");
    const dropped = await li.clicks(shown, "不记");
    const ready = await dropped.shows("还是记", "全部记入（5个）");
    const saved = await li.clicks(ready, "全部记入（5个）");
    expect(saved.toast).toBe("已记入");
    await saved.shows("已记入 5 个项目", "按您说的没有记：", "撤销");
    expect((await store.read.ledger.latest("S-06", 1))[0]?.words).not.toContain("本周进展");
  });

  it("is nobody else's to save", async () => {
    const card = await li.says(WEEK.replace("66%", "67%")).gets("请核对");
    const tapped = await zhang.clicks(card, "都不记");
    expect(tapped.toast).toContain("请填报人自己或推进办来点");
    await (await li.clicks(card, "都不记")).shows("都没有记");
  });

  it("writes nothing before its yes, though every line was dropped and a question answered", async () => {
    let card = await li.says(WEEK.replace("66%", "68%")).gets("请核对", "全部记入（5个）");
    for (let line = 5; line > 0; line--)
      card = await (await li.clicks(card, "不记")).shows(line > 1 ? `全部记入（${line - 1}个）` : "都不记");
    const before = await store.read.ledger.latest("R-04", 1);
    const chosen = await li.clicks(card, "9月完成 2000万");
    const ready = await chosen.shows("还没有记账", "全部记入（1个）");
    expect(await store.read.ledger.latest("R-04", 1)).toEqual(before);
    await (await li.clicks(ready, "都不记")).shows("都没有记");
    expect(await store.read.ledger.latest("R-04", 1)).toEqual(before);
  });

  it("is its author's, though the office presses the button", async () => {
    const card = await zhang
      .says("武宁路71%\n敦煌南路15%\n武南路正常施工\n外环抬升正常施工\n皋兰山路正常施工")
      .gets("请核对");
    const button = /全部记入（\d+个）/.exec(card.text)?.[0] ?? "";
    await (await li.clicks(card, button)).shows("已记入", "张伟");
    expect((await store.read.ledger.latest("S-06", 1))[0]).toMatchObject({ saidByName: "张伟" });
    await zhang.says("撤销").gets("已撤销");
  });

  it("names no row of a table as left out that was read", async () => {
    const table = [
      "项目\t形象进度",
      ...["武宁路", "敦煌南路", "武南路", "中央绿地", "603地块"].map((name) => `${name}\t72%`),
    ];
    const { text } = await li.says(table.join("\n")).gets("请核对");
    expect(text).not.toContain("没有读出内容");
  });

  it("that is taken back cannot be saved any more", async () => {
    const said = li.says(WEEK.replace("66%", "73%"));
    const card = await said.gets("请核对");
    office.sandbox.control.recall(said.said.messageId);
    await office.settled();
    const closed = await office.sandbox.changed(card.messageId, { times: 1 });
    expect(closed.text).toContain("原消息撤回了，5个项目都没有记");
    expect(closed.buttons).toEqual([]);
  });

  it("is settled in words, too: a line, a question, all of it", async () => {
    const card = await li.says(WEEK.replace("66%", "69%")).gets("请核对");
    await li.says("敦煌南路不记").gets("不记", "还有4个项目等您点“全部记入”");
    await li.says("9月的").gets("还有5个项目等您点“全部记入”");
    await li.says("全部记入").gets(/已记入 \d 个项目/, "在上面那张卡片上");
    expect((await office.sandbox.changed(card.messageId, { times: 3 })).text).toMatch(/已记入/);
    expect(await percent("S-06")).toBe(69);
    await li.says("撤销").gets("已撤销");
    await li.says(WEEK.replace("66%", "70%")).gets("请核对");
    await li.says("算了").gets("这份都没有记");
    expect(await percent("S-06")).not.toBe(70);
  });

  it("of all projects comes in pages, each within the platform's limits, and is written as a whole", async () => {
    const all = projects.map(({ name }, index) => `${index + 1}. ${name}：现场第${index}号作业面正常施工。`);
    const card = await li.says(all.join("\n")).gets(`读出${projects.length}个项目`, "第1／3页", "下一页");
    const second = await (await li.clicks(card, "下一页")).shows("第2／3页", "上一页");
    const third = await (await li.clicks(second, "下一页")).shows("第3／3页");
    const saved = await li.clicks(third, `全部记入（${projects.length}个）`);
    const written = await saved.shows(`已记入 ${projects.length} 个项目`, "第1／3页", "撤销");
    await (await li.clicks(written, "撤销")).shows("已撤销");
  });

  it("lapses after a day, with a word", async () => {
    const card = await li.says(WEEK.replace("66%", "68%")).gets("请核对");
    await office.isNow("2022-09-21T10:30:00+08:00");
    const lapsed = await office.sandbox.changed(card.messageId, { times: 1 });
    expect(lapsed.text).toContain("一天没有点“全部记入”，5个项目都没有记。要记请再发一次。");
    expect(lapsed.text).toContain("一天没有回答，没有记");
    expect(await percent("S-06")).not.toBe(68);
  });
});

describe("how much of it is read at once", async () => {
  const office = await Office.open();
  const { li, store } = office;
  const names = Array.from(
    { length: 61 },
    (_, index) => `示范${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${"梅兰竹菊松柏桂"[index % 7]}园`,
  );
  const week = (count: number) =>
    names
      .slice(0, count)
      .map((name, index) => `${name}：形象进度${index + 1}%`)
      .join("\n");
  await store.transaction((tx) =>
    tx.projects.keepProjects(
      names.map((name, index) => ({
        code: `T-${index}`,
        name,
        aliases: [],
        class: "区属重大",
        classBasis: null,
        kind: "施工",
        stage: "施工",
        facts: "",
        unit: null,
        firstMonth: "2022-01",
      })),
    ),
  );

  it("is 60 projects", async () => {
    const card = await li.says(week(60)).gets("读出60个项目", "第1／5页");
    await (await li.clicks(card, "全部记入（60个）")).shows("已记入 60 个项目");
    expect((await store.read.ledger.figures("T-59")).percent?.value).toBe(60);
  });

  it("a longer list is refused with the limit, and nothing of it is written", async () => {
    await li.says(week(61)).gets("一次最多报60个项目，这条有61个，没有记账");
    expect((await store.read.ledger.figures("T-60")).percent).toBeUndefined();
  });
});
