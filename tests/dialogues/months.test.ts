import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** What is due at the instant is done: a look at the clock that was under way before may have seen an earlier one. */
async function isNow(office: Office, instant: string): Promise<void> {
  // what is still going out must not find itself weeks later
  await office.settled();
  await office.isNow(instant);
  await office.isNow(new Date(office.sandbox.clock.now() + 1000).toISOString());
}

describe("a closed month and what is put right in it", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, zhou } = office;

  it("has a snapshot with a number, figures and lamps", async () => {
    await chen
      .says("8月快照")
      .gets(
        /^8月快照　2022-08-1\n9月5日 23:59 到期关账/,
        "共34个：🔴3 🟡5 🟢23 ⚪3，已报30个",
        "🔴 敦煌南路（真南路-金昌路）　累计1.02亿/3.2亿　形象11%",
        "规则 v1　第1／4页",
      );
    await chen.says("快照 2022-07-1").gets(/^7月快照　2022-07-1/, "累计8900万/3.2亿　形象9%");
    await chen.says("快照 9月").gets("9月没有快照", "还没有关账");
    await chen.says("快照 2021年3月").gets("2021年3月没有快照", "那时还没有用起来");
  });

  it("its pages are turned", async () => {
    const card = await chen.says("8月快照").gets("第1／4页");
    await (await li.clicks(card, "下一页")).shows(/^8月快照　2022-08-1/, "第2／4页");
  });

  it("until somebody changes a figure nothing is 更正", async () => {
    await chen.says("更正记录 8月").gets("8月没有更正");
    await chen
      .says("8月底敦煌南路是多少")
      .gets("1.02亿", "关账时 🔴（9月5日 23:59 到期关账，快照 2022-08-1），到现在没有更正");
    const { text } = await chen.says("比上月").gets("8月比7月");
    expect(text).not.toContain("更正");
  });

  it("an ordinary report of the running month is none", async () => {
    const { text } = await zhang.says("武宁路累计完成1.1亿，形象63%").gets("已记入");
    expect(text).not.toContain("更正");
    expect(await office.store.read.months.restatements("2022-08")).toEqual([]);
  });

  // 1.02亿 at the end of August becomes 1.05亿: 32.8% of 3.2亿, 33.9 points behind 66.7%.
  it("the echo says so, and it is kept: which month, project, old → new, who, in which words", async () => {
    await zhang
      .says("敦煌南路8月底累计1.05亿")
      .gets("本年累计投资 1.02亿 → 1.05亿（截至8月）", "8月已关账，记为更正", "完成32.8% 时序66.7% 差33.9点");
    await chen
      .says("更正记录 8月")
      .gets(
        /^8月数据有1处更正/,
        "敦煌南路（真南路-金昌路）　本年累计投资 1.02亿 → 1.05亿",
        "张伟 9月20日 10:00：“敦煌南路8月底累计1.05亿”",
      );
  });

  // 加油站 has never said August: July and August are missing, 1150万 stand since June.
  it("a report that comes after the close is 更正 too", async () => {
    await wang.says("加油站8月底累计1500万").gets("8月已关账，记为更正");
    await chen.says("更正记录 8月").gets(/^8月数据有2处更正/, "加油站　本年累计投资 没有数 → 1500万", "王芳");
  });

  it("8月底是多少 tells both, where they differ", async () => {
    await chen
      .says("8月底敦煌南路是多少")
      .gets(
        "本年累计投资 1.02亿（截至8月）",
        "关账时 累计1.02亿，形象11% 🔴（9月5日 23:59 到期关账，快照 2022-08-1）",
        "现在 累计1.05亿，形象11%（关账后更正1处）",
      );
    await chen.says("8月底加油站是多少").gets("关账时 累计1150万，形象40% 🟡", "现在 累计1500万，形象40%");
    await chen.says("8月底武宁路是多少").gets("到现在没有更正");
  });

  it("the snapshot stays, and says what reads otherwise by now", async () => {
    await chen
      .says("快照 8月")
      .gets(
        "8月数据有2处更正",
        "累计1.02亿/3.2亿　形象11%　现在1.05亿",
        "累计1150万/2400万　形象40%　当月未报　现在1500万",
      );
  });

  it("comparisons and lists of that month say so", async () => {
    await chen.says("比上月").gets("8月数据有2处更正");
    await chen
      .says("关账情况")
      .gets("8月　9月5日 23:59 到期关账　快照 2022-08-1　更正2处", "7月　8月5日 23:59 到期关账");
  });

  it("taking it back is a 更正 of its own", async () => {
    await zhang.says("撤销").gets("已撤销");
    await chen.says("更正记录 8月").gets(/^8月数据有3处更正/, "本年累计投资 1.05亿 → 1.02亿");
    await chen.says("8月底敦煌南路是多少").gets("改过2次，又改回来了，现在没有不同");
  });

  it("a correction of what was put right is kept exact to the figure, with its words and where they were said", async () => {
    await zhang.says("敦煌南路8月底累计1.06亿").gets("1.02亿 → 1.06亿", "8月已关账，记为更正");
    await zhang.says("刚才说错了，是1.04亿").gets("已更正", "1.06亿 → 1.04亿", "8月已关账，记为更正");
    const found = await office.store.read.months.restatements("2022-08");
    expect(found).toHaveLength(5);
    const by = { month: "2022-08", code: "R-01", field: "ytd", byName: "张伟", chatId: PROJECT_GROUP };
    expect(found.slice(3)).toMatchObject([
      { ...by, old: 102_000_000, new: 106_000_000, words: "敦煌南路8月底累计1.06亿" },
      { ...by, old: 106_000_000, new: 104_000_000, words: "刚才说错了，是1.04亿" },
    ]);
    await chen
      .says("更正记录 8月")
      .gets(/^8月数据有5处更正/, "本年累计投资 1.06亿 → 1.04亿", "“刚才说错了，是1.04亿”");
  });

  // 形象 stands for today whatever month is named: the closed one is not touched.
  it("a correction of what was never reported here corrects nothing", async () => {
    await zhang.says("更正：敦煌南路8月形象12%").gets("没有更正", "没有可以更正的");
    expect(await office.store.read.months.restatements("2022-08")).toHaveLength(5);
  });

  it("none of it is told outside", async () => {
    await zhou.says("更正记录 8月").gets("只在内部看");
    await zhou.says("8月快照").gets("只在内部看");
    await zhou.says("关账情况").gets("只在内部看");
  });
});

describe("关账", async () => {
  const office = await Office.open();
  const { li, zhang, chen } = office;

  it("a month that runs cannot be closed, nor one that is", async () => {
    await li.says("关账").gets("9月还没过完", "10月1日起可以提前关账；不关的话，到10月8日自动关账");
    await li.says("关账 8月").gets("8月已经关账了", "9月5日 23:59 到期关账，快照 2022-08-1");
    await li.says("9月关账吧").gets("9月还没过完");
    await li.says("关账 11月").gets("11月还不能关账", "现在该关的是9月");
  });

  it("is the office's to do", async () => {
    await zhang.says("关账 9月").gets("只有推进办能办");
    await chen.says("8月关账了吗").gets("2022年关账情况", "9月　10月8日自动关账，已报10个，未报24个");
  });

  it("shows who has reported and who has not, before", async () => {
    await isNow(office, "2022-10-02T10:00:00+08:00");
    const card = await li
      .says("关账")
      .gets(/^9月现在关账吗/, "到10月8日会自动关账", "已报10个，未报24个", "未报：", "等24个");
    await (await li.clicks(card, "先不关")).shows("9月没有关账", "到10月8日自动关账");
    await chen.says("武宁路").gets("8月已关账");
  });

  it("then the month is closed: what is said from then on counts for the next", async () => {
    const card = await li.in(OFFICE_GROUP).says("关账 9月").gets("9月现在关账吗");
    await (await li.in(OFFICE_GROUP).clicks(card, "关账")).shows(
      /^9月已关账　快照 2022-09-1/,
      "共34个：",
      "之后报9月的数都记为更正",
    );
    await chen.says("武宁路").gets("数据截至10月2日（9月已关账）");
    await zhang.says("武宁路形象66%").gets("计入10月数据");
    await zhang.says("武宁路9月底累计1.2亿").gets("9月已关账，记为更正");
    await chen.says("更正记录").gets(/^9月数据有1处更正/, "武宁路快速化　本年累计投资 没有数 → 1.2亿");
    await chen
      .says("关账情况")
      .gets("9月　10月2日 10:00 李敏提前关账　快照 2022-09-1　更正1处", "10月　11月7日自动关账");
    await li.says("关账 9月").gets("9月已经关账了", "李敏提前关账");
  });

  it("is kept in the audit trail", async () => {
    const [entry] = await office.store.read.audit.of("month", "2022-09", 5);
    expect(entry).toMatchObject({ what: "提前关账", to: "快照 2022-09-1", byName: "李敏" });
  });

  it("the close day does not close it once more", async () => {
    const before = await office.store.read.months.snapshot("2022-09");
    await isNow(office, "2022-10-09T09:10:00+08:00");
    expect(await office.store.read.months.snapshot("2022-09")).toEqual(before);
    await chen.says("武宁路").gets("9月已关账");
  });

  // October closes on Monday 7 November.
  it("and the month after closes by itself on its day", async () => {
    await isNow(office, "2022-11-07T23:59:00+08:00");
    await chen.says("快照 10月").gets("没有快照");
    await isNow(office, "2022-11-08T00:01:00+08:00");
    await chen.says("快照 10月").gets(/^10月快照　2022-10-1/, "11月7日 23:59 到期关账");
  });
});

describe("two bots on one database", async () => {
  const office = await Office.open();
  await office.startAnother();

  it("freeze a month once", async () => {
    await isNow(office, "2022-10-09T00:01:00+08:00");
    expect((await office.store.read.months.snapshots(2022)).map(({ month }) => month)).toHaveLength(9);
    await office.chen.says("9月快照").gets(/^9月快照　2022-09-1/);
  });

  it("know of an early close at once, whichever answers", async () => {
    await isNow(office, "2022-11-02T10:00:00+08:00");
    const card = await office.li.says("关账").gets("10月现在关账吗");
    await (await office.li.clicks(card, "关账")).shows("10月已关账");
    for (const percent of [64, 65, 66, 67])
      await office.zhang.says(`武宁路 ${percent}%`).gets("计入11月数据");
  });
});

describe("the turn of the year", async () => {
  const office = await Office.open();
  const { zhang, chen } = office;

  // December closes on Thursday 5 January 2023.
  it("in January December is still open, and the old year's figures stand", async () => {
    await isNow(office, "2023-01-04T10:00:00+08:00");
    const card = await zhang.says("敦煌南路累计完成2.6亿").gets("12月还没关账", "还没有记");
    await (await zhang.clicks(card, "截至 12月，2022年累计 2.6亿")).shows(
      "1.02亿 → 2.6亿（截至2022年12月",
      "计入12月数据",
    );
    await chen.says("敦煌南路").gets("本年累计投资 2.6亿");
  });

  // 600万 by the end of January is the new year's beginning: nothing of 2022 is in it. 3亿 a year is 2500万 a
  // month, so it would be far behind, but the investment lamp is off before the end of March.
  it("after the close the year begins at nothing, and the investment lamp is off until March", async () => {
    await isNow(office, "2023-01-06T10:00:00+08:00");
    await chen.says("关账情况").gets("2022年关账情况", "12月　1月5日 23:59 到期关账");
    const { text } = await chen.says("2022年12月快照").gets(/^12月快照　2022-12-1/, "累计2.6亿/3.2亿");
    expect(text).toContain("2022-12-1");
    await zhang.says("敦煌南路2023年年度计划投资3亿").gets();
    await isNow(office, "2023-02-07T10:00:00+08:00");
    await zhang.says("敦煌南路1月累计完成600万").gets("已记入", "600万");
    const card = await chen.says("敦煌南路为什么这个灯").gets();
    expect(card.text).not.toContain("投资：年度");
    const figures = await office.store.read.ledger.figuresToShow("R-01");
    expect(figures.years[2023]?.ytd["2023-01"]?.yuan).toBe(6_000_000);
    expect(figures.years[2022]?.ytd["2022-12"]?.yuan).toBe(260_000_000);
  });
});

describe("a ledger that begins", async () => {
  const office = await Office.open({ isEmpty: true });

  // Begun on 20 September: what is told of the months before is history that comes in late, and puts nothing right.
  it("takes in the months before without calling them 更正", async () => {
    const { text } = await office.li.says("武宁路8月底累计9000万").gets("已记入", "9000万（截至8月）");
    expect(text).not.toContain("更正");
    await office.li.says("更正记录 8月").gets("8月没有更正");
  });
});
