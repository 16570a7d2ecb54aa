import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** No amount of the price may be seen, in whatever unit. */
const PRICE = /12\.3|123000|1230000000/;

describe("a plot's life", async () => {
  const office = await Office.open();
  const { chen, li, wang } = office;

  // 控规 was planned for 7-31: 51 days before 9-20.
  it("its card says what is lacking before it may be sold", async () => {
    await chen
      .says("地块 615")
      .gets(
        "615、616地块\n地块　土地出让（待核）　控规调整",
        "出让前置　还差4项",
        "⛔ 控规　未批　计划7月31日，已逾51天",
        "⛔ 土壤和地下水污染　未查",
        "⛔ 双认定　未办",
        "⛔ 净地　未移交",
        "12月20日　挂牌（还有91天）",
      );
  });

  it("控规 in plain words is a gate, with its day and who said it", async () => {
    await li
      .says("615控规9月19日批复，文号沪府规划〔2022〕88号")
      .gets("已记入 615、616地块", "控规（完成）", "9月19日");
    await chen
      .says("地块 615")
      .gets("还差3项", "✅ 控规　9月19日　李敏9月20日报：“615控规9月19日批复，文号沪府规划〔2022〕88号”");
  });

  it("the soil alone does not pass the gate: there is the groundwater", async () => {
    await li.says("615土壤污染调查通过").gets("已记入", "土壤污染调查（完成）");
    await chen.says("地块 615").gets("⛔ 土壤和地下水污染　地下水未查");
    await chen.says("流程 615").gets(/🔵 污染调查·治理/);
  });

  it("挂牌 is not written while gates are open", async () => {
    const card = await li
      .says("615挂牌了")
      .gets("还差：土壤和地下水污染（地下水未查）、双认定（未办）、净地（未移交），挂牌没有记", "请说明原因");
    await (await li.clicks(card, "算了")).shows("算了");
    expect((await chen.says("流程 615").gets()).text).not.toContain("✅ 挂牌");
  });

  it("the remaining gates pass, one after the other", async () => {
    await li.says("615地下水污染调查9月15日通过").gets("已记入", "9月15日");
    await li.says("615 双认定完成9月28日").gets("双认定（计划）", "9月28日");
    await chen.says("地块 615").gets("✅ 土壤和地下水污染　9月20日", "⛔ 双认定　未办　计划9月28日，还有8天");
    await office.isNow("2022-09-29T10:00:00+08:00");
    await li.says("615双认定批复拿到了，净地移交了").gets("双认定（完成）", "净地移交（完成）");
    await chen.says("地块 615").gets("出让前置　都过了");
  });

  it("then it is put up for sale, sold, contracted and handed over", async () => {
    await li.says("615今天挂牌了").gets("已记入", "挂牌（完成）");
    await office.isNow("2022-11-10T10:00:00+08:00");
    const sold = await li
      .says("615成交，成交价12.3亿，某某置业竞得")
      .gets("成交（完成）", "成交价（金额在内部看）", "竞得人");
    expect(sold.text).not.toMatch(PRICE);
    await li.says("615 11月20日签出让合同").gets("签约（计划）");
    await office.isNow("2022-12-20T10:00:00+08:00");
    await li.says("615出让合同签了").gets("签约（完成）");
    await li.says("615交地了").gets("交地（完成）");
    await chen.says("流程 615").gets("✅ 合同", "✅ 交地", "🔵 全周期监管");
  });

  it("what was told of 603 as land stands before its permits", async () => {
    await wang.says("603控规已批复").gets("已记入 603地块", "控规（完成）");
    await chen.says("流程 603").gets("✅ 控规");
  });
});

describe("a sale held at its gates", async () => {
  const office = await Office.open();
  const { li, chen } = office;

  it("goes ahead with a reason, which stays in the history", async () => {
    const card = await li.says("利欧挂牌了").gets("还差：土壤和地下水污染（未查）、净地（未移交）");
    expect(card.buttons.map(({ text }) => text)).toEqual([
      "照记：前置已经办好，随后补报",
      "照记：区政府同意，边办边补",
      "算了",
    ]);
    await (await li.clicks(card, "照记：区政府同意，边办边补")).shows(
      "挂牌（完成）",
      "原因：区政府同意，边办边补",
    );
    await chen.says("历史 利欧").gets("挂牌（完成） 9月20日（原因：区政府同意，边办边补）");
    await chen.says("流程 利欧").gets("✅ 挂牌", "原因：区政府同意，边办边补");
    await li.says("撤销").gets("已撤销");
  });

  it("the reason may be said in words; with 成交 its price is written, too", async () => {
    await li.says("利欧成交价12.3亿，今天成交").gets("成交没有记");
    expect((await li.privately.says("地块 利欧").gets()).text).not.toContain("成交价");
    await li.says("利欧成交价12.3亿，今天成交").gets("成交没有记");
    await li.says("市里统一安排").gets("成交（完成）", "原因：市里统一安排", "成交价（金额在内部看）");
    await li.privately.says("地块 利欧").gets("成交　9月20日，成交价12.3亿");
  });

  it("a plan waits for the gates' plans", async () => {
    await li.says("智谷11月30日挂牌").gets("还差：净地（未移交），挂牌没有记", "还是要这样排");
    await li.says("算了").gets("没有记");
    await li.says("智谷净地移交计划11月10日完成").gets("净地移交（计划）");
    await li.says("智谷11月30日挂牌").gets("签约定的目标");
    await li.says("区里要求提前").gets("挂牌（计划） 12月15日 → 11月30日");
  });

  it("who may not report the plot is refused, not asked", async () => {
    await office.zhang.says("利欧挂牌了").gets("没有记账", "区商务委");
  });
});

describe("成交价", async () => {
  const office = await Office.open();
  const { li, chen, wang, zhang, liu } = office;

  it("is told privately, and seen by the office, leaders and the plot's own unit alone", async () => {
    await wang.says("603控规已批复").gets("已记入");
    await wang.says("603土壤和地下水污染调查通过").gets("污染调查（完成）");
    await wang.says("603双认定拿到了").gets("双认定（完成）");
    await wang.says("603净地移交了").gets("净地移交（完成）");
    await wang.privately.says("603成交了，成交总价12.3亿").gets("成交（完成）", "成交价 12.3亿");
    await wang.privately.says("地块 603").gets("成交价12.3亿");
    await li.privately.says("地块 603").gets("成交价12.3亿");
    await chen.privately.says("地块 603").gets("成交价12.3亿");
    await li.in(OFFICE_GROUP).says("地块 603").gets("成交价12.3亿");
    await zhang.privately.says("地块 603").gets("已成交（金额在内部看）");
    await liu.privately.says("地块 603").gets("已成交（金额在内部看）");
  });

  it.each(["地块 603", "查 603", "历史 603", "流程 603", "土地", "603成交价多少", "节点 603", "总览"])(
    "%s shows none in an open group",
    async (words) => {
      for (const somebody of [li, chen, wang, zhang])
        expect((await somebody.says(words).gets()).text).not.toMatch(PRICE);
    },
  );

  it("old and new in its place; it is taken back like any figure", async () => {
    await wang.privately.says("603成交价12.5亿").gets("成交价 12.3亿 → 12.5亿");
    const { text } = await wang.says("撤销").gets(/已撤销|没有/);
    expect(text).not.toMatch(PRICE);
    await wang.privately.says("撤销").gets("已撤销");
    await wang.privately.says("地块 603").gets("成交价12.3亿");
    await wang.privately.says("历史 603").gets("成交价（金额在内部看）");
  });

  it("a slip is put right by saying it once more, without the name", async () => {
    await wang.privately.says("603成交价12.3亿").gets("已经");
    await wang.privately.says("说错了，成交价是12.4亿").gets("成交价 12.3亿 → 12.4亿");
    await wang.privately.says("撤销").gets("已撤销");
  });

  it("is no investment of the year", async () => {
    const before = (await wang.says("查 603").gets()).text;
    await wang.says("603以12.6亿成交").gets("成交价（金额在内部看）");
    const after = (await wang.says("查 603").gets()).text;
    const ytd = (text: string) => /本年累计[^\n]*/.exec(text)?.[0];
    expect(ytd(after)).toBe(ytd(before));
    await wang.says("603成交价12.3").gets("成交价没有看清", "没有记");
  });

  it("in a long report it is not read, and that is said", async () => {
    await wang
      .says(
        "603本周桩基施工完成30%，土地成交价12.3亿元，力争年底前完成桩基，另外围挡已经全部完成，现场临设也搭好了，请各位领导知悉，后续进展我们再及时报告，谢谢各位领导关心支持",
      )
      .gets("桩基形象进度", "成交价没有记：请单独说一句");
  });

  it("an outside group sees no plot that is not its own", async () => {
    for (const words of ["地块 603", "土地", "监管 603", "土地监管到期"]) {
      const { text } = await office.zhou.says(words).gets();
      expect(text).not.toMatch(/603地块|12\.3/);
    }
  });
});

/**
 * 收储 by the demonstration year at the end of August: 核心区 16 亩; 拓展区 28 亩, 61,000 万.
 * 16 + 28 = 44 of about 140 亩: 31.4%, 96 short. 6.1 of about 30亿: 20.3%, 23.9亿 short.
 * 出让: 45 亩 for 12.3亿 and 30 亩 for 7.7亿 make 75 亩 and 20亿: 10% of about 200亿, 180亿 short.
 */
describe("土地", async () => {
  const office = await Office.open();
  const { li, chen } = office;

  it("adds up 收储 against the control total, and says which plot is held up by which gate", async () => {
    await chen
      .says("土地")
      .gets(
        "土地 2022年",
        "土地出让　控制数约200亿",
        "本年已成交：还没有",
        "计划本年内出让3宗：利欧地块（12月31日）、桃浦智谷地块（12月15日）、615、616地块（12月20日）",
        "⛔ 利欧地块（计划11月30日挂牌）　还差：土壤和地下水污染（未查）、净地（未移交）",
        "⛔ 615、616地块（计划12月20日挂牌）　还差：控规（未批，计划7月31日）",
        "土地收储　控制数约140亩、资金约30亿",
        "已收储44亩，占控制数31.4%，还差约96亩",
        "收储资金6.1亿，占控制数20.3%，还差约23.9亿",
        "· 核心区土地移交　16亩\n· 拓展区土地收储　28亩，6.1亿",
      );
  });

  it.each(["出让完成多少", "土地收储完成多少亩", "收储完成多少亩？", "土地情况"])("%s", async (words) => {
    await chen.says(words).gets("土地 2022年");
  });

  it("出让 in 亩 for everybody, in money where prices may be seen", async () => {
    await li.says("地块 利欧 面积45亩").gets("已记入 利欧地块", "地块面积 45亩");
    await li.says("智谷地块面积30亩").gets("已记入 桃浦智谷地块", "地块面积 30亩");
    for (const words of ["利欧成交价12.3亿，9月19日成交", "智谷成交价7.7亿，9月19日成交"]) {
      const asked = await li.says(words).gets("成交没有记");
      await (await li.clicks(asked, "照记：前置已经办好，随后补报")).shows("成交（完成）");
    }
    const { text } = await li
      .says("土地")
      .gets("本年已成交2宗共75亩：利欧地块（9月19日）、桃浦智谷地块（9月19日）", "成交价：金额在内部看");
    expect(text).not.toMatch(/20亿|180亿|10%|12\.3|7\.7/);
    await li.privately.says("土地").gets("成交价合计20亿，占控制数10%，还差约180亿");
    await chen.in(OFFICE_GROUP).says("土地").gets("成交价合计20亿");
    expect((await office.wang.privately.says("土地").gets("金额在内部看")).text).not.toContain("20亿，");
  });

  it("the area of a plot is said once more to change it, and its changes are kept", async () => {
    await li.says("地块 利欧 面积约46亩").gets("地块面积 45亩 → 约46亩");
    expect((await office.store.read.audit.of("plot", "L-05", 5)).map(({ from, to }) => [from, to])).toEqual([
      ["45亩", "约46亩"],
      [null, "45亩"],
    ]);
    await office.zhang.says("地块 利欧 面积50亩").gets("没有记账", "区商务委");
  });

  it("what it does not understand it says, and writes nothing", async () => {
    await li.says("地块 利欧 随便写点什么呀呀").gets("利欧地块");
    await li.says("地块 火星").gets("要看哪个项目");
    await li.says("地块 火星 成交价12.3亿").gets("要看哪个项目");
    await li.says("监管 火星 2022年检查 达标").gets("要看哪个项目");
    await li.says("智谷地块土壤污染（含地下水）治理方案已批复").gets("文字进展");
    await li.says("603成交价格多少钱").gets("603地块\n地块");
    await li.says("603还差哪些前置").gets("出让前置");
    await li.says("出让还差多少亿").gets("土地 2022年");
    await li.says("利欧竞得人是某某置业").gets("竞得人 某某置业");
    await li.says("利欧成交价12.3亿，智谷成交价7.7亿").gets("没有记账", "一次说一个地块");
    await li.says("地块 武宁路").gets("不是地块");
    await li.says("武宁路控规已批复").gets("已记入 武宁路快速化", "文字进展");
  });
});

describe("全生命周期管理", async () => {
  const office = await Office.open();
  const { li, wang, zhang } = office;

  // Signed on 2021-06-15, checked every June: the first check is due on 2022-06-30, 82 days before 9-20.
  it("an agreement has yearly checks; what is due is listed", async () => {
    await wang.says("土地监管到期").gets("还没有登记监管协议");
    await wang
      .says("603 监管协议 2021-06-15签 每年6月检查")
      .gets(
        "已记 603地块 监管协议",
        "每年6月检查",
        "2022年检查　6月30日，已逾82天",
        "2023年检查　2023年6月30日",
      );
    await li.says("土地监管到期").gets("监管检查 1项，逾期1项", "6月30日　603地块　2022年检查（已逾82天）");
    await li.says("哪些监管检查到期？").gets("监管检查 1项，逾期1项");
    await li.says("监管 603").gets("协议2021年6月15日签");
    await li.says("地块 603").gets("全周期监管　协议2021年6月15日签，每年6月检查");
  });

  it("a check that was not met may become a problem", async () => {
    const card = await wang
      .says("603 2022年检查 不达标 容积率没到协议要求")
      .gets("已记 603地块 2022年监管检查", "不达标　容积率没到协议要求");
    await (await wang.clicks(card, "登记问题")).shows(
      "已登记 #",
      "土地全周期监管2022年检查不达标：容积率没到协议要求",
    );
    await li.says("土地监管到期").gets("90天内没有要检查的");
  });

  it("a later word on the same year takes its place; taking that back restores the first", async () => {
    const card = await wang.says("603 2022年检查 达标").gets("不达标 → 达标");
    await (await wang.clicks(card, "撤销")).shows("已撤销", "2022年检查　⛔ 不达标");
  });

  it("what is lacking is said, and who may not is refused", async () => {
    await wang.says("606 监管协议 2022-06-30签").gets("每年几月检查没有说");
    await wang.says("606 2022年检查 达标").gets("没有登记监管协议");
    await wang.says("603 2019年检查 达标").gets("2019年的没有记");
    await zhang.says("603 2022年检查 达标").gets("没有记账", "桃浦智创城公司");
  });

  it("an agreement can be taken back", async () => {
    const card = await wang
      .says("606 监管协议 2022-06-30签 每年6月检查")
      .gets("2023年检查　2023年6月30日，还有283天");
    await (await wang.clicks(card, "撤销")).shows("没有登记监管协议");
  });
});
