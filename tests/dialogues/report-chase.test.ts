import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { OFFICE_GROUP, WANG_FANG, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/*
 * September closes on 8 October 2022: the 5th lies in the holidays, Saturday the 8th is worked in lieu. Three
 * workdays before it is 28 September, one before it 30 September, one after it Sunday the 9th, worked as well.
 */
describe("催报 in private", async () => {
  const office = await Office.open();
  const { zhang, li } = office;
  const own = office.sandbox.privateChat(ZHANG_WEI);
  const told = async (instant: string): Promise<SeenMessage[]> =>
    (await office.posted(instant, own)).filter(({ text }) => text.includes("9月进度"));
  let first: SeenMessage;
  /** Of 区建设管理委, in the order of the list. */
  const lacking = async () =>
    (await office.store.read.projects.standings(2022, { unit: "区建设管理委" }))
      .filter(
        ({ figures, project }) => !figures.reported.includes("2022-09") && project.firstMonth <= "2022-09",
      )
      .map(({ project }) => project.name);
  const codeOf = async (name: string) => (await office.store.read.projects.byName(name))?.code ?? "";

  it("not before the third workday before the close, and not before nine", async () => {
    expect(await told("2022-09-27T10:00:00+08:00")).toEqual([]);
    expect(await told("2022-09-28T08:50:00+08:00")).toEqual([]);
  });

  it("one message with the last figures of each project, and when the month closes", async () => {
    const cards = await told("2022-09-28T09:10:00+08:00");
    expect(cards).toHaveLength(1);
    first = cards[0] as SeenMessage;
    expect(first.text).toMatch(/9月进度请报：还有\d+个项目/);
    expect(first.text).toContain("10月8日关账");
    expect(first.text).toMatch(/武宁路快速化.*累计/);
    expect(await told("2022-09-28T15:00:00+08:00")).toEqual([]);
  });

  it("无变化 is one tap, and is written like a report", async () => {
    const card = await (await zhang.privately.clicks(first, "无变化")).shows("✅", "本月无变化");
    const before = Number(/还有(\d+)个项目/.exec(first.text)?.[1]);
    expect(Number(/还有(\d+)个项目/.exec(card.text)?.[1])).toBe(before - 1);
    first = card;
  });

  it("填报 opens a form; what is filled in is read as if it were typed", async () => {
    const card = await (await zhang.privately.clicks(first, "填报")).shows("本年累计投资");
    const clicked = await zhang.privately.fills(card, "报上去", { ytd: "", percent: "97", note: "收尾" });
    expect(clicked.toast).toBe("已记入");
    first = await clicked.shows("形象进度97%，收尾");
  });

  it("an empty form is not a report; a figure that is odd is asked about first", async () => {
    const card = await (await zhang.privately.clicks(first, "填报")).shows("本年累计投资");
    expect((await zhang.privately.fills(card, "报上去", {})).toast).toContain("至少填一项");
    const odd = await zhang.privately.fills(card, "报上去", { ytd: "", percent: "180", note: "" });
    expect(odd.toast).toContain("有一处要确认");
    const before = Number(/还有(\d+)个项目/.exec(card.text)?.[1]);
    // The question stands below; the list, and the project itself, keep their buttons.
    first = await odd.shows(`还有${before}个项目`, "问您一句", "180");
    expect(first.buttons.filter(({ text }) => text === "无变化")).toHaveLength(Math.min(before, 8));
    // Said once more: one question about the project, not two.
    const open = await (await zhang.privately.clicks(first, "填报")).shows("本年累计投资");
    const again = await zhang.privately.fills(open, "报上去", { ytd: "", percent: "190", note: "" });
    first = await again.shows("190");
    expect(first.text).not.toContain("180");
    expect(first.text.match(/问您一句/g)).toHaveLength(1);
    first = await (await zhang.privately.clicks(first, "无变化")).shows("本月无变化", "问您一句");
    expect(first.text).toContain(`还有${before - 1}个项目`);
  });

  it("无变化 on an older card says nothing of what was reported since", async () => {
    const [name = ""] = await lacking();
    await zhang.says(`${name} 浇筑了第三段`).gets(name);
    const entries = async () => (await office.store.read.ledger.ofProject(await codeOf(name))).length;
    const before = await entries();
    const clicked = await zhang.privately.clicks(first, "无变化");
    expect(clicked.toast).toContain("已经报过了");
    first = await clicked.shows();
    expect(await entries()).toBe(before);
  });

  it("D-1 names only what is still missing; nothing more once all is reported", async () => {
    const names = await lacking();
    const [card] = await told("2022-09-30T09:10:00+08:00");
    expect(card?.text).toContain(`还有${names.length}个项目`);
    const own = (await office.store.read.projects.standings(2022, { unit: "区建设管理委" })).map(
      ({ project }) => project.name,
    );
    expect(names.length).toBeLessThan(own.length);
    // The last line of the card names 武宁路 as an example.
    const listed = card?.text.slice(0, card.text.indexOf("也可以直接发给我")) ?? "";
    for (const name of own) expect(listed.includes(name), name).toBe(names.includes(name));
    for (const name of names) await li.says(`${name} 本月无变化`).gets(/.+/);
    expect(await told("2022-10-09T09:30:00+08:00")).toEqual([]);
  });
});

describe("催报 in the group", async () => {
  const office = await Office.open();
  const { zhang } = office;
  const about = (cards: SeenMessage[]) => cards.filter(({ text }) => text.includes("9月进度"));
  let card: SeenMessage;

  it("comes at five on the day of the close, once, and names units and no people", async () => {
    expect(about(await office.posted("2022-10-08T16:50:00+08:00"))).toEqual([]);
    const posted = about(await office.posted("2022-10-08T17:01:00+08:00"));
    expect(posted).toHaveLength(1);
    card = posted[0] as SeenMessage;
    expect(card.text).toMatch(/9月进度还差\d+家单位/);
    expect(card.text).toMatch(/区建设管理委　\d+个/);
    expect(card.text).not.toMatch(/张伟|王芳/);
  });

  it("tells whoever asks which projects are theirs", async () => {
    expect((await zhang.clicks(card, "我们单位缺哪些")).toast).toMatch(/还差\d+个：/);
  });

  it("changes in place as a report comes in, and is not posted again", async () => {
    const count = (text: string) => Number(/区建设管理委　(\d+)个/.exec(text)?.[1]);
    await zhang.says("武宁路 本月无变化").gets("武宁路");
    expect(about(await office.posted("2022-10-08T17:10:00+08:00"))).toEqual([]);
    const changed = office.sandbox.message(card.messageId);
    expect(changed.patches).toBe(1);
    expect(count(changed.text)).toBe(count(card.text) - 1);
  });

  it("says thank you when all is there", async () => {
    const all = await office.store.read.projects.standings(2022);
    for (const { project, figures } of all)
      if (!figures.reported.includes("2022-09") && project.firstMonth <= "2022-09")
        await office.li.says(`${project.name} 9月无变化`).gets(/.+/);
    await office.isNow("2022-10-08T17:20:00+08:00");
    const changed = office.sandbox.message(card.messageId);
    expect(changed.text).toContain("9月进度报齐了");
  });
});

describe("what is still missing three workdays after the close", async () => {
  const office = await Office.open();

  it("goes to the office's own group", async () => {
    // 9 October (worked), 10, 11: the third is Tuesday the 11th.
    expect(
      (await office.posted("2022-10-10T10:00:00+08:00", OFFICE_GROUP)).map(({ text }) => text).join(),
    ).not.toContain("个项目没报");
    const [card] = (await office.posted("2022-10-11T09:30:00+08:00", OFFICE_GROUP)).filter(({ text }) =>
      text.includes("个项目没报"),
    );
    expect(card?.text).toMatch(/9月进度还有\d+个项目没报/);
    expect(card?.text).toMatch(/区建设管理委　\d+个/);
  });
});

describe("催报 by hand", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;
  const own = office.sandbox.privateChat(WANG_FANG);

  it("is the office's, shows who will be asked, and leaves at a tap", async () => {
    await zhang.says("催报").gets("只有推进办能办");
    // 20 September: what lacks now is August's.
    const preview = await li.says("催报").gets("要催1个人报8月进度吗", "王芳");
    expect(office.posts(own)).toEqual([]);
    await (await li.clicks(preview, "发出")).shows("已催报", "王芳");
    await office.sandbox.idle();
    expect(
      office
        .posts(own)
        .map(({ text }) => text)
        .join(),
    ).toContain("8月进度");
  });

  it("what is answered counts for the month that was asked for, although it is closed", async () => {
    const [card] = office.posts(own).filter(({ text }) => text.includes("8月进度"));
    const reported = async () => {
      const all = await office.store.read.projects.standings(2022);
      return (month: string) => all.filter(({ figures }) => figures.reported.includes(month)).length;
    };
    const was = await reported();
    await (await wang.privately.clicks(card as SeenMessage, "无变化")).shows("✅", "本月无变化");
    const is = await reported();
    expect(is("2022-08")).toBe(was("2022-08") + 1);
    expect(is("2022-09")).toBe(was("2022-09"));
  });

  it("once an hour a chat", async () => {
    await li.says("催报").gets("刚催过", "60分钟后");
    await office.isNow("2022-09-20T11:01:00+08:00");
    await li.says("催报").gets(/要催\d+个人/);
  });
});
