import { describe, expect, it } from "vitest";
import { nudges, posts } from "../../jobs/index.js";
import { nudgeTurn } from "../../src/bot/nudging.js";
import { postTurn } from "../../src/bot/post-turn.js";
import { nextRuns } from "../../src/bot/schedule/next-runs.js";
import { EXTERNAL_GROUP, OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("预览", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;
  const privateOf = (openId: string) =>
    office.posts(office.sandbox.privateChat(openId)).filter(({ text }) => text.startsWith("预览"));

  // The next digest of the group is that of Monday 26 September, some minutes before 09:10.
  it("in a group goes to whoever asks, alone, and says so", async () => {
    const before = office.posts().length;
    await zhang.says("预览 滞后摘要").gets("预览私下发给您了", "群里没有发");
    await office.settled();
    const [card, ...more] = privateOf(zhang.openId);
    expect(more).toEqual([]);
    expect(card?.text).toMatch(/^预览：滞后摘要：\d+个/);
    expect(card?.text).toMatch(/9月26日 09:10 会这样发到“重大项目推进群”，这份只有您看得到/);
    expect(card?.text).toContain("敦煌南路（真南路-金昌路）");
    expect(card?.buttons).toEqual([]);
    expect(privateOf(wang.openId)).toEqual([]);
    expect(office.posts()).toHaveLength(before);
  });

  it("claims no run and moves no mark: the digest itself comes, and is the group's first", async () => {
    expect(await office.store.read.projects.lampMarks(`digest:${PROJECT_GROUP}`)).toEqual(new Map());
    const [digest, ...more] = await office.posted("2022-09-26T09:10:00+08:00");
    expect(more).toEqual([]);
    expect(digest?.text).toMatch(/^滞后摘要：\d+个/);
    expect(digest?.text).not.toContain("与上次相比");
  });

  it("what has changed since is in the preview and, as much, in the post", async () => {
    await wang.says("加油站累计完成1900万").gets("🟢");
    await zhang.says("预览 滞后摘要").gets("预览私下发给您了");
    await office.settled();
    expect(privateOf(zhang.openId).at(-1)?.text).toContain("9月滞后摘要");
    expect(privateOf(zhang.openId).at(-1)?.text).toContain("加油站");
    const [digest] = await office.posted("2022-10-09T09:10:00+08:00");
    expect(digest?.text).toContain("→🟢 加油站");
  });

  it("in private is the answer itself", async () => {
    const card = await zhang.privately.says("预览 报送进度").gets("预览：", "会这样发给您", "家单位");
    expect(card.buttons).toEqual([]);
  });

  it("a post without a date says so", async () => {
    await zhang.says("预览 推进会提醒").gets("推进会提醒现在没有可以预览的", "还没有排会");
  });

  it("an unknown one, or one that is not for here, is said", async () => {
    await li.says("预览").gets("没有这个提醒", "可以预览的有：推进会提醒、滞后摘要、报送进度");
    await li.says("预览 天气").gets("没有“天气”");
    await li.says("预览 漏报清单").gets("这里预览不了", "推进办的群");
    await li.says("预览 催报提醒").gets("这里预览不了", "私聊");
    await li.in(EXTERNAL_GROUP).says("预览 滞后摘要").gets("这里看不了");
  });

  it("the office's own in its own group", async () => {
    await li.in(OFFICE_GROUP).says("预览 未排会提醒").gets("预览私下发给您了");
    await office.settled();
    expect(privateOf(li.openId).at(-1)?.text).toContain("预览：10月推进会还没有排");
  });
});

describe("预览 of what is told in private", async () => {
  const office = await Office.open();

  it("shows what the next round would say, and tells it all the same", async () => {
    const zhang = office.zhang.privately;
    const own = office.sandbox.privateChat(office.zhang.openId);
    await zhang.says("预览 催报提醒").gets("预览：9月进度请报", "9月28日 09:05 会这样发给您");
    await zhang.says("预览 节点到期").gets(/预览：|节点到期现在没有可以预览的/);
    await office.isNow("2022-09-27T10:00:00+08:00");
    const card = await zhang.says("预览 催报提醒").gets("预览：9月进度请报", "9月28日 09:05 会这样发给您");
    expect(card.buttons).toEqual([]);
    const told = await office.posted("2022-09-28T09:10:00+08:00", own);
    expect(told.filter(({ text }) => text.includes("9月进度请报"))).toHaveLength(1);
  });
});

describe("预览 of what has not happened yet", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);
  const shown = async (words: string) => {
    await li.says(words).gets("预览私下发给您了");
    await office.settled();
    return office.posts(office.sandbox.privateChat(office.li.openId)).at(-1)?.text ?? "";
  };

  // September closes on 8 October; by 20 September ten of 34 projects have said something of it, 加油站 has not.
  it("月度关账 and 通报草稿 are made from the present figures, and said to be", async () => {
    const close = await shown("预览 月度关账");
    expect(close).toContain("预览：9月已关账　快照 2022-09-1");
    expect(close).toContain("10月9日 09:00 会这样发到");
    expect(close).toContain("9月还没有关账，这份是按现在的数算的，到时以关账的数为准");
    expect(close).toContain("已报10个，未报24个");
    const draft = await shown("预览 通报草稿");
    expect(draft).toMatch(/预览：9月通报草稿/);
    expect(draft).toContain("10月10日 09:30 会这样发到");
    expect(draft).toContain("9月还没有关账");
  });

  it("leaves nothing behind: the month closes on its day, with what is known then", async () => {
    expect(await office.store.read.months.snapshot("2022-09")).toBeNull();
    expect(await office.store.read.bulletins.draft("2022-09")).toBeNull();
    await office.wang.says("加油站9月累计完成2000万").gets("加油站");
    const posted = await office.posted("2022-10-09T09:00:00+08:00", OFFICE_GROUP);
    expect(posted.find(({ text }) => text.startsWith("9月已关账"))?.text).toContain("已报11个，未报23个");
  });
});

describe("预览 of a personal post", async () => {
  const office = await Office.open();
  const { chen, zhang } = office;

  it("is that of the day on which it comes next, at the time that the list gives", async () => {
    await chen.privately.says("订阅列表").gets("9月26日（周一）09:05　领导简报");
    await chen.privately.says("预览 领导简报").gets("预览：领导简报", "9月26日 09:05 会这样发给您");
    await zhang.privately.says("订阅列表").gets("9月28日（周三）09:05　催报提醒");
    await zhang.privately.says("预览 催报提醒").gets("9月28日 09:05 会这样发给您");
  });

  it("looks some days ahead where it comes on any day, and says how far", async () => {
    // Five workdays from the next round, that of Wednesday 21 September.
    const card = await chen.privately.says("预览 问题到期").gets("问题到期现在没有可以预览的");
    expect(card.text).toContain("看到9月28日，按现在的账没有到期要告诉您的");
  });
});

describe("a run reads only", async () => {
  const office = await Office.open();

  it("has a meeting and a bulletin to speak of", async () => {
    await office.li.says("排会 9月29日下午2点 区府3楼").gets("9月29日");
    await office.li.privately.says("通报").gets("8月通报草稿");
  });

  // The connections for reading refuse every write. August closed on 5 September, within the runs looked at.
  it.each(posts.map((post) => [post.name, post] as const))("%s", async (_name, post) => {
    const tx = office.store.read;
    const now = Date.parse("2022-08-25T10:00:00+08:00");
    const meetings = await tx.meetings.between(now, now + 60 * 24 * 3_600_000);
    const bulletins = [{ id: 1, month: "2022-08", signedAt: now, goesOutAt: now + 1 }];
    const slots = nextRuns(post, { chatId: PROJECT_GROUP, weekly: null, meetings, bulletins }, now, 5);
    expect(slots.length).toBeGreaterThan(0);
    for (const slot of slots) {
      const turn = await postTurn(tx, PROJECT_GROUP, slot.at);
      if (!turn) throw new Error("no chat");
      await post.run(turn, slot);
      await post.foretell?.(turn, slot);
    }
  });

  it.each(nudges.map((nudge) => [nudge.name, nudge] as const))("%s", async (_name, nudge) => {
    const turn = await nudgeTurn(office.store.read, Date.parse("2022-09-28T09:10:00+08:00"));
    const notices = await nudge.due(turn);
    if (notices.length > 0) await nudge.tell(turn, notices.slice(0, 1));
  });
});
