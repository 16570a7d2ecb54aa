import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { Office } from "../support/office.js";

const labels = ({ buttons }: SeenMessage) => buttons.map(({ text }) => text);

describe("a project that nobody has named", async () => {
  const { li, zhang, store } = await Office.open();
  const milan = async () => (await store.read.ledger.figures("R-05")).percent?.value;

  it("is not the one before", async () => {
    await zhang.says("敦煌南路 形象16%").gets("11% → 16%");
    await zhang.says("我们还有个岚皋路项目，累计1200万").gets("问您一句", "说的是哪个项目");
    const before = await milan();
    const { text } = await zhang.says("隔壁区的项目累计2亿了，形象都50%了").gets("说的是哪个项目");
    expect(text).not.toContain("敦煌南路");
    expect(await milan()).toBe(before);
  });

  it("新增一个项目叫…: the form of a new one, filled in as said", async () => {
    await li
      .says("新增一个项目叫常德路改造，区属重大，区建管委负责，今年计划8000万")
      .gets("新增项目", "还没有新增", "常德路改造", "8000万");
  });

  it("a part's figure is the part's, and 还剩5户 beside it no problem", async () => {
    const { text } = await zhang.says("敦煌南路的征收，还剩5户，进度95%").gets("征收形象进度 95%");
    expect(text).not.toMatch(/#\d|16% →/);
  });
});

describe("what may not be so by now", async () => {
  const { li, zhang, store } = await Office.open();
  const figures = (code: string) => store.read.ledger.figures(code);

  // 武宁路 stands at 60%.
  it("竣工了 far below 100% is asked, and written at a tap", async () => {
    const card = await zhang.says("武宁路竣工了").gets("形象进度是 60%，竣工验收没有记");
    expect((await figures("S-06")).milestones.竣工验收?.done).toBeUndefined();
    await (await zhang.clicks(card, "是，9月20日 竣工验收")).shows("竣工验收（完成） 9月20日");
  });

  it("with 形象进度100% beside it, it is not", async () => {
    await zhang.says("武南路形象进度100%，竣工验收了").gets("竣工验收（完成） 9月20日");
  });

  it("开工了, of works well under way, is asked; with its day it is not", async () => {
    await zhang.says("武宁路开工了").gets("今天开工没有记。是今天才开工吗？");
    await zhang.says("武宁路2021年3月1日开工").gets("2021年3月1日");
  });

  // 武南路 is planned to be done on 31 August 2023.
  it("推迟 to an earlier day is asked, with the year that was meant; its reason goes with it", async () => {
    const { zhang } = await Office.open();
    const card = await zhang
      .says("武南路竣工验收推迟到2021年9月30日，因为征收没完")
      .gets("原计划 2023年8月31日，推迟到 2021年9月30日 反而更早，没有记");
    expect(card.text).not.toContain("文字进展");
    await (await zhang.clicks(card, "是 2023年9月30日")).shows(
      "竣工验收（计划） 2023年8月31日 → 2023年9月30日（原因：征收没完）",
    );
    await zhang
      .says("武南路竣工验收推迟到2023年10月31日，因为图纸没批")
      .gets("2023年9月30日 → 2023年10月31日");
  });

  it("10月32日: that there is no such day; what is said behind it is no news", async () => {
    const { text } = await zhang
      .says("敦煌南路开工延期到10月32日，因为征收未完")
      .gets("没有10月32日这一天。说的是哪一天？");
    expect(text).not.toContain("文字进展");
  });

  it("a sum that is told beside a note is said not to be kept", async () => {
    await zhang
      .says("武宁路钢箱梁首批到场，已支付预付款叁仟万元，总造价5.6亿")
      .gets("文字进展 钢箱梁首批到场", "不会记的：“已支付预付款叁仟万元”、“总造价5.6亿”");
  });

  // 127.9亿 by 127.9万 is ten thousand.
  it("改控制数 in the wrong unit is asked", async () => {
    const card = await li
      .says("改控制数 区属重大 年度计划 127.9万 原因 市里核定")
      .gets("还没有改", "现在是 127.9亿，要改成 127.9万");
    await (await li.clicks(card, "没错，改成 127.9万")).shows("127.9亿 → 127.9万");
    await li.says("改控制数 区属重大 年度计划 127.9亿 原因 写错了").gets("还没有改");
  });

  it("news of a sale is no reason for it", async () => {
    await li.says("利欧以3.5亿成交了").gets("请说明原因");
    await li.says("利欧溢价率20%，楼板价23000元每平").gets("没有记");
    const [plot] = (await store.read.projects.all()).filter(({ name }) => name.startsWith("利欧"));
    expect((await figures(plot?.code ?? "")).milestones.成交?.done).toBeUndefined();
    await li.says("利欧以3.5亿成交了").gets("请说明原因");
    await li.says("区里同意先成交").gets("成交（完成） 9月20日（原因：区里同意先成交）");
  });
});

describe("months that are not over, and months between", async () => {
  const office = await Office.open();
  const { zhang, store } = office;

  // 9000万 at the end of August.
  it("10月底累计, on 10 October: as of when?", async () => {
    await office.isNow("2022-10-10T10:00:00+08:00");
    const card = await zhang.says("武宁路10月底累计1.3亿").gets("10月31日还没到，累计 1.3亿 没有记");
    expect(labels(card)).toEqual(["到今天（10月10日）累计 1.3亿", "截至9月累计 1.3亿", "是计划，不记"]);
    await (await zhang.clicks(card, "截至9月累计 1.3亿")).shows("9000万 → 1.3亿（截至9月");
  });

  // 5180万 at the end of August; 100 + 100 = 200, 200 + 50 = 250, 5180 + 250 = 5430.
  it("又完成 does not forget the month that is beside the cumulative", async () => {
    await office.isNow("2022-11-20T10:00:00+08:00");
    await zhang.says("皋兰山路11月完成100万").gets("缺9月、10月，累计没有推算");
    const card = await zhang.says("皋兰山路又完成100万").gets("还没算进累计", "没有记");
    await (await zhang.clicks(card, "11月一共完成 200万")).shows("11月投资 100万 → 200万");
    const again = await zhang.says("皋兰山路又完成50万").gets("还没算进累计");
    await (await zhang.clicks(again, "缺报的月份没有完成，累计 5430万")).shows("5180万 → 5430万（截至11月）");
    await zhang.says("皋兰山路又完成70万").gets("5430万 → 5500万");
  });

  it("in the first days of January 累计 is of December or of January", async () => {
    await office.isNow("2023-01-03T10:00:00+08:00");
    const card = await zhang.says("武宁路累计2.7亿").gets("12月还没关账", "还没有记");
    expect(labels(card).slice(0, 2)).toEqual(["截至 12月，2022年累计 2.7亿", "截至 1月，2023年累计 2.7亿"]);
    await (await zhang.clicks(card, "截至 12月，2022年累计 2.7亿")).shows("1.3亿 → 2.7亿（截至2022年12月");
    await zhang.says("武宁路本年累计300万").gets("12月还没关账");
    await zhang.says("1月的").gets("300万（截至1月");
    const { years } = await store.read.ledger.figures("S-06");
    expect([years[2022]?.ytd["2022-12"]?.yuan, years[2023]?.ytd["2023-01"]?.yuan]).toEqual([
      270_000_000, 3_000_000,
    ]);
  });

  it("next year's plan does not touch this year's", async () => {
    const card = await zhang.says("武宁路2023年计划3亿").gets("年度计划 3亿 是哪一年的？");
    await (await zhang.clicks(card, "2023年度计划 3亿")).shows("3亿");
    const { years } = await store.read.ledger.figures("S-06");
    expect([years[2022]?.plan?.yuan, years[2023]?.plan?.yuan]).toEqual([320_000_000, 300_000_000]);
  });
});
