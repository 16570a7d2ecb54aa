import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("议程", async () => {
  const office = await Office.open();
  const { li, zhang, chen, zhou } = office;
  await li.says("退订 滞后摘要").gets("已退订");
  const problem = await li.says("敦煌南路 2户未签约，请征收中心协调，9月30日前").gets("敦煌南路", "#1");
  expect(problem.text).toContain("#1");

  it("before a meeting is booked it is a draft that nobody can change", async () => {
    const card = await li.says("议程").gets("推进会议程（草）", "还没有排会");
    expect(card.buttons).toEqual([]);
  });

  // 敦煌南路's 施工许可证 was due on 8 September, 12 days before the 20th; the pace at the end of August is
  // 8/12 = 66.7%, and at the end of October 10/12 = 83.3%.
  it("is made of facts: last actions, red with obstacle and request, what is due, totals, next month", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    await chen
      .says("议程")
      .gets(
        "时间　9月27日 周二 14:00",
        "一、上次议定事项\n上次没有议定事项",
        /二、红灯项目（\d+个）\n[\s\S]*敦煌南路（真南路-金昌路）：[^\n]*#1“[^”\n]*2户未签约”，请区房屋征收中心9月30日前解决/,
        "三、请会上决定\n没有难办、合办和上报的问题",
        /四、逾期的节点（\d+个）\n[\s\S]*9月8日 敦煌南路（真南路-金昌路） 施工许可证（已逾期12天）/,
        /五、一个月内到期的节点（\d+个）\n9月\d+日/,
        "六、投资与时序\n年度计划合计35.46亿，累计完成17.62亿（49.7%），时序58.8%，差9.1个百分点",
        /七、下月安排\n10月到期：节点\d+个、议定事项0项；10月底时序83.3%\n10月\d+日/,
      );
    await li.says("#1 上报").gets("#1");
    await chen
      .says("会议议程")
      .gets("三、请会上决定\n敦煌南路（真南路-金昌路） #1“2户未签约”（已上报），区房屋征收中心牵头");
  });

  it("the office edits it; what was edited is shown, kept in the audit trail, and goes out at T-3", async () => {
    const card = await li.says("议程").gets("编辑");
    expect((await zhang.clicks(card, "编辑")).toast).toContain("推进办李敏");
    const form = await (await li.clicks(card, "编辑")).shows("保存议程", "其他事项");
    const { toast } = await li.fills(form, "保存议程", { section7: "长".repeat(481) });
    expect(toast).toBe("“其他事项”有481个字，最多480个，请精简后再保存");
    const saved = await (await li.fills(form, "保存议程", { section7: "通报立功竞赛方案" })).shows(
      "八、其他事项\n通报立功竞赛方案",
      "李敏 9月20日 10:",
      "改过",
    );
    const meeting = (await office.store.read.meetings.between(0, Number.MAX_SAFE_INTEGER))[0];
    const [entry] = await office.store.read.audit.of("meeting", String(meeting?.id), 1);
    expect(entry).toMatchObject({ what: "改议程", byName: "李敏" });
    expect(entry?.to).toContain("其他事项：通报立功竞赛方案");
    expect(saved.buttons.map(({ text }) => text)).toEqual(["编辑", "定稿", "重新生成"]);
  });

  it("a rebuild does not overwrite what was edited without asking", async () => {
    const card = await li.says("议程").gets("通报立功竞赛方案");
    const asked = await (await li.clicks(card, "重新生成")).shows("重新生成会盖掉改动，要吗？");
    const kept = await (await li.clicks(asked, "留着改过的")).shows("通报立功竞赛方案");
    await (await li.clicks(kept, "定稿")).shows("推进会议程（定稿）");
  });

  it("T-3 brings what was kept; a move takes it along", async () => {
    await li.says("会议改到9月28日").gets("推进会改了");
    const [card] = await office.posted("2022-09-23T09:05:00+08:00");
    expect(card?.text).toMatch(/^推进会议程\n/);
    expect(card?.text).toContain("通报立功竞赛方案");
    const agenda = await li.says("议程").gets("推进会议程（定稿）");
    const asked = await (await li.clicks(agenda, "重新生成")).shows("盖掉");
    const fresh = await (await li.clicks(asked, "盖掉，重新生成")).shows("推进会议程（草）");
    expect(fresh.text).not.toContain("通报立功竞赛方案");
  });

  it("is inside only", async () => {
    await zhou.says("议程").gets("只在内部说");
  });
});

describe("纪要", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;
  await li.says("退订 滞后摘要").gets("已退订");

  it("has attendance, agenda and actions, and is plain text to print", async () => {
    await li.says("纪要").gets("还没有纪要");
    await li.says("排会 9月20日下午2点 区府3楼").gets("已排");
    const next = await zhang.says("推进会什么时候开").gets("下次推进会");
    const once = await (await zhang.clicks(next, "参会")).shows("参会1人：张伟");
    await (await wang.fills(once, "请假·换人", { standIn: "孙工" })).shows("请假1人：王芳（孙工替会）");
    const agenda = await li.says("议程").gets("定稿");
    await (await li.clicks(agenda, "定稿")).shows("（定稿）");
    await office.isNow("2022-09-20T14:30:00+08:00");
    await li.says("议定 区建管委 9/30 完成管线迁改方案").gets("议1");
    const card = await zhang
      .says("纪要")
      .gets(
        "9月20日重大项目推进会纪要",
        "时间　9月20日 周二 14:00\n地点　区府3楼",
        "参会1人：张伟\n请假1人：王芳（孙工替会）\n还没回复2人：陈主任、李敏",
        "二、红灯项目",
        "议定1项：未到期1\n议1 区建设管理委 完成管线迁改方案（9月30日，还有10天，待知悉）",
      );
    const text = await (await zhang.clicks(card, "文字版")).shows("重大项目推进会\n时间　9月20日");
    expect(text.buttons).toEqual([]);
  });
});

describe("a long agenda", async () => {
  const office = await Office.open();
  const { li, zhang, chen } = office;
  await li.says("退订 滞后摘要").gets("已退订");
  await li.says("排会 10月13日下午2点 区府3楼").gets("已排");
  await li.says("敦煌南路 2户未签约，请征收中心协调，9月30日前").gets("#1");
  const cardOf = (title: string) => office.posts().findLast(({ text }) => text.startsWith(title));

  // September has eight open milestones and more due from 10 October to 10 November.
  it("comes after the notice", async () => {
    const [card] = await office.posted("2022-09-29T09:05:00+08:00");
    expect(card?.text).toMatch(/^推进会预告/);
    expect(card?.buttons.map(({ text }) => text)).toContain("参会");
  });

  it("has the answers on top, eight items a section, and the rest behind a button", async () => {
    const [card] = await office.posted("2022-10-10T09:05:00+08:00");
    const text = card?.text ?? "";
    expect(text.indexOf("参会")).toBeLessThan(text.indexOf("一、上次议定事项"));
    const [, soon = ""] = /五、一个月内到期的节点（\d+个）\n([\s\S]*?)\n六、/.exec(text) ?? [];
    expect(soon.split("\n").slice(0, -1)).toHaveLength(8);
    expect(soon).toMatch(/\n另有\d+项$/);
    expect(soon).not.toContain("逾期");
    expect(text).not.toContain("会上再看");
    if (!card) throw new Error("no card");
    const whole = await (await zhang.clicks(card, "全部议程")).shows("收起议程");
    expect(whole.text).not.toMatch(/另有\d+项/);
    await (await zhang.clicks(whole, "收起议程")).shows("另有");
  });

  it("a day that is past is said to be, and neither lead nor day is asked for where they are known", async () => {
    const { text } = await li.says("议程").gets("推进会议程");
    expect(text).toContain("#1“2户未签约”，应在9月30日解决，已逾期10天，请区房屋征收中心抓紧解决");
    expect(text).not.toContain("请定牵头单位和期限");
  });

  it("names the next month's milestones", async () => {
    await li.says("议程").gets(/11月到期：节点\d+个、议定事项0项；11月底时序91.7%\n11月30日 /);
  });

  it("an answer shows on the newest card, wherever it is given; the cards before it send there", async () => {
    await office.isNow("2022-10-10T09:06:00+08:00");
    await office.settled();
    const first = cardOf("推进会预告");
    expect(first?.text).toContain("参会、请假请在最新的那张通知上点");
    expect(first?.buttons).toEqual([]);
    await chen.says("会议我参加").gets("已记下：参会");
    await office.isNow("2022-10-10T09:07:00+08:00");
    await office.settled();
    expect(cardOf("推进会议程（草）")?.text).toContain("参会1人：陈主任");
  });

  it("so does one on another card of the meeting, and on that of whoever answers otherwise", async () => {
    const booked = await zhang.says("推进会什么时候开").gets("下次推进会", "参会1人：陈主任");
    await (await zhang.clicks(booked, "请假")).shows("请假1人：张伟");
    await office.isNow("2022-10-10T09:08:00+08:00");
    await office.settled();
    const newest = cardOf("推进会议程（草）");
    expect(newest?.text).toContain("参会1人：陈主任\n请假1人：张伟");
    if (!newest) throw new Error("no card");
    await (await zhang.clicks(newest, "参会")).shows("参会2人：陈主任、张伟");
  });

  it("on the day the figures are the snapshot's, whatever has come since", async () => {
    const closed = (await li.says("快照 9月").gets("快照")).text;
    await office.wang.says("加油站9月累计完成2500万").gets("加油站");
    const [card] = await office.posted("2022-10-13T08:40:00+08:00");
    expect(card?.text).toContain("会上用的数：9月关账时的，快照 2022-09-1；关账以后报的不在内");
    const [lamps = "none"] = /共\d+个：🔴\d+ 🟡\d+ 🟢\d+ ⚪\d+/u.exec(closed) ?? [];
    const [sums = "none"] = /年度计划合计[^（]*/u.exec(closed) ?? [];
    expect(card?.text).toContain(lamps);
    expect(card?.text).toContain(sums);
  });
});
