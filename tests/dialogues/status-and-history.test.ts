import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("asking about one project", async () => {
  const office = await Office.open();
  const { zhang, chen, liu } = office;

  // 敦煌南路: plan 3.2亿, 1.02亿 done = 31.875%, due 8 ÷ 12 = 66.67%, 34.79 points behind;
  // 2.18亿 in four months are 5450万 a month; 8900 + 1300 = 10200万 in August, 6300万 in May: 1300万 a month.
  it("查: lamp with its arithmetic, figures, milestone, team, last reports with who and when", async () => {
    await chen
      .says("查 敦煌南路")
      .gets(
        "🔴 敦煌南路（真南路-金昌路）",
        "本年累计投资 1.02亿（截至8月），占年度计划3.2亿的31.9%",
        "按期须月均5450万，近3月均1300万，照此年末48.1%",
        "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点（时序8÷12）",
        "下一个节点　施工许可证 9月8日（已逾12天）",
        "责任单位　区建设管理委",
        "负责人 郑示例，联络员 张伟",
        "9月16日 09:54 张伟：文字进展 剩余2户已上门第三轮",
        "规则 v1　数据截至9月20日（8月已关账）",
      );
  });

  it.each(["敦煌南路咋样了", "敦煌南路（真南路-金昌路）", "查询 敦煌南路"])(
    "%s is the same question",
    async (words) => {
      await chen.says(words).gets("🔴 敦煌南路（真南路-金昌路）", "下一个节点");
    },
  );

  it("为什么 is answered with why first", async () => {
    const { text } = await chen.says("敦煌南路为什么亮红").gets("现在是红灯，因为", "已连续2个月");
    expect(text.indexOf("因为")).toBeLessThan(text.indexOf("形象进度"));
  });

  it("为什么亮红 of a green one says that it is green", async () => {
    await chen.says("武宁路为什么亮红").gets("现在是绿灯，因为", "差1.9点");
  });

  it("谁负责 is answered with the owner first", async () => {
    const { text } = await chen.says("603谁负责").gets("责任单位　桃浦智创城公司", "联络员 王芳");
    expect(text.indexOf("责任单位")).toBeLessThan(text.indexOf("最近填报"));
  });

  // 3.2亿 × 8 ÷ 12 = 2.1333亿 due, less 1.02亿 = 1.1133亿; 3.2 − 1.02 = 2.18亿 for the year.
  it("还差多少 is answered with the shortfall first", async () => {
    const { text } = await chen
      .says("敦煌南路还差多少")
      .gets(
        "到8月底应完成2.13亿，已完成1.02亿，差1.11亿（差34.8点）",
        "全年计划3.2亿，还差2.18亿；按期须月均5450万",
      );
    expect(text.indexOf("还差多少")).toBeLessThan(text.indexOf("形象进度"));
    expect(text.split("按期须月均")).toHaveLength(2);
  });

  it("还差多少 without a plan says what is missing", async () => {
    await chen.says("615地块还差多少").gets("没有登记年度计划投资");
  });

  it("several questions about one project are one card", async () => {
    const { text } = await chen.says("敦煌南路为什么红？谁负责？").gets("因为", "责任单位");
    expect(text.split("下一个节点")).toHaveLength(2);
  });

  it("two projects in one question are two answers on one card", async () => {
    await chen.says("武宁路咋样了，603咋样了").gets("武宁路快速化", "603地块");
  });

  // Said on 2 September for the end of August: 62%, 2.698亿. In the middle of August July's figures stood.
  it("as it stood at a month's end, and in its middle", async () => {
    await chen.says("8月底新金环是多少").gets("新金环88广场　8月31日", "形象进度 62%", "2.698亿（截至8月）");
    await chen.says("8月15日新金环是多少").gets("形象进度 60%", "2.448亿（截至7月）");
  });

  it("an unknown project is not guessed: the nearest ones are offered", async () => {
    const card = await chen.says("查 外环").gets("外环普陀段抬升", "金昌路外环立交", "外环生态公园带桃浦段");
    const button = card.buttons.find(({ text }) => text.includes("金昌路外环立交"));
    await (await chen.clicks(card, button?.text ?? "")).shows("金昌路外环立交", "下一个节点");
  });

  it("查 alone says how", async () => {
    await chen.says("查").gets("要看哪个项目", "如“查 武宁路”");
  });

  it("历史: newest first, turned over by buttons, reached from the project's card too", async () => {
    await zhang.says("武宁路 65%").gets("已记入");
    const card = await liu.says("历史 武宁路").gets("9月20日 10:00 张伟：形象进度 65%", "第1／");
    expect(card.text.indexOf("9月20日")).toBeLessThan(card.text.indexOf("9月2日"));
    const older = await (await liu.clicks(card, "下一页")).shows("第2／");
    await (await liu.clicks(older, "上一页")).shows("第1／");
    const status = await liu.says("查 武宁路").gets("历史");
    const turned = await (await liu.clicks(status, "历史")).shows("填报历史");
    await (await liu.clicks(turned, "下一页")).shows("第2／");
  });

  it("最近填报 holds what counts; 历史 also what was taken back", async () => {
    for (const percent of [46, 47, 48]) {
      await zhang.says(`敦煌南路 ${percent}%`).gets("已记入");
      await zhang.says("撤销").gets("已撤销");
    }
    const { text } = await liu.says("查 敦煌南路").gets("最近填报\n9月16日 09:54 张伟");
    expect(text).not.toContain("已撤销");
    await liu.says("历史 敦煌南路").gets("形象进度 48%（已撤销）", "形象进度 47%（已撤销）");
  });

  it("what may not be shown any more is refused with a contact, and kept", async () => {
    const zhou = office.zhou;
    const li = office.li.in(zhou.chat);
    const card = await zhou.says("查 武宁路").gets("武宁路快速化");
    const past = await zhou.says("历史 武宁路").gets("填报历史");
    await li.says("绑定 清空").gets("已解除");
    const before = (await office.refusals()).length;
    expect((await zhou.clicks(card, "历史")).toast).toMatch(/不在这里.*推进办李敏/);
    expect((await zhou.clicks(past, "下一页")).toast).toMatch(/不在这里.*推进办李敏/);
    await zhou.says("历史 武宁路").gets("推进办李敏");
    await zhou.says("查 武宁路").gets("推进办李敏");
    expect((await office.refusals()).slice(0, -before || undefined)).toEqual(Array(4).fill("not-here"));
  });

  it("历史 alone says how", async () => {
    await liu.says("历史").gets("要看哪个项目", "如“历史 武宁路”");
  });
});
