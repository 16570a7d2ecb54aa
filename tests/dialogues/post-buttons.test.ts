import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** The post in the office's own group by then whose text has these words. */
async function posted(office: Office, instant: string, words: RegExp): Promise<SeenMessage> {
  const [card, ...more] = (await office.posted(`${instant}+08:00`, OFFICE_GROUP)).filter(({ text }) =>
    words.test(text),
  );
  expect(more).toEqual([]);
  return card as SeenMessage;
}

/** What a tap brings: one message below the post. */
async function below(office: Office, tap: () => Promise<unknown>): Promise<SeenMessage> {
  const [card, ...more] = await office.postedDuring(tap, OFFICE_GROUP);
  expect(more).toEqual([]);
  return card as SeenMessage;
}

const labels = ({ buttons }: SeenMessage): string[] => buttons.map(({ text }) => text);

// September closes on 8 October 2022; the 9th, 10th and 11th are workdays.
describe("what a post asks for is one tap away", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);
  let card: SeenMessage;

  it("月度关账 leads to the snapshot, to what is missing and to 催报 with its preview", async () => {
    card = await posted(office, "2022-10-09T09:30:00", /^9月已关账/);
    expect(labels(card)).toEqual(["催报", "看漏报", "看快照", "看通报"]);
    expect(card.text).not.toMatch(/发“(催报|快照|通报)/);
    const snapshot = await below(office, () => li.clicks(card, "看快照"));
    expect(snapshot.text).toContain("2022-09-1");
    // The post is there still; the tap before has drawn it anew.
    card = office.sandbox.message(card.messageId);
    expect(card.text).toMatch(/^9月已关账/);
    const preview = await below(office, () => li.clicks(card, "催报"));
    expect(preview.text).toMatch(/^要催\d+个人报9月进度吗/);
    expect(labels(preview)).toEqual(["发出", "算了"]);
  });

  it("a double tap opens one", async () => {
    let toasts: string[] = [];
    await below(office, async () => {
      const taps = await Promise.all([li.clicks(card, "看漏报"), li.clicks(card, "看漏报")]);
      toasts = taps.map(({ toast }) => toast).sort();
    });
    expect(toasts).toEqual(["卡片已经更新，请看最新的内容", "好的，在下面"]);
  });

  it("漏报清单 leads to the list by project", async () => {
    card = await posted(office, "2022-10-11T09:30:00", /^9月进度还有\d+个项目没报/);
    expect(labels(card).slice(0, 2)).toEqual(["催报", "看漏报"]);
    const count = /还有(\d+)个项目/.exec(card.text)?.[1];
    const list = await below(office, () => li.clicks(card, "看漏报"));
    expect(list.text).toContain(`9月还没报的有${count}个`);
  });

  it("whoever may not chase is refused", async () => {
    card = office.sandbox.message(card.messageId);
    const { toast } = await office.chen.in(OFFICE_GROUP).clicks(card, "催报");
    expect(toast).not.toContain("好的");
    expect(office.posts(OFFICE_GROUP).at(-1)?.text).not.toContain("要催");
  });

  it("未排会提醒 books with what is typed into it", async () => {
    card = await posted(office, "2022-10-20T10:30:00", /10月推进会还没有排/);
    const booked = await below(office, () =>
      li.fills(card, "排会", { when: "27日下午2点", place: "区府3楼" }),
    );
    expect(booked.text).toMatch(/10月27日[\s\S]*区府3楼/);
    expect(office.sandbox.message(card.messageId).text).toContain("10月推进会排好了");
  });

  it("年末结转提醒 leads to 结转", async () => {
    card = await posted(office, "2022-12-01T10:00:00", /^2022年结转开始办/);
    const carry = await below(office, () => li.clicks(card, "办结转"));
    expect(labels(carry)).toContain("逐个确认");
  });
});

// The bot is down on 28 and 30 September and on 9 and 10 October: nobody was told of September.
describe("漏报清单", async () => {
  const downtime = async () => {
    const office = await Office.open();
    await office.isNow("2022-09-27T17:00:00+08:00");
    await office.restart(() => office.sandbox.clock.set(Date.parse("2022-10-10T18:30:00+08:00")));
    return office;
  };

  it("says who was told in private", async () => {
    const office = await Office.open();
    for (const day of ["2022-09-28", "2022-09-30", "2022-10-09"]) await office.isNow(`${day}T09:10:00+08:00`);
    const { text } = await posted(office, "2022-10-11T09:30:00", /^9月进度还有/);
    expect(text).toMatch(/已私下提醒过\d人/);
  });

  it("does not say so where nobody was", async () => {
    const office = await downtime();
    const { text } = await posted(office, "2022-10-11T09:30:00", /^9月进度还有/);
    expect(text).toContain("还没有私下提醒到人。请科室联系");
  });
});
