import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { EXTERNAL_GROUP, OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { filesIn } from "../support/documents.js";
import { Office } from "../support/office.js";
import type { Voice } from "../support/voice.js";

/** The last card that the bot has sent somebody by itself. */
function handedTo(office: Office, who: Voice): SeenMessage {
  const card = office.posts(who.chat).findLast(({ msgType }) => msgType === "interactive");
  if (!card) throw new Error("nothing was sent");
  return card;
}

/** 李敏 submits what `通报` shows; 陈主任, asked in private, reviews: the card that he signs. */
async function toSign(office: Office, words = "8月通报草稿"): Promise<SeenMessage> {
  const li = office.li.privately;
  const chen = office.chen.privately;
  const draft = await li.says("通报").gets(words);
  await (await li.clicks(draft, "送审")).shows("待审核");
  return (await chen.clicks(handedTo(office, chen), "审核通过")).shows("待签发");
}

const kinds = (messages: readonly SeenMessage[]) => messages.map(({ msgType }) => msgType);
const runsIn = (office: Office, chatId: string) =>
  office.store.read.schedule.hasRun({ job: "月度通报", chatId, subject: "1", period: "2022-08" });

// The clock begins on Tuesday 20 September 2022; the 24th is a Saturday, and Monday the 26th a workday.
describe("月度通报, signed on a Saturday night", async () => {
  const office = await Office.open();
  const { sandbox } = office;
  const chen = office.chen.privately;

  it("is signed at once, and says when it goes out and to whom", async () => {
    const card = await toSign(office);
    sandbox.clock.set(Date.parse("2022-09-24T23:30:00+08:00"));
    const posted = await office.postedDuring(async () => {
      const clicked = await chen.clicks(card, "签发");
      expect(clicked.toast).toBe(
        "已签发：普桃推办通报〔2022〕1号，9月26日上午8:30以后发到2个群：重大项目推进群、推进办内部群",
      );
      await clicked.shows("已签发，9月26日上午8:30以后发到2个群", "陈主任9月24日签发，不能再改");
      await office.isNow("2022-09-24T23:31:00+08:00");
      await office.zhang.says("通报").gets("普桃推办通报〔2022〕1号", "9月26日上午8:30以后发到各群");
      await office.isNow("2022-09-26T08:30:00+08:00");
    });
    expect(posted).toEqual([]);
    const [entry] = await office.store.read.audit.of("bulletin", "2022-08", 1);
    expect(entry?.to).toContain("9月26日上午8:30以后发到2个群");
  });

  it("goes out on Monday after half past eight, once, with its documents", async () => {
    const before = office.posts(OFFICE_GROUP).length;
    const posted = await office.posted("2022-09-26T08:37:00+08:00");
    for (const [chat, own] of [
      [PROJECT_GROUP, posted],
      [OFFICE_GROUP, office.posts(OFFICE_GROUP).slice(before)],
    ] as const) {
      expect(kinds(own)).toEqual(["interactive", "file", "file"]);
      expect(own[0]?.text).toContain("普桃推办通报〔2022〕1号");
      expect(await runsIn(office, chat)).toBe(true);
    }
    expect(await runsIn(office, EXTERNAL_GROUP)).toBe(false);
    const later = await office.posted("2022-09-26T09:00:00+08:00");
    expect(later.filter(({ text }) => text.includes("通报〔2022〕"))).toEqual([]);
  });

  it("went up once: both groups, and whoever downloads it, are sent the same two files", async () => {
    const card = await chen.says("通报").gets("下载文件");
    const sent = await office.postedDuring(async () => {
      await (await chen.clicks(card, "下载文件")).shows();
    }, chen.chat);
    const keys = (messages: readonly SeenMessage[]) =>
      messages.filter(({ msgType }) => msgType === "file").map(({ content }) => String(content.file_key));
    expect(keys(sent)).toHaveLength(2);
    for (const chat of [PROJECT_GROUP, OFFICE_GROUP]) expect(keys(office.posts(chat))).toEqual(keys(sent));
    expect((await filesIn(sandbox, sent)).map(({ name }) => name.slice(-4))).toEqual(["docx", "xlsx"]);
  });
});

describe("who gets the 月度通报", async () => {
  const office = await Office.open();
  const li = office.li;
  const chen = office.chen.privately;

  it("a group that is bound does not, and the signer is told so", async () => {
    await li.says("绑定 武宁路").gets();
    await li.says("订阅列表").gets(/还可以订阅：[\s\S]*月度通报/);
    await li
      .in(OFFICE_GROUP)
      .says("订阅列表")
      .gets(/✅ 月度通报　签发后马上发[\s\S]*签发了才有/);
    const posted = await office.postedDuring(async () => {
      const clicked = await chen.clicks(await toSign(office), "签发");
      expect(clicked.toast).toContain("现在发到1个群：推进办内部群");
      await clicked.shows("不发：重大项目推进群（绑定了单位或项目，没有订阅）");
      await office.isNow("2022-09-20T10:40:00+08:00");
    });
    expect(posted).toEqual([]);
    expect(office.posts(OFFICE_GROUP).some(({ text }) => text.includes("〔2022〕1号"))).toBe(true);
  });

  it("nothing is put off or known ahead: 预览 and 改时间 say so", async () => {
    await li.says("预览 月度通报").gets("接下来没有排定的时间：签发了才有");
    await li.says("改时间 月度通报 9:40").gets("月度通报签发了才有，时间不用改");
  });

  it("where it subscribes on purpose it gets the next one, not the last; who turns it off gets none", async () => {
    await li.says("订阅 月度通报").gets("已订阅 月度通报");
    await li.in(OFFICE_GROUP).says("退订 月度通报").gets("已退订 月度通报");
    expect(await office.posted("2022-09-20T10:50:00+08:00")).toEqual([]);
    await office.zhang.says("敦煌南路8月底累计1.05亿").gets("记为更正");
    const card = await li.privately.says("通报").gets("签发后有更正");
    await (await li.privately.clicks(card, "出更正通报")).shows("8月更正通报草稿");
    const before = office.posts(OFFICE_GROUP).length;
    const posted = await office.postedDuring(async () => {
      const clicked = await chen.clicks(await toSign(office, "8月更正通报草稿"), "签发");
      await clicked.shows("现在发到1个群：重大项目推进群", "不发：推进办内部群（退订了）");
      await office.isNow("2022-09-20T11:10:00+08:00");
    });
    expect(kinds(posted)).toEqual(["interactive", "file", "file"]);
    expect(posted[0]?.text).toContain("更正通报");
    expect(office.posts(OFFICE_GROUP)).toHaveLength(before);
  });
});

describe("月度通报 over a silence and a downtime", async () => {
  const office = await Office.open();
  const chen = office.chen.privately;

  it("a silent group is left out for good; the bot that was down posts it when it is back", async () => {
    await office.li.in(OFFICE_GROUP).says("静音 3天").gets("已静音");
    const card = await toSign(office);
    office.sandbox.clock.set(Date.parse("2022-09-20T20:00:00+08:00"));
    await (await chen.clicks(card, "签发")).shows(
      "9月21日上午8:30以后发到1个群",
      "不发：推进办内部群（静音）",
    );
    const before = office.posts(OFFICE_GROUP).length;
    const posted = await office.postedAfterDowntime("2022-09-29T10:00:00+08:00");
    const own = posted.filter(({ text }) => text.includes("通报〔2022〕"));
    expect(kinds(own)).toEqual(["interactive", "file", "file"]);
    expect(
      office
        .posts(OFFICE_GROUP)
        .slice(before)
        .filter(({ text }) => text.includes("〔2022〕1号")),
    ).toEqual([]);
  });
});
