import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { Office } from "../support/office.js";

const labels = ({ buttons }: SeenMessage) => buttons.map(({ text }) => text);

describe("the same 又完成 again", async () => {
  const office = await Office.open();
  const { zhang, li, store } = office;
  const ytd = async (code: string) =>
    (await store.read.ledger.figures(code)).years[2022]?.ytd["2022-09"]?.yuan;

  // 武南路: 9450万 at the end of August.
  it("within minutes is asked, and nothing is written before the answer", async () => {
    await zhang.says("武南路又完成300万").gets("9450万 → 9750万");
    const card = await zhang.says("武南路又完成300万").gets("问您一句", "9月20日 10:00 您刚报过又完成 300万");
    expect(labels(card)).toEqual(["再加一笔", "不是，重复了"]);
    expect(await ytd("R-04")).toBe(97_500_000);
    await (await zhang.clicks(card, "不是，重复了")).shows("没有记账", "不是，重复了");
    expect(await ytd("R-04")).toBe(97_500_000);
    const again = await zhang.says("武南路又完成300万").gets("问您一句");
    await (await zhang.clicks(again, "再加一笔")).shows("9750万 → 1.005亿");
  });

  it("is answered in words too, as they stand on the buttons", async () => {
    const before = await ytd("R-04");
    await zhang.says("武南路又完成300万").gets("问您一句");
    await zhang.says("不是，重复了").gets("好的，没有记");
    expect(await ytd("R-04")).toBe(before);
  });

  it("another sum, another person or a sum that was taken back is booked", async () => {
    await zhang.says("武南路又完成200万").gets("已记入");
    await li.says("武南路又完成300万").gets("已记入");
    await li.says("撤销").gets("已撤销");
    await li.says("武南路又完成300万").gets("已记入");
  });

  it("and so is the same sum half an hour later", async () => {
    await office.isNow("2022-09-20T10:31:00+08:00");
    await zhang.says("武南路又完成200万").gets("已记入");
  });
});

describe("a month's figure against two cumulatives", async () => {
  const { zhang } = await Office.open();

  it("is asked, with what each of them would make of the others", async () => {
    await zhang.says("武宁路8月累计1.00亿").gets("已记入");
    await zhang.says("武宁路9月累计1.12亿").gets("已记入");
    const card = await zhang
      .says("武宁路9月干了3200万")
      .gets("9月报 3200万，可8月累计 1亿、9月累计 1.12亿，相差 1200万，没有记。哪个对？");
    expect(labels(card)).toEqual([
      "9月是 3200万，累计改为 1.32亿",
      "累计不动，9月是 1200万",
      "另外又完成的，累计 1.44亿",
      "没错，就这样记",
      "都不是",
    ]);
    await (await zhang.clicks(card, "9月是 3200万，累计改为 1.32亿")).shows(
      "本年累计投资 1.12亿 → 1.32亿",
      "9月投资 3200万",
    );
  });

  it("rounded as people round is not", async () => {
    await zhang.says("武宁路9月完成3150万").gets("已记入", "9月投资 3200万 → 3150万");
  });
});

describe("sums that leap", async () => {
  const office = await Office.open();
  const { zhang } = office;

  // 武宁路: 9000万 at the end of August, plan 3.2亿.
  it("far above the plan: the arithmetic, and what fits without the slip", async () => {
    await zhang.says("武宁路累计1.02亿").gets("已记入");
    const card = await zhang
      .says("武宁路累计17亿")
      .gets("上次累计 1.02亿，这次 17亿，是上次的16.7倍。", "是年度计划 3.2亿 的531.3%，没有记");
    expect(labels(card)).toEqual(["应为 1.7亿", "是开工以来累计", "就是今年的，照记", "都不是"]);
    await (await zhang.clicks(card, "应为 1.7亿")).shows("1.02亿 → 1.7亿");
  });

  it("without a plan the last cumulative is the measure", async () => {
    const empty = await Office.open({ isEmpty: true });
    await empty.li.says("606地块累计1.02亿").gets("已记入");
    const card = await empty.li
      .says("606地块累计17亿")
      .gets("上次累计 1.02亿，这次 17亿，是上次的16.7倍，没有记。数对吗？");
    expect(labels(card)).toEqual(["应为 1.7亿", "是开工以来累计", "没错，就这样记", "都不是"]);
  });

  it("亿 for 万, and 万 for 亿", async () => {
    const empty = await Office.open({ isEmpty: true });
    await empty.li.says("606地块累计800万").gets("已记入");
    const above = await empty.li.says("606地块累计900亿").gets("是上次的11250倍，没有记");
    expect(labels(above)).toContain("应为 900万");
    await empty.li.says("603地块累计1.4亿").gets("已记入");
    const below = await empty.li.says("603地块累计1.5万").gets("还少");
    expect(labels(below)).toContain("应为 1.5亿");
  });

  it("within the plan is not asked", async () => {
    await zhang.says("武宁路累计3.1亿").gets("已记入");
  });
});

describe("形象进度 that leaps", async () => {
  const { zhang } = await Office.open();

  // 武南路: 22% at the end of August.
  it("is asked with the points it rises by", async () => {
    const card = await zhang.says("武南路 85%").gets("形象进度从 22% 到 85%，一次涨了63点，没有记。对吗？");
    await (await zhang.clicks(card, "对，就这样记")).shows("22% → 85%");
  });
});

describe("a name that is no project's", async () => {
  const office = await Office.open();
  const { zhang, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("never lends its figure to the project named before it", async () => {
    const card = await zhang
      .says("武宁路62%，北横通道完成80%")
      .gets("60% → 62%", "“北横通道完成80%”：北横通道不在账上，没有记");
    expect(labels(card)).toEqual(["撤销"]);
    await zhang.says("武宁路累计1.02亿，北横通道完成80%").gets("1.02亿", "北横通道不在账上");
    expect(await percent("S-06")).toBe(62);
  });

  it("nor its problem, its node or its progress", async () => {
    const before = await store.read.ledger.figures("S-06");
    const problem = await zhang
      .says("武宁路形象进度63%，北横通道管线搬迁受阻")
      .gets("62% → 63%", "“北横通道管线搬迁受阻”：北横通道不在账上，没有记");
    expect(problem.text).not.toContain("卡点");
    const node = await zhang.says("北横通道计划10月20日竣工").gets("北横通道不在账上，没有记");
    expect(labels(node)).toEqual([]);
    await zhang.says("武宁路形象进度64%，北横通道主体结构封顶").gets("63% → 64%", "北横通道不在账上");
    const { milestones, note } = await store.read.ledger.figures("S-06");
    expect({ milestones, note }).toEqual({ milestones: before.milestones, note: before.note });
  });

  it("a part of the works keeps its place", async () => {
    await zhang.says("武宁路累计1.03亿，主线高架完成80%").gets("已记入", "80%");
  });
});

describe("节点 that cannot be", async () => {
  const { zhang } = await Office.open();

  it.each([
    ["武宁路2022年11月30日开工了", "计划 11月30日 完成", "开工（计划） 11月30日"],
    // 竣工验收 was signed for on 20 January: as a plan it is moved with a reason alone.
    [
      "武宁路12月1日已竣工验收",
      "计划 12月1日 完成",
      "竣工验收 2023年6月30日 是1月20日签约定的目标，改到 12月1日 要说明原因",
    ],
  ])("%s: done on a day to come is asked", async (words, button, line) => {
    const card = await zhang.says(words).gets("报的是已完成", "还没到，没有记");
    await (await zhang.clicks(card, button)).shows(line);
  });

  it("last year's day is one of the readings, and is then not asked again", async () => {
    const card = await zhang.says("敦煌南路12月1日已竣工验收").gets("还没到");
    await (await zhang.clicks(card, "已完成，2021年12月1日")).shows("竣工验收（完成） 2021年12月1日");
  });

  // 武南路: 开工 planned for 30 June, done on 28 June.
  it("a planned day for what is done is asked", async () => {
    const card = await zhang.says("武南路10月30日开工").gets("开工已在 6月28日 完成，这次又报计划 10月30日");
    await (await zhang.clicks(card, "完成的不动，计划日改为 10月30日")).shows("6月30日 → 10月30日");
  });

  it.each(["武南路9月15日结构封顶了", "武南路结构封顶昨天完成了", "武南路8月就通车了"])(
    "%s: a day that was is not",
    async (words) => {
      await zhang.says(words).gets("已记入");
    },
  );
});

describe("who may write nothing", async () => {
  const office = await Office.open();
  const { liu, chen } = office;

  it.each([
    "武宁路完成2000万",
    "完成2000万",
    "武宁路 130%",
    "65%",
    "刚才说错了，是65%",
    "武宁路说错了，是65%",
  ])("%s: is told at once, not asked first", async (words) => {
    const card = await liu.says(words).gets("没有记账", "您还没有登记为填报人", "推进办李敏");
    expect(card.buttons).toEqual([]);
    expect((await office.refusals())[0]).toBe("not-registered");
  });

  it("a leader too", async () => {
    await chen.says("武宁路完成2000万").gets("没有记账", "领导只看不填");
  });

  it("a question of theirs is asked back as ever", async () => {
    expect(labels(await liu.says("外环咋样了").gets("说的是哪个项目"))).toContain("金昌路外环立交");
  });
});

describe("a month and a cumulative in one message", async () => {
  const office = await Office.open();
  const { zhang } = office;

  it("a cumulative that its own month contradicts is asked about, in the same message too", async () => {
    const card = await zhang
      .says("武宁路9月完成1700万，本年累计1.7亿")
      .gets("9月投资", "累计 9000万，9月报了 1700万，累计却报 1.7亿", "哪个对");
    await (await zhang.clicks(card, "累计对，9月是 8000万")).shows(
      "本年累计投资",
      "1.7亿",
      "9月投资 1700万 → 8000万",
    );
  });
});
