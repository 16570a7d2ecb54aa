import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("who may do what", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("the office may write every project", async () => {
    await li.says("603 7%").gets("已记入 603地块");
  });

  it("a reporter writes what belongs to the unit; of others they learn whose it is and whom to ask", async () => {
    await zhang
      .says("603 9%")
      .gets("没有记账", "由桃浦智创城公司填报", "您登记在区建设管理委", "推进办李敏（综合管理科）");
    expect(await percent("L-09")).toBe(7);
    expect(await office.refusals()).toEqual(["not-yours"]);
  });

  it("a member of the project's team writes it, whatever their unit", async () => {
    await store.transaction((tx) =>
      tx.teams.keepTeam("L-09", [{ name: "张伟", part: "联络员", unit: null, openId: zhang.openId }]),
    );
    await zhang.says("603 9%").gets("已记入 603地块");
  });

  it("a leader reads", async () => {
    await chen.says("武宁路 70%").gets("没有记账", "领导只看不填");
    await chen.says("查 武宁路").gets("🟢 武宁路快速化");
  });

  it("who is not registered reads, and is told whom in the 推进办 to ask", async () => {
    await liu.says("武宁路 70%").gets("没有记账", "您还没有登记为填报人", "推进办李敏（综合管理科）");
    await liu.says("滞后").gets("滞后的有8个");
    expect(await percent("S-06")).toBe(60);
  });

  it("another's button says whose it is and whom to ask, and it is kept", async () => {
    const card = await zhang.says("武宁路 61%").gets("已记入");
    const { toast } = await wang.clicks(card, "撤销");
    expect(toast).toBe("这个按钮请填报人自己或推进办来点：张伟，或推进办李敏（综合管理科）");
    expect((await office.refusals())[0]).toBe("not-your-button");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
    const own = await li.says("武宁路 61%").gets("已记入");
    expect((await wang.clicks(own, "撤销")).toast).toMatch(/来点：推进办李敏（综合管理科）$/);
    await (await li.clicks(own, "撤销")).shows("已撤销");
  });

  it("what is the office's own is refused to others, and kept", async () => {
    for (const words of ["人员", "诊断", "绑定 武宁路", "排会 9月27日下午2点 区府3楼", "订阅 滞后摘要"])
      await wang.says(words).gets("这件事要请推进办来办", "推进办李敏");
    expect((await office.refusals()).slice(0, 5)).toEqual(Array(5).fill("office-only"));
    await li.says("诊断").gets("王芳：订阅 滞后摘要（只有推进办能办）");
  });
});

describe("绑定", async () => {
  const office = await Office.open();

  it("in an inside group shows nothing less, and says when it will count", async () => {
    await office.li.says("绑定").gets("没有改动", "现在绑定的：没有", "如“绑定 武宁路”");
    await office.li.says("绑定 武宁路").gets("已绑定", "绑定了：武宁路快速化", "现在能看全部项目");
    await office.li.says("列表").gets("共34个");
    await office.li.says("绑定").gets("现在绑定的：武宁路快速化");
  });
});

describe("people", async () => {
  const office = await Office.open();
  const { li, liu, zhang } = office;

  it("人员 registers, and from then on the person may write", async () => {
    await li
      .says("人员 @小刘 区建管委 填报", { mentions: [liu.openId] })
      .gets("已登记", "小刘：区建设管理委 填报");
    await liu.says("武宁路 61%").gets("已记入 武宁路快速化");
  });

  it("changes what somebody is", async () => {
    await li.says("人员 @小刘 访客", { mentions: [liu.openId] }).gets("已登记", "小刘：访客（只看）");
    await liu.says("武宁路 62%").gets("没有记账", "还没有登记");
  });

  it("keeps the section", async () => {
    await li.says("人员 @小刘 推进办 综合管理科", { mentions: [liu.openId] }).gets("已登记", "推进办");
    await zhang.says("603 9%").gets("推进办李敏（综合管理科）、小刘（综合管理科）");
  });

  it("says what it did not understand", async () => {
    await li.says("人员 @小刘 火星局 填报", { mentions: [liu.openId] }).gets("没有登记", "“火星局”不是单位");
    await li.says("人员 @小刘", { mentions: [liu.openId] }).gets("没有登记", "请写明角色");
    await li.says("人员 @小刘 填报", { mentions: [liu.openId] }).gets("没有登记", "要写明单位");
    await li.says("人员 张三 区建管委 填报").gets("没有登记", "请 @ 要登记的人");
  });

  it("lists who is registered", async () => {
    await li.says("人员").gets("登记了5人", "区建设管理委（1人）　张伟 填报", "陈主任 领导");
  });
});

describe("诊断", async () => {
  const office = await Office.open();
  const { li, store, sandbox } = office;
  const diagnosis = () => li.in(OFFICE_GROUP).says("诊断");

  it("all is well: the counts, and no numbers that are not there", async () => {
    const { text } = await diagnosis().gets(
      "诊断：收发正常",
      "等着发出的消息：0条",
      "没发出、已放到一边的消息：0条",
      "没处理成、已放到一边的消息：0条",
      "被拒绝的操作：0条",
    );
    expect(text).not.toContain("编号");
  });

  it("what was put aside is shown with its number and its code", async () => {
    sandbox.control.mute(PROJECT_GROUP, 230053);
    await li.says("列表").getsNothing();
    sandbox.control.mute(PROJECT_GROUP, null);
    await diagnosis().gets(
      "没发出、已放到一边的消息：1条",
      /发件#\d+　9月20日 10:0\d　没发出：机器人在群里被禁言（230053）/,
      "按 # 后面的编号",
    );
  });

  it("of a fault only the code is shown, nothing of what people wrote", async () => {
    await store.transaction(async (tx) => {
      const event = { key: "m-1", eventId: null, lane: "oc_x", event: {} };
      const [row] = await tx.inbox.keep([event], 0);
      const reason = "insert into entries values ('武宁路 9%', 'app_secret=abc') - SQLITE_CONSTRAINT: failed";
      await tx.inbox.fail(row?.seq ?? 0, sandbox.clock.now(), reason);
    });
    const { text } = await diagnosis().gets(/收件#\d+　9月20日 10:0\d　程序出错（SQLITE_CONSTRAINT）/);
    expect(text).not.toMatch(/insert|secret|9%/);
  });
});
