import { describe, expect, it } from "vitest";
import type { CardAction } from "../../src/sandbox/card-text.js";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { LI_MIN, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** The demonstration's clock stands at Tuesday 2022-09-20, 10:00. */
const roundOf = (office: Office, openId: string) => async (day: string) =>
  (await office.posted(`${day}T09:10:00+08:00`, office.sandbox.privateChat(openId))).filter(({ text }) =>
    /到期：/.test(text),
  );
const only = (cards: SeenMessage[]): SeenMessage => {
  const [card, more] = cards;
  if (!card || more) throw new Error(`${cards.length} cards`);
  return card;
};
const onLine = (label: string, key: string) => (action: CardAction) =>
  action.text === label && JSON.stringify(action.element).includes(key);
const milestoneOf = async (office: Office, code: string, name: string) =>
  (await office.store.read.projects.standing(code, 2022))?.figures.milestones[name];
const reportedOf = async (office: Office, code: string) =>
  (await office.store.read.projects.standing(code, 2022))?.figures.reported ?? [];

describe("延期 answers when, and is no report of the month", async () => {
  const office = await Office.open();
  const { zhang, li } = office;
  const round = roundOf(office, ZHANG_WEI);
  let card: SeenMessage;

  it("a vague day is asked back, and nothing is written", async () => {
    await zhang.says("武宁路计划10月28日结构封顶").gets("结构封顶");
    card = only(await round("2022-10-21"));
    card = await (await zhang.privately.clicks(card, onLine("延期", "结构封顶"))).shows("延到哪天");
    for (const date of ["下个月", "10月中旬", "尽快", "2月30日", "11月1日或11月8日"]) {
      const { toast } = await zhang.privately.fills(card, "提交", { date, reason: "钢结构没到货" });
      expect(toast).toContain("没有写到哪一天");
    }
    expect(await milestoneOf(office, "S-06", "结构封顶")).toMatchObject({ planned: "2022-10-28" });
    expect(office.sandbox.message(card.messageId).patches).toBe(card.patches);
  });

  it("the card tells the old day and the one that was written, and why", async () => {
    const before = await reportedOf(office, "S-06");
    const filled = await zhang.privately.fills(card, "提交", { date: "11月底", reason: "钢结构没到货" });
    card = await filled.shows("10月28日 → 11月30日，原因：钢结构没到货");
    expect(await milestoneOf(office, "S-06", "结构封顶")).toMatchObject({
      planned: "2022-11-30",
      revisions: [{ from: "2022-10-28", to: "2022-11-30", reason: "钢结构没到货" }],
    });
    expect(await reportedOf(office, "S-06")).toEqual(before);
    const entries = await office.store.read.ledger.ofProject("S-06");
    expect(entries.filter(({ measure }) => measure === "note").map(({ words }) => words)).not.toContainEqual(
      expect.stringContaining("钢结构没到货"),
    );
  });

  it("nor in words; what was done behind it is", async () => {
    const before = await reportedOf(office, "S-06");
    expect(before.at(-1)).not.toBe("2022-10");
    await zhang.says("武宁路结构封顶延期到12月20日，因为电力排期").gets("12月20日", "电力排期");
    expect(await reportedOf(office, "S-06")).toEqual(before);
    await zhang.says("武宁路 存在问题：管线没迁，请区建管委协调").gets("已登记 #1");
    expect(await reportedOf(office, "S-06")).toEqual(before);
    await zhang.says("武宁路 浇筑了第三段顶板").gets("武宁路");
    expect((await reportedOf(office, "S-06")).at(-1)).toBe("2022-10");
  });

  it("在 催报 the project is still asked for: 李敏 sees it among those not reported", async () => {
    await zhang.says("S5抬升计划12月28日开工").gets("开工");
    await zhang.says("S5抬升开工延期到12月30日，原因：方案没批").gets("12月30日");
    await li.says("S5抬升10月报了吗").gets(/没报|未报|还没/);
  });
});

describe("what was said in the meantime", async () => {
  const office = await Office.open();
  const { zhang } = office;
  const round = roundOf(office, ZHANG_WEI);
  const promises = async () =>
    (await office.store.read.audit.of("project", "S-06", 20)).filter(({ to }) => to === "能按期");

  it("能按期 on a milestone that is finished is not taken, and the line says so", async () => {
    await zhang.says("武宁路计划10月28日结构封顶").gets("结构封顶");
    const card = only(await round("2022-10-21"));
    await zhang.says("武宁路10月20日结构封顶已完成").gets("结构封顶");
    const clicked = await zhang.privately.clicks(card, onLine("能按期", "结构封顶"));
    expect(clicked.toast).toContain("10月20日已完成");
    await clicked.shows(/✅ 武宁路.*\n10月20日已完成/);
    expect(await promises()).toEqual([]);
  });

  it("nor on one that was put off; 延期 does not open its form either", async () => {
    await zhang.says("武宁路计划11月4日评审").gets("评审");
    const card = only(await round("2022-10-28"));
    await zhang.says("武宁路评审延期到11月25日，因为绿化没完").gets("11月25日");
    const clicked = await zhang.privately.clicks(card, onLine("延期", "评审"));
    expect(clicked.toast).toContain("11月4日 → 11月25日");
    await clicked.shows(/✅ 武宁路.*\n11月4日 → 11月25日/);
    expect(await promises()).toEqual([]);
  });

  it("能按期 after the day has passed is no promise", async () => {
    await zhang.says("武宁路计划11月11日管线搬迁").gets("管线搬迁");
    const card = only(await round("2022-11-04"));
    office.sandbox.clock.set(Date.parse("2022-11-12T10:00:00+08:00"));
    const clicked = await zhang.privately.clicks(card, onLine("能按期", "管线搬迁"));
    expect(clicked.toast).toContain("11月11日已经过了");
    expect(await promises()).toEqual([]);
  });
});

describe("a due card with many lines", async () => {
  const office = await Office.open();
  const { zhang } = office;
  const round = roundOf(office, ZHANG_WEI);
  const all = (await office.store.read.projects.standings(2022, { unit: "区建设管理委" }))
    .map(({ project }) => project.name)
    .filter((name) => !name.includes("敦煌南路"))
    .slice(0, 5);
  const linesOf = ({ text }: SeenMessage) =>
    all.flatMap((name) =>
      ["结构封顶", "管线搬迁"]
        .filter((milestone) => text.includes(`${name}　${milestone}　10月28日`))
        .map((m) => name + m),
    );
  let card: SeenMessage;

  it("shows eight, and the rest at a tap, none of them answered", async () => {
    for (const name of all) {
      await zhang.says(`${name}计划10月28日结构封顶`).gets("结构封顶");
      await zhang.says(`${name}计划10月28日管线搬迁`).gets("管线搬迁");
    }
    // Ten of these, and two milestones of 敦煌南路 that have been late since September and October.
    card = only(await round("2022-10-21"));
    expect(card.text).toContain("节点到期：12项");
    expect(card.buttons.filter(({ text }) => text === "延期")).toHaveLength(8);
    const first = linesOf(card);
    const next = await (await zhang.privately.clicks(card, "还有4项")).shows();
    expect(next.buttons.filter(({ text }) => text === "延期")).toHaveLength(4);
    expect(new Set([...first, ...linesOf(next)]).size).toBe(10);
    card = await (await zhang.privately.clicks(next, "上一页")).shows("还有4项");
    expect(linesOf(card)).toEqual(first);
  });

  it("an answer that is asked about leaves the other lines with their buttons, and its own", async () => {
    const [name = ""] = all;
    const form = await (await zhang.privately.clicks(card, onLine("延期", "管线搬迁"))).shows("延到哪天");
    // Over since two weeks, and no delay.
    const answered = await zhang.privately.fills(form, "提交", { date: "10月3日", reason: "写错了" });
    card = await answered.shows("节点到期：12项", "问您一句", "说的是哪一天", name);
    expect(answered.toast).toContain("有一处要确认");
    expect(card.buttons.filter(({ text }) => text === "延期")).toHaveLength(8);
    const next = await (await zhang.privately.clicks(card, "还有4项")).shows("节点到期：12项");
    expect(next.buttons.filter(({ text }) => text === "延期")).toHaveLength(4);
    // The question is answered below; the list stays, and its line tells what has become of it.
    const later = await (
      await zhang.privately.clicks(next, (action: CardAction) => action.text.startsWith("2023-10-03"))
    ).shows("节点到期：12项");
    const first = await (await zhang.privately.clicks(later, "上一页")).shows();
    const again = await zhang.privately.clicks(first, onLine("延期", "管线搬迁"));
    expect(again.toast).toContain("没有再记：10月28日 → 2023年10月3日");
    await again.shows("节点到期：11项");
  });
});

describe("申请销号 that comes when the office has been told of the delay", async () => {
  const office = await Office.open();
  const { zhang, li } = office;
  const round = roundOf(office, LI_MIN);

  it("is brought to the office at the next round, although the stage is the same", async () => {
    await zhang.says("武宁路管线没迁，请区建管委牵头，9月23日前解决").gets("#1");
    // 8 October is the fifteenth day after 23 September, and worked in lieu.
    expect(only(await round("2022-10-08")).text).toContain("9月23日（已逾期15天）");
    await zhang.says("#1 管线已迁完，申请销号").gets("申请销号");
    const card = only(await round("2022-10-09"));
    expect(card.text).toContain("已申请销号，等推进办核实");
    expect(await round("2022-10-10")).toEqual([]);
    await li.says("#1 退回，还差一段").gets("退回");
    await zhang.says("#1 都迁完了，申请销号").gets("申请销号");
    const again = only(await round("2022-10-11"));
    await (await li.privately.clicks(again, "同意销号")).shows("✅");
    expect((await office.store.read.problems.find(1))?.state).toBe("closed");
    const old = await li.privately.clicks(card, "同意销号");
    expect(old.toast).toContain("已销号");
  });
});
