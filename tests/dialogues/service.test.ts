import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

/** 跨前服务: what enterprises ask for. The clock stands at Tuesday 2022-09-20. */
describe("企业诉求", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, zhou, store } = office;
  const find = (number: number) => store.read.services.find(number);

  it("is registered with a number, who answers and until when", async () => {
    await li
      .says("诉求 国华人寿 希望加快规划许可 区建管委 9/30")
      .gets(
        "已登记 诉1　国华人寿",
        "希望加快规划许可",
        "答复单位 区建设管理委",
        "期限 9月30日（还有10天）",
        "新登记",
      );
    expect(await find(1)).toMatchObject({
      enterprise: "国华人寿",
      words: "希望加快规划许可",
      unit: "区建设管理委",
      due: "2022-09-30",
      state: "open",
    });
    await li.says("诉求 国华人寿 希望加快规划许可 区建管委 9/30").gets("已经登记过了，是诉1");
  });

  it("what is lacking is said, and set later", async () => {
    await chen
      .says("诉求 上海智造科技公司 员工班车停靠点不够")
      .gets("诉2　上海智造科技公司", "还缺答复单位和期限");
    await li
      .says("诉2 区建管委答复，10月15日前")
      .gets("答复单位 未定 → 区建设管理委", "期限 未定 → 10月15日");
    expect(await find(2)).toMatchObject({ unit: "区建设管理委", due: "2022-10-15", state: "open" });
  });

  it("no phone numbers and no persons are kept", async () => {
    await wang
      .says("诉求 普实医疗 门口道路积水，联系电话13812345678，请区绿化市容局答复 10月10日前")
      .gets("诉3　普实医疗", "门口道路积水", "答复单位 区绿化市容局", "电话、邮箱没有记");
    expect(JSON.stringify(await store.read.services.events(3))).not.toContain("138");
    expect((await find(3))?.words).toBe("门口道路积水");
    await li.says("诉求 王总 想要停车位").gets("像是个人，没有记", "企业的名称");
    await li.says("诉1 已答复：请找李工 021-52830000").gets("电话、邮箱没有记");
    await li.says("诉1 退回，答复得太笼统").gets("已答复 → 退回");
    expect(JSON.stringify(await store.read.services.events(1))).not.toContain("5283");
    // 改动记录 keeps the message beside the change
    const trail = (await store.read.audit.latest(50)).filter(({ subject }) => subject === "service");
    expect(trail.map(({ words }) => words)).toContain(
      "诉求 普实医疗 门口道路积水，请区绿化市容局答复 10月10日前",
    );
    const told = trail.map(({ from, to, reason, words }) => [from, to, reason, words]);
    expect(JSON.stringify(told)).not.toMatch(/138|5283/);
    expect(await find(4)).toBeNull();
  });

  it("is answered by the unit, and 办结 by whoever brought it in or the office, never by who answered", async () => {
    await wang
      .says("诉1 已答复：已进入审批")
      .gets("诉1由区建设管理委答复", "您登记在桃浦智创城公司", "没有动");
    const shown = await zhang.says("诉1").gets("诉1 退回");
    await zhang
      .says("正在和规资局会商，下周出结果", { replyTo: shown.messageId })
      .gets("诉1", "退回 → 办理中");
    await zhang.says("诉1 办结").gets("没有动");
    await zhang.says("诉1 已答复").gets("答复了什么？没有记");
    const card = await zhang
      .says("诉1 已答复：已进入审批，10月8日前出证")
      .gets("办理中 → 已答复", "答复：已进入审批，10月8日前出证");
    expect((await zhang.clicks(card, "办结")).toast).toContain("诉1由区建设管理委答复，李敏登记");
    await (await li.clicks(card, "退回")).shows("已答复 → 退回");
    await zhang.says("诉1 已答复：许可证今天已发").gets("退回 → 已答复");
    await li.says("诉1 办结").gets("已答复 → 已办结");
    await li.says("诉1 办结").gets("已经办结了");
    await li.says("诉1").gets("诉1 已办结　国华人寿", "经过", "退回", "许可证今天已发");
    const second = await li.says("诉2").gets("诉2 新登记");
    expect((await li.fills(second, "已答复", { answer: "" })).toast).toContain("请写答复了什么");
    const filled = await li.fills(second, "已答复", { answer: "增设两处停靠点" });
    await filled.shows("新登记 → 已答复", "答复：增设两处停靠点");
    await li.says("诉2 办结").gets("是您自己答复的，不能自己办结", "陈主任");
    await chen.says("诉2 办结").gets("已答复 → 已办结");
  });

  it("is put off with a reason, never without", async () => {
    await li.says("诉3 延到10月31日").gets("原因是什么？没有动");
    expect((await find(3))?.due).toBe("2022-10-10");
    await li.says("诉3 延到10月31日，原因汛期").gets("期限 10月10日 → 10月31日", "延过1次");
  });

  it("is listed by unit, by enterprise, by what is overdue", async () => {
    await li.says("企业诉求").gets("没办结的诉求：1个", "诉3　普实医疗");
    await li.says("诉求 全部").gets("全部诉求：3个");
    await li.says("国华人寿的诉求").gets("国华人寿 全部诉求：1个", "已办结");
    await li.says("诉求 区绿化市容局").gets("区绿化市容局答复 没办结的诉求：1个", "诉3");
    await zhang.says("我们单位的诉求").gets("区建设管理委答复 没办结的诉求", "没有这样的诉求");
    await li.says("逾期的诉求").gets("逾期的诉求", "没有这样的诉求");
    await office.isNow("2022-11-03T10:00:00+08:00");
    const list = await li.says("逾期的诉求").gets("逾期的诉求：1个", "10月31日（逾期3天）");
    await (await li.clicks(list, "看")).shows("诉3", "经过", "延期到10月31日");
    await li.says("诉求 没听过的公司").gets("没有没听过的公司的诉求", "要登记请写全");
    await li.says("诉99 已答复：好的").gets("没有诉99");
  });

  it("a slip is taken back by who made it", async () => {
    const card = await wang.says("诉求 中环科技 要求加装路灯").gets("诉4　中环科技");
    expect((await zhang.clicks(card, "撤销")).toast).toContain("没有动");
    await (await wang.clicks(card, "撤销")).shows("已撤销 诉4");
    expect(await find(4)).toBeNull();
    await wang.says("诉求 中环科技 要求加装路灯").gets("诉5");
    await wang.says("603 主体结构准备工作启动").gets("603地块");
    // The report came last: 撤销 is about that.
    await wang.says("撤销").gets("603地块");
    await wang.says("诉求 绿洲公司 希望提前通水").gets("诉6");
    await wang.says("撤销").gets("已撤销 诉6");
    expect(await find(5)).not.toBeNull();
  });

  it("is not for outside, nor for who is not registered", async () => {
    expect((await zhou.says("企业诉求").gets()).text).not.toMatch(/国华|普实/);
    expect((await liu.says("诉求 某某公司 要开路口").gets()).text).toContain("登记");
    expect(await find(7)).toBeNull();
  });
});

describe("the demonstration year's problems and requests", async () => {
  const office = await Office.open({ hasRegister: true });
  const { li } = office;

  it("stand where their events left them on 9月20日, marked as made up", async () => {
    await li.says("问题").gets("演示数据", "未销号问题：3个", "逾期1个", "等销号1个", "9月15日（逾期5天）");
    await li.says("#4").gets("#4 申请销号", "延过1次", "第二家供货商已进场");
    await li.says("#1").gets("#1 已销号", "李敏：同意销号");
    await li
      .says("企业诉求")
      .gets("没办结的诉求：2个", "逾期1个", "诉1　普实医疗", "诉2　国华人寿", "演示数据");
  });
});
