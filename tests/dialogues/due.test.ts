import { describe, expect, it } from "vitest";
import type { CardAction } from "../../src/sandbox/card-text.js";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { DIRECTOR_CHEN, LI_MIN, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** What the round of a day tells a person in private. */
const rounds = (office: Office) => (day: string, openId: string) =>
  office.posted(`${day}T09:10:00+08:00`, office.sandbox.privateChat(openId));
/** The button of one line among several. */
const onLine = (label: string, key: string) => (action: CardAction) =>
  action.text === label && JSON.stringify(action.element).includes(key);
const words = (cards: SeenMessage[]) => cards.map(({ text }) => text).join("\n");

describe("节点到期", async () => {
  const office = await Office.open();
  const { zhang } = office;
  const round = rounds(office);
  let card: SeenMessage;

  it("a completion is announced a month ahead, another milestone a week, each to the contact, once", async () => {
    await zhang.says("武宁路计划10月28日结构封顶").gets("结构封顶");
    await zhang.says("S5抬升计划11月18日开工").gets("开工");
    // 10-19 is 30 days before 18 November and 9 before 28 October.
    const [first] = await round("2022-10-19", ZHANG_WEI);
    expect(first?.text).toContain("开工");
    expect(first?.text).toContain("11月18日（还有30天）");
    expect(first?.text).not.toContain("结构封顶");
    // 10-21, a Friday: seven days before the 28th.
    const [second] = await round("2022-10-21", ZHANG_WEI);
    if (!second) throw new Error("nothing was told");
    card = second;
    expect(card.text).toContain("10月28日（还有7天）");
    expect(card.text).not.toContain("11月18日");
    expect(words(await round("2022-10-24", ZHANG_WEI))).not.toContain("结构封顶");
  });

  it("能按期 is kept as a promise and is no report", async () => {
    const before = await office.store.read.ledger.ofProject("S-06");
    card = await (await zhang.privately.clicks(card, "能按期")).shows("✅", "能按期");
    expect(await office.store.read.ledger.ofProject("S-06")).toHaveLength(before.length);
    const [kept] = await office.store.read.audit.of("project", "S-06", 1);
    expect(kept).toMatchObject({ byName: "张伟", to: "能按期" });
  });

  it("late: 延期 takes a day and a reason, and the new day has reminders of its own", async () => {
    // 29 October is a Saturday; the milestone is two days late on Monday the 31st.
    const [late] = await round("2022-10-31", ZHANG_WEI);
    expect(late?.text).toContain("已逾期3天");
    const form = await (await zhang.privately.clicks(late as SeenMessage, onLine("延期", "结构封顶"))).shows(
      "延到哪天",
    );
    await (await zhang.privately.fills(form, "提交", { date: "11月30日", reason: "钢结构没到货" })).shows(
      "✅",
    );
    const standing = await office.store.read.projects.standing("S-06", 2022);
    expect(standing?.figures.milestones.结构封顶).toMatchObject({
      planned: "2022-11-30",
      firstPlanned: "2022-10-28",
    });
    expect(words(await round("2022-11-23", ZHANG_WEI))).toContain("11月30日（还有7天）");
  });

  it("two weeks late it reaches the office", async () => {
    // Put off to 30 November: 15 December is the fifteenth day after it.
    expect(words(await round("2022-12-08", LI_MIN))).not.toContain("11月30日");
    expect(words(await round("2022-12-15", LI_MIN))).toContain("11月30日（已逾期15天）");
  });
});

describe("问题到期", async () => {
  const office = await Office.open();
  const { zhang, li } = office;
  const round = rounds(office);

  it("a problem goes to whoever leads it, and is answered from the card", async () => {
    await zhang.says("武宁路管线没迁，请区建管委牵头，9月23日前解决").gets("#1");
    const [card] = await round("2022-09-21", ZHANG_WEI);
    expect(card?.text).toContain("#1");
    expect(card?.text).toContain("9月23日（还有2天）");
    const form = await (await zhang.privately.clicks(card as SeenMessage, "申请销号")).shows("佐证");
    await (await zhang.privately.fills(form, "提交", { words: "管线已迁完" })).shows("✅");
    expect((await office.store.read.problems.find(1))?.state).toBe("resolve-asked");
  });

  it("an action of a meeting, too", async () => {
    await li.says("议定 区建管委 9月30日 完成管线迁改方案").gets("议1");
    const [card] = await round("2022-09-28", ZHANG_WEI);
    expect(card?.text).toContain("议1");
    expect(card?.text).toContain("还有2天");
    const form = await (await zhang.privately.clicks(card as SeenMessage, onLine("延期", "议1"))).shows(
      "延到哪天",
    );
    await (await zhang.privately.fills(form, "提交", { date: "10月20日", reason: "电力公司排期" })).shows(
      "✅",
    );
    expect((await office.store.read.actions.find(1))?.due).toBe("2022-10-20");
  });
});

describe("容缺补件", async () => {
  const office = await Office.open();
  const { wang } = office;
  const round = rounds(office);

  it("asks for the paper before its day", async () => {
    await wang.says("容缺 606 工规证 9月30日").gets("容缺");
    const { WANG_FANG } = await import("../../src/sandbox/scene.js");
    const [card] = await round("2022-09-27", WANG_FANG);
    expect(card?.text).toContain("9月30日（还有3天）");
    const form = await (await wang.privately.clicks(card as SeenMessage, "延期")).shows("延到哪天");
    await (await wang.privately.fills(form, "提交", { date: "10月20日", reason: "材料没齐" })).shows("✅");
  });
});

describe("领导简报", async () => {
  const office = await Office.open();
  const round = rounds(office);

  it("three lines once a week, to leaders in private", async () => {
    const [card] = office.posts(office.sandbox.privateChat(DIRECTOR_CHEN));
    const lines = card?.text.split("\n").filter((line) => /^(?:🔴|📌|📈)/u.test(line)) ?? [];
    expect(lines.map((line) => [...line][0])).toEqual(["🔴", "📌", "📈"]);
    // Beside the three there are the title, the label of the demonstration and where it can be read on.
    expect(card?.text.split("\n")).toHaveLength(lines.length + 3);
    expect(card?.text).toMatch(/红灯\d+个/);
    expect(card?.text).toMatch(/要您决定/);
    expect(card?.text).toMatch(/年末约完成.+占年度计划/);
    expect(await round("2022-09-21", DIRECTOR_CHEN)).toEqual([]);
    expect(await round("2022-09-26", DIRECTOR_CHEN)).toHaveLength(1);
  });
});
