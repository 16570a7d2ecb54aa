import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("流程", async () => {
  const office = await Office.open();
  const { chen, wang, zhang, zhou, li } = office;

  // 设计方案 planned 6-30, done 6-27; 工规证 planned 10-31, 41 days after 9-20.
  it("draws the steps: done with days early, what goes on, and with whom", async () => {
    const { text } = await chen
      .says("流程 606")
      .gets(
        "606地块\n流程图　社会投资　并联审批",
        "走到　12步过了2步",
        "工规证（区规划资源局）",
        "✅ 设计方案\n6月27日办结\n早3天",
        "🔵 工规证\n计划10月31日\n还有41天",
        "⚪ 投用",
        "✅办结　🔵在办　⛔卡住　🟠容缺　⚪未到；并排的同时办",
      );
    expect(text).toMatch(/🔵 初步设计\n没有报日期\n🔵 工规证/);
  });

  // 施工许可证 was planned for 9-08: 12 days late; 初步设计 planned 4-30, done 4-28.
  it("a blocked step says what it waits for, whose that is, and how late", async () => {
    await chen
      .says("流程 敦煌南路")
      .gets(
        "卡住　施工许可证、开工",
        "⛔ 开工　计划10月15日，还有25天\n　等 施工许可证（区建设管理委，已逾12天）",
        "✅ 初步设计\n4月28日办结\n早2天",
        "✅ 立项　日期没报",
      );
  });

  it("四早 counts against the first planned day", async () => {
    await chen.says("流程 武南路").gets("四早　早开工2天");
    await zhang.says("武南路竣工验收推迟到2023年9月30日，因为征收没完").gets("原因：征收没完");
    await chen
      .says("流程 武南路")
      .gets(
        "早开工2天、竣工计划比原定晚30天",
        "计划2023年9月30日，还有375天，比原定2023年8月31日晚30天",
        "改期原因：征收没完",
      );
    await chen.says("历史 武南路").gets(/竣工验收（计划）[^\n]*（原因：征收没完）/);
  });

  it.each(["606走到哪一步了", "流程图 606", "走到哪一步了 606", "606到哪一步了"])("%s", async (words) => {
    await chen.says(words).gets("606地块\n流程图");
  });

  it("without a name it means the project just spoken of", async () => {
    await zhang.says("敦煌南路咋样了").gets("敦煌南路");
    await zhang.says("走到哪一步了").gets("敦煌南路（真南路-金昌路）\n流程图");
    await li.says("流程").gets("要看哪个项目", "如“流程 武宁路”");
  });

  it("a name that is not exact is asked about, with buttons", async () => {
    const card = await chen.says("流程 外环").gets("要看哪个项目", "外环普陀段抬升");
    await (await chen.clicks(card, "外环普陀段抬升")).shows("外环普陀段抬升\n流程图");
  });

  it("buttons lead to the list of milestones and to the project", async () => {
    const card = await chen.says("流程 606").gets("流程图");
    await (await chen.clicks(card, "节点")).shows("建设工程规划许可证", "还有41天");
    const again = await chen.says("流程 606").gets("流程图");
    const status = await (await chen.clicks(again, "查")).shows("606地块", "下一个节点");
    await (await chen.clicks(status, "历史")).shows("填报历史");
  });

  it("a step is told with its day, whatever it is called; it can be taken back", async () => {
    const card = await wang.says("流程 603 核准·备案 3月15日办结").gets("已记入 603地块", "3月15日");
    await chen.says("流程 603").gets("✅ 核准·备案　3月15日办结");
    await (await wang.clicks(card, "撤销")).shows("已撤销");
    await chen.says("流程 603").gets("✅ 核准·备案　日期没报");
    await zhang.says("流程 603 核准·备案 3月15日办结").gets("没有记账", "桃浦智创城公司");
  });

  it("a button on the project's card leads here, and from here to the plot", async () => {
    const status = await chen.says("查 606").gets("606地块");
    const drawn = await (await chen.clicks(status, "流程")).shows("606地块\n流程图");
    const plot = await (await chen.clicks(drawn, "地块")).shows("606地块\n地块　区属重大");
    await (await chen.clicks(plot, "流程")).shows("流程图");
  });

  // 603: 施工许可证 was signed for 9-30; 10-20 is 20 days later.
  it("a step put off in one clause gets its new day and the reason; no problem is opened", async () => {
    await wang
      .says("603施工许可证因管线未迁延期到10月20日")
      .gets("施工许可证（计划） 9月30日 → 10月20日", "原因：管线未迁");
    await chen.says("流程 603").gets("计划10月20日，还有30天，比原定9月30日晚20天", "改期原因：管线未迁");
    expect((await chen.says("问题 603").gets()).text).not.toContain("管线未迁延期");
  });

  it("an outside group sees its own project only", async () => {
    await zhou.says("流程 武宁路").gets("武宁路快速化\n流程图", "市级审批部门");
    const { text } = await zhou.says("流程 606").gets("这里看不了", "推进办李敏");
    expect(text).not.toContain("606地块");
  });
});

describe("容缺", async () => {
  const office = await Office.open();
  const { chen, wang, zhang, liu } = office;

  it("is kept with its day, shown in the chart, the list and the history, and can be taken back", async () => {
    const card = await wang
      .says("容缺 606 工规证 10月15日")
      .gets("已记容缺 606地块", "建设工程规划许可证（容缺，补齐期限） 10月15日", "606地块 工规证已取得");
    await chen.says("流程 606").gets("容缺　工规证", "🟠 工规证\n容缺，10月15日前补\n还有25天");
    await chen.says("节点 606").gets("10月15日　606地块　建设工程规划许可证（容缺，还有25天）");
    await chen.says("历史 606").gets("王芳：建设工程规划许可证（容缺，补齐期限） 10月15日");
    await (await wang.clicks(card, "撤销")).shows("已撤销");
    await chen.says("流程 606").gets("🔵 工规证\n计划10月31日");
  });

  it.each(["606 工规证 容缺 10月15日补", "容缺：606，工规证，10月15日前补"])("%s", async (words) => {
    await wang.says(words).gets("已记容缺 606地块", "10月15日");
    await wang.says("撤销").gets("已撤销");
  });

  it("what follows need not wait for it, until its day has passed", async () => {
    await wang.says("603 施工图9月1日取得").gets("已记入");
    await wang.says("603 工规证 容缺 10月15日补").gets("6月30日办结，不用容缺");
    await zhang.says("容缺 敦煌南路 用规证 9月25日").gets("已记容缺");
    await zhang.says("容缺 敦煌南路 工规证 9月25日").gets("已记容缺");
    await zhang.says("敦煌南路施工图9月1日取得").gets("已记入");
    await chen.says("流程 敦煌南路").gets("🔵 施工许可证　计划9月8日，已逾12天");
    await office.isNow("2022-09-28T10:00:00+08:00");
    await chen
      .says("流程 敦煌南路")
      .gets("🟠 工规证\n容缺，9月25日前补\n已逾3天", "等 工规证（区规划资源局，已逾3天）");
    await zhang.says("敦煌南路 工规证已取得").gets("已记入");
    await chen.says("流程 敦煌南路").gets("✅ 工规证\n9月28日办结");
  });

  it.each([
    ["容缺 火星路 工规证 10月15日", "没看出是哪个项目", "如“容缺 606 工规证 10月15日”"],
    ["容缺 606", "没看出容缺哪一项手续", "没有记账"],
    ["容缺 606 工规证", "要有补齐的日期", "没有记账"],
    ["容缺 606 用规证 9月15日", "9月15日已经过了", "没有记账"],
    ["容缺 606 开工 10月15日", "开工是要做成的事", "没有记账"],
    ["容缺 606 电通 10月15日", "不在这个项目的流程里", "没有记账"],
    ["容缺 606 603 工规证 10月15日", "一次容缺一个项目的手续", "没有记账"],
  ])("%s is answered with what it lacks", async (words, ...answer) => {
    await wang.says(words).gets(...answer);
  });

  it("several papers at once; what cannot be made up is said", async () => {
    await wang
      .says("容缺 606 初步设计、施工图、开工 10月20日")
      .gets("已记容缺 606地块，有1处没记", "初步设计（容缺", "施工图（容缺", "开工是要做成的事");
  });

  it("a name that is not known is not taken for the project spoken of", async () => {
    await wang.says("容缺 用规证 10月20日").gets("已记容缺 606地块");
    await wang.says("容缺 火星路 用规证 10月25日").gets("没看出是哪个项目", "没有记账");
  });

  // 敦煌南路: 用规证 and 工规证 were made up; 606: 用规证 by 10-20, 22 days after 9-28, and more.
  it("the list of what is still to be made up, the nearest first", async () => {
    const { text } = await chen
      .says("容缺清单")
      .gets("10月20日　606地块　用规证·供地（区规划资源局，还有22天）", "补齐了说一声");
    expect(text).not.toContain("工规证（");
    await office.isNow("2022-10-25T10:00:00+08:00");
    const card = await chen.says("哪些手续容缺").gets("逾期", "🔴 10月20日　606地块", "已逾5天");
    await (await chen.clicks(card, "606地块")).shows("流程图");
    await chen.says("容缺清单 606").gets("606地块");
    await chen.says("容缺清单 逾期").gets("606地块");
    await chen.says("容缺清单 区建管委").gets(/没有容缺|敦煌南路/);
    await chen.says("容缺清单 火星").gets("不是单位或项目");
    expect((await office.zhou.says("容缺清单").gets()).text).not.toContain("606地块");
  });

  it("only who may report the project may say so", async () => {
    await zhang.says("容缺 606 施工图 10月15日").gets("没有记账", "桃浦智创城公司");
    await liu.says("容缺 606 施工图 10月15日").gets("没有记账", "登记");
    await chen.says("容缺 606 施工图 10月15日").gets("领导只看不填");
  });
});
