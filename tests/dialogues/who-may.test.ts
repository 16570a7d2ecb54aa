import { describe, expect, it } from "vitest";
import { ACTS, type Act } from "../../src/domain/acts.js";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";
import type { Voice } from "../support/voice.js";

/** What comes of it: `+` it is done; else the refusal, or `-` where it is answered and nothing of it is shown. */
const CODES: Record<string, string> = {
  R: "not-registered",
  Y: "not-yours",
  O: "office-only",
  L: "leader-reads",
  A: "not-allowed",
  P: "not-in-this-chat",
  I: "inside-only",
  H: "not-here",
};

interface Row {
  act: Act;
  says: string;
  done: RegExp;
  /** outsider, not registered, reporter of another unit, reporter of the own unit, leader, office */
  cells: string;
  where?: "office" | "private";
}

const row = (act: Act, says: string, done: RegExp, cells: string, where?: Row["where"]): Row => ({
  act,
  says,
  done,
  cells,
  ...(where ? { where } : {}),
});

/** 武宁路 is of 张伟's unit and bound to the outside group; 603 is of 王芳's. `.` is not there to ask. */
const ROWS: readonly Row[] = [
  row("look", "查 武宁路", /武宁路快速化/, "++++++"),
  row("look", "查 603", /603地块/, "H+++++"),
  row("report", "武宁路 61%", /形象进度/, "RRY+L+"),
  row("problem.raise", "武宁路2户未签约，请征收中心协调，9月30日前", /#1　武宁路快速化/, "RRY+L+"),
  row("problem.handle", "#1 已开协调会", /#1 办理中/, "RRY+L+"),
  row("problem.extend", "#1 延期到10月10日，原因疫情", /期限 9月30日 → 10月10日|10月10日不比它晚/, "RRY+L+"),
  row("problem.ask-up", "#1 上报", /科级 → 办级|办级 → 区级|#1 办理中/, "RRY+++"),
  row("problem.send-up", "#1 上报区政府", /#1 办理中/, "RRYO++"),
  row("problem.ask-close", "#1 已解决，申请销号", /→ 申请销号|已经申请销号/, "RRY+L+"),
  row("problem.return", "#1 退回，还有1户", /→ 退回|#1 办理中/, "RRY+L+"),
  row("problem.close", "#1 销号", /#1 已销号/, "RRYOL+"),
  row("project.change", "改项目 武宁路 总投资5亿 原因 概算批复", /总投资　?.*5亿/, "OOOOO+"),
  row("plan.freeze", "签约 武宁路", /签约冻结/, "OOOOO+"),
  row("control.set", "改控制数 区属重大 年度计划 128亿 原因 市里重新核定", /127\.9亿 → 128亿/, "OOOOO+"),
  row("rule.set", "改规则 区属重大 黄80 红55", /点“生效”才算/, "OOOOO+"),
  row(
    "team.set",
    "班子 武宁路 联络员 @小刘",
    /联络员 张伟 → 小刘|本来就是：武宁路快速化 联络员 小刘/,
    "RRY+A+",
  ),
  row("meeting.arrange", "排会 9月27日下午2点 区府3楼", /已排/, "IOOOO+"),
  row("meeting.decide", "议定 区建管委 9/30 完成武宁路管线迁改方案", /已记议定事项/, "IOOOO+"),
  row("action.handle", "议1 已开工", /已记进展/, "IRY+A+"),
  row("month.close", "关账 9月", /9月还没过完/, "OOOOO+"),
  row("year.carry", "结转", /2022年结转/, "OOOOO+"),
  row("ranking.look", "排名", /8月排名/, "IRAAPP"),
  row("ranking.look", "排名", /8月排名/, "....++", "office"),
  row("bulletin.draft", "通报 8月", /8月通报草稿/, "IRAAPP"),
  row("bulletin.draft", "通报 8月", /8月通报草稿|8月通报还没有起草/, ".RAA++", "private"),
  row("bulletin.sign", "通报 8月", /8月通报草稿/, "....++", "office"),
  row("promise.look", "说到做到率 区建管委", /说到做到率　区建设管理委/, "IRY+++"),
  row("audit.look", "谁改的武宁路责任单位", /武宁路快速化.*谁改的/, "IRY+++"),
  row("audit.look", "改动记录", /的改动/, "IR++++"),
  row("report", "603控规已批复", /已记入 603地块/, "HR+YL+"),
  row("land.price", "地块 利欧", /成交价12\.34/, "H-----"),
  row("land.price", "地块 利欧", /成交价12\.34/, ".---++", "private"),
  row("land.price", "地块 利欧", /成交价12\.34/, "....++", "office"),
  row("tax.handle", "留税", /留税：/, "OOOOOP"),
  row("tax.handle", "留税", /留税：/, ".OOOOP", "private"),
  row("tax.handle", "留税", /留税：/, "....O+", "office"),
  row("credit.name", "亮点 武宁路 提前20天完成管线搬迁", /已记亮点/, "RRY+++"),
  row("credit.look", "立功竞赛名单", /立功竞赛提名/, "RRAAPP"),
  row("credit.look", "立功竞赛名单", /立功竞赛提名/, "....++", "office"),
  row(
    "service.ask",
    "诉求 国华人寿 希望加快规划许可 区建管委 9/30",
    /已登记 诉1|是诉1，没有再登记/,
    "RR++++",
  ),
  row("service.handle", "诉1 已答复：已进入审批流程", /→ 已答复|诉1已经答复了/, "RRY+A+"),
  row("duties.look", "责任清单 区建管委", /区建设管理委的责任清单/, "+RY+++"),
  row("absence.note", "@张伟 请假到9月30日", /已记请假/, "RRY+++"),
  row("person.set", "人员 @小刘 访客", /小刘：访客/, "OOOOO+"),
  row("person.leave", "交接 张伟 给 @小刘", /交接：张伟 → 小刘/, "OOOOO+"),
  row("chat.bind", "绑定", /现在绑定的/, "OOOOO+"),
  row("posts.arrange", "订阅 滞后摘要", /已订阅/, "IOOOO+"),
  row("posts.chase", "催报", /催|没报|已报|都报/, "OOOOO+"),
  row("posts.own", "订阅 滞后摘要", /已订阅/, "I+++++", "private"),
  row("rights.look", "权限", /能做什么[\s\S]*\n全部权限/, "-----+"),
  row("bot.diagnose", "诊断", /诊断：/, "IOOOO+"),
  row("bot.diagnose", "解释 武宁路65%", /这样读懂的/, "IOOOO+"),
];

/** Tested by buttons below. */
const BY_BUTTON: readonly Act[] = ["entry.undo", "ranking.sign", "bulletin.review", "credit.decide"];

describe("谁可以做什么, asked by everybody", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, zhou, store, sandbox } = office;
  const SPEAKERS: readonly [string, Voice][] = [
    ["周强, from outside", zhou],
    ["小刘, not registered", liu],
    ["王芳, of another unit", wang],
    ["张伟, of the own unit", zhang],
    ["陈主任, a leader", chen],
    ["李敏, of the office", li],
  ];
  const refusals = async () => store.read.refusals.latest(2000);

  it("has a row for every act", () => {
    const asked = [...new Set([...ROWS.map(({ act }) => act), ...BY_BUTTON])];
    expect(asked.sort()).toEqual(Object.keys(ACTS).sort());
  });

  it("there is a price to hide", async () => {
    await li.privately.says("利欧地块 成交价12.34亿元").gets("已记入 利欧地块");
  });

  const CELLS = ROWS.flatMap(({ act, says, done, cells, where }) =>
    SPEAKERS.flatMap(([who, voice], at) => {
      const cell = cells[at] ?? "?";
      return cell === "." ? [] : [{ act, says, done, where: where ?? "group", who, voice, cell }];
    }),
  );

  it.each(CELLS)("$act, $where: “$says” by $who: $cell", async ({ says, done, where, voice, cell }) => {
    const mentions = says.includes("@小刘") ? [liu.openId] : says.includes("@张伟") ? [zhang.openId] : [];
    const place = where === "private" ? voice.privately : where === "office" ? voice.in(OFFICE_GROUP) : voice;
    const before = (await refusals()).length;
    const { text, buttons } = await place.says(says, { mentions }).gets();
    const shown = [text, ...buttons.map((button) => button.text)].join("\n");
    const [last, ...more] = (await refusals()).slice(0, (await refusals()).length - before);
    if (cell === "+") {
      expect(shown).toMatch(done);
      expect(last).toBeUndefined();
      return;
    }
    expect(shown).not.toMatch(done);
    if (cell === "-") return;
    expect([last?.code, more.length]).toEqual([CODES[cell], 0]);
    expect(last?.openId).toBe(voice.openId);
    expect(text).toContain("推进办李敏");
  });

  it("problem.close: who has reported a problem does not close it, not even of the office", async () => {
    await li.says("敦煌南路卡在高压线迁改，需要区发改委协调，10月31日前").gets("#2");
    await li.says("#2 销号").gets("是您自己报的，不能自己销号", "推进办另一位同事");
    expect((await refusals())[0]?.code).toBe("own-problem");
    const card = await li.says("#2").gets("#2");
    await (await li.clicks(card, "申请销号")).shows("申请销号");
  });

  it("entry.undo: by the button of a report: who said it, and the office", async () => {
    let percent = 62;
    for (const [voice, may] of [
      [wang, false],
      [liu, false],
      [chen, false],
      [zhang, true],
      [li, true],
    ] as const) {
      const card = await zhang.says(`武宁路 ${percent++}%`).gets("已记入");
      const clicked = await voice.clicks(card, "撤销");
      if (may) await clicked.shows("已撤销");
      else {
        expect(clicked.toast).toContain("这个按钮请填报人自己或推进办来点：张伟，或推进办李敏");
        expect((await refusals())[0]).toMatchObject({ code: "not-your-button", openId: voice.openId });
      }
    }
  });

  it("rights.look: the whole table is the office's, whoever taps", async () => {
    const card = await li.says("权限").gets("您在这里能做什么", "全部权限");
    for (const voice of [wang, chen, liu])
      expect((await voice.clicks(card, "全部权限")).toast).toContain("只有推进办能办");
    const all = await (await li.clicks(card, "全部权限")).shows(
      "谁可以做什么",
      "销号　推进办",
      "自己报的不能自己销",
    );
    for (const { say } of Object.values(ACTS)) expect(all.text).toContain(say);
  });

  it("ranking.sign: not by a reporter who happens to be in the office's group", async () => {
    sandbox.control.join(OFFICE_GROUP, wang.openId);
    const card = await li.in(OFFICE_GROUP).says("排名").gets("8月排名", "签发");
    expect((await wang.in(OFFICE_GROUP).clicks(card, "签发")).toast).toMatch(/只限推进办和领导.*推进办李敏/);
    expect((await refusals())[0]).toMatchObject({ code: "not-allowed", openId: wang.openId });
  });

  it("bulletin.review: not by a reporter who happens to be in the office's group", async () => {
    const draft = await li.in(OFFICE_GROUP).says("通报 8月").gets("8月通报草稿");
    const sent = await (await li.in(OFFICE_GROUP).clicks(draft, "送审")).shows("待审核");
    expect((await wang.in(OFFICE_GROUP).clicks(sent, "审核通过")).toast).toContain(
      "审核通报只限推进办和领导",
    );
    expect((await refusals())[0]).toMatchObject({ code: "not-allowed", openId: wang.openId });
  });

  it("credit.decide: not by a reporter who happens to be in the office's group", async () => {
    const card = await li.in(OFFICE_GROUP).says("立功竞赛名单").gets("立功竞赛提名");
    expect((await wang.in(OFFICE_GROUP).clicks(card, "入选")).toast).toMatch(/只限推进办和领导.*推进办李敏/);
    expect((await refusals())[0]).toMatchObject({ code: "not-allowed", openId: wang.openId });
    await (await li.in(OFFICE_GROUP).clicks(card, "入选")).shows("入选1个");
  });

  it("帮助 shows nobody a command that they may not use here", async () => {
    const help = async (voice: Voice, topic: string) => (await voice.says(`帮助 ${topic}`).gets()).text;
    expect(await help(li, "管理")).toMatch(/绑定[\s\S]*诊断/);
    for (const voice of [wang, chen, liu])
      expect(await help(voice, "管理")).not.toMatch(/绑定 武宁路|诊断|关账 9月/);
    expect(await help(zhou, "查项目")).not.toMatch(/改动记录|排名|总览|留税/);
    expect(await help(wang, "查项目")).toContain("改动记录");
  });
});
