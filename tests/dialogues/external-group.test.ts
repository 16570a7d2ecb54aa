import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** Any amount of money, as the bot writes them. */
const AMOUNT = /\d[\d.]*(?:亿|万|元)/;

describe("in a group with outside members", async () => {
  const office = await Office.open();
  const { zhou, store } = office;
  const zhang = office.zhang.in(EXTERNAL_GROUP);
  const li = office.li.in(EXTERNAL_GROUP);

  it("their own project is shown without any amount", async () => {
    await office.zhang.says("武宁路累计完成1.02亿").gets("已记入");
    const asked = ["查 武宁路", "武宁路为什么亮红", "武宁路还差多少", "8月底武宁路是多少", "列表", "滞后"];
    for (const words of asked) {
      const card = await zhou.says(words).gets();
      expect(card.text).not.toMatch(AMOUNT);
      expect(card.text).not.toContain("金额略");
    }
  });

  it("the history too, on every page", async () => {
    const first = await zhou
      .says("历史 武宁路")
      .gets("填报历史", "本年累计投资（金额不在这里显示；截至9月）");
    expect(first.text).not.toMatch(AMOUNT);
    const second = await (await zhou.clicks(first, "下一页")).shows("第2／3页");
    expect(second.text).not.toMatch(AMOUNT);
  });

  it("amounts within words are left out as well", async () => {
    await office.li.says("武宁路 桥墩完成，本月支付工程款三千多万元").gets();
    expect((await zhou.says("查 武宁路").gets("武宁路快速化")).text).not.toMatch(/三千多万/);
  });

  it("other projects are not there, not even by name", async () => {
    const card = await zhou.says("查 敦煌南路").gets("这里看不了", "这里可以看：武宁路快速化");
    expect(card.text).not.toContain("敦煌南路（");
    expect((await zhou.says("外环咋样了").gets()).text).not.toContain("外环普陀段抬升");
    await zhou.says("列表").gets("共1个", "武宁路快速化");
  });

  it("land prices, totals and rankings are refused, and kept", async () => {
    const before = (await office.refusals()).length;
    for (const words of ["土地出让多少钱", "总览", "排名", "比上月变化"]) {
      const card = await zhou.says(words).gets("这里看不了", "只在内部看");
      expect(card.text).not.toMatch(AMOUNT);
    }
    expect((await office.refusals()).length - before).toBe(4);
    await office.li.says("诊断").gets("土地出让多少钱（只在内部看）");
  });

  it("a report of the project's own reporter is written, and the amount is not echoed", async () => {
    const card = await zhang
      .says("武宁路累计完成1.1亿，形象进度66%")
      .gets("已记入 武宁路快速化", "本年累计投资（金额不在这里显示；截至9月）", "60% → 66%", "完成34.4%");
    expect(card.text).not.toMatch(AMOUNT);
    expect((await store.read.ledger.figures("S-06")).years[2022]?.ytd["2022-09"]?.yuan).toBe(110_000_000);
    const undone = await (await zhang.clicks(card, "撤销")).shows("已撤销", "66% → 60%");
    expect(undone.text).not.toMatch(AMOUNT);
  });

  it("a question about a figure does not tell the last one", async () => {
    const card = await zhang.says("武宁路累计完成800万").gets("还少，说的是当月完成吗");
    expect(card.text).not.toMatch(/1\.02亿|9000万/);
  });

  it("nor can what is hidden be computed from it, nor read off its buttons", async () => {
    const labels = ({ buttons }: { buttons: { text: string }[] }) => buttons.map(({ text }) => text);
    await office.zhang.says("武宁路9月累计完成1.12亿").gets("已记入");
    const between = await zhang.says("武宁路9月干了3200万").gets("相差", "没有记。哪个对");
    expect(labels(between)).toEqual([
      "9月是 3200万，累计跟着改",
      "累计不动，9月按累计的差额记",
      "另外又完成的",
      "没错，就这样记",
      "都不是",
    ]);
    expect(between.text).not.toMatch(/[\d.]+亿|1200万/);
    const written = await (await zhang.clicks(between, "累计不动，9月按累计的差额记")).shows("已记入");
    expect(written.text).not.toMatch(/[\d.]+亿|1200万/);
    const leap = await zhang.says("武宁路累计17亿").gets("比年度计划多得多，没有记");
    expect(leap.text).not.toMatch(/倍|%|1\.12亿|3\.2亿/);
    const falls = await zhang.says("武宁路又完成1000万").gets("已记入");
    expect(falls.text).not.toMatch(/1\.22亿/);
    const month = await zhang.says("武宁路9月完成1500万").gets("累计会从");
    expect(labels(month)).toEqual(["对，就这样记", "另外又完成的", "都不是"]);
  });

  it("a list that finds nothing speaks of what may be seen here only", async () => {
    await zhou.says("滞后 桃浦智创城公司").gets("这里能看的项目里，桃浦智创城公司没有在册的项目");
    await zhou.says("哪些滞后").gets("这里能看的项目里，没有滞后的项目");
    await zhou.says("列表 红灯").gets("这里能看的项目里没有符合的");
  });

  it("an outsider may not write", async () => {
    await zhou.says("武宁路 90%").gets("没有记账", "推进办李敏");
  });

  it("the office's own matters are not laid open there", async () => {
    await li.says("诊断").gets("这里看不了");
    await li.says("订阅 滞后摘要").gets("这里看不了", "提醒只发给内部");
    await li.says("排会 9月27日下午2点 区府3楼").gets("这里看不了");
    const people = await li.says("人员").gets("不在外部群里列出");
    expect(people.text).not.toContain("王芳");
  });

  it("no scheduled post goes there", async () => {
    await office.isNow("2022-09-26T09:10:00+08:00");
    expect(office.posts(EXTERNAL_GROUP)).toEqual([]);
  });

  it("binding more shows more, unbinding shows nothing, old buttons included", async () => {
    await li.says("绑定 603").gets("已绑定", "603地块");
    const card = await zhou.says("查 603").gets("603地块");
    await li.says("绑定 清空").gets("已解除");
    expect((await zhou.clicks(card, "历史")).toast).toMatch(/这个项目不在这里。.*推进办李敏/);
    expect((await office.refusals())[0]).toBe("not-here");
    await zhou.says("查 武宁路").gets("这里还没有绑定项目", "推进办李敏");
    await li.says("绑定 火星").gets("没有改动", "没有找到“火星”");
  });
});

describe("somebody from outside, in private", async () => {
  const office = await Office.open();
  const zhou = office.zhou.privately;

  it("sees no project and gets no posts", async () => {
    await zhou.says("武宁路咋样了").gets("这里看不了", "请到您的项目群里问我", "推进办李敏");
    await zhou.says("订阅 滞后摘要").gets("这里看不了");
    await zhou.says("排会 9月27日下午2点 区府3楼").gets("这里看不了");
  });

  it.each(["哪些滞后", "红灯项目", "谁没报", "列表", "列表 红灯", "节点", "武宁路有哪些节点"])(
    "%s: not an empty list, but who they are here, where to look and whom to ask",
    async (words) => {
      const before = (await office.refusals()).length;
      const { text } = await zhou
        .says(words)
        .gets(
          "这里看不了",
          "您是外单位的同事，还没有登记",
          "请到您的项目群里问我",
          "找推进办李敏（综合管理科）登记",
        );
      expect(text).not.toMatch(/共0个|没有滞后|没有到期/);
      expect((await office.refusals()).length - before).toBe(1);
    },
  );

  it("cannot reach more by the buttons of a card", async () => {
    const greeted = await zhou.says("你好").gets("您好");
    expect(greeted.buttons.map(({ text }) => text)).toEqual(["帮助"]);
    const card = await zhou.says("列标").gets("没听懂");
    const shown = await (await zhou.clicks(card, "列表")).shows("这里看不了", "推进办李敏");
    expect(shown.text).not.toContain("共0个");
  });

  it("registered with a unit that answers for nothing, is told so", async () => {
    const outsider = { openId: zhou.openId, name: "周强", unit: "某施工单位", section: null } as const;
    await office.store.transaction((tx) => tx.people.register({ ...outsider, role: "reporter" }, "test", 0));
    await zhou.says("哪些滞后").gets("您登记在某施工单位，名下没有项目", "登记有误请找推进办李敏");
  });

  it("registered, sees and writes the own unit's projects, without money", async () => {
    const outsider = { openId: zhou.openId, name: "周强", unit: "城投水务", section: null } as const;
    await office.store.transaction((tx) => tx.people.register({ ...outsider, role: "reporter" }, "test", 0));
    await zhou.says("列表").gets("共1个", "中央绿地排水泵站");
    const card = await zhou.says("泵站累计完成3200万").gets("已记入", "金额不在这里显示");
    expect(card.text).not.toContain("3000万");
    await zhou.says("武宁路 70%").gets("没有记账");
  });
});

describe("a group that turns out to be an outside group", async () => {
  const office = await Office.open();

  it("is one from the first word of a foreign member on, for others, clicks and posts too", async () => {
    const { liu, zhou, sandbox } = office;
    const overview = await liu.says("列表").gets("共34个");
    sandbox.control.join(PROJECT_GROUP, zhou.openId);
    await zhou.in(PROJECT_GROUP).says("列表").gets("这里还没有绑定项目，请推进办李敏");
    await liu.says("总览").gets("这里看不了");
    await (await liu.clicks(overview, "下一页")).shows("这里看不了", "这里还没有绑定项目");
    await office.isNow("2022-09-26T09:10:00+08:00");
    expect(office.posts(), "the office's posts are not for outside groups").toEqual([]);
  });
});

describe("clicks where outsiders are", async () => {
  const office = await Office.open();
  const { li, zhang, zhou, sandbox, store } = office;

  it("an old card of a command for insiders tells nothing any more", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    const card = await zhang.says("排会 什么时候").gets("区府3楼");
    sandbox.control.join(PROJECT_GROUP, zhou.openId);
    const clicked = await zhou.in(PROJECT_GROUP).clicks(card, "参会");
    expect(clicked.toast).toContain("推进会的安排只在内部说");
    expect((await zhang.clicks(card, "请假")).toast).toContain("推进会的安排只在内部说");
    expect(await office.refusals()).toEqual(["inside-only", "inside-only"]);
    const [meeting] = await store.read.meetings.between(0, Number.MAX_SAFE_INTEGER);
    expect(await store.read.meetings.attendance(meeting?.id ?? 0)).toEqual([]);
  });

  it("a private chat stays one", async () => {
    const { privately } = zhou;
    const card = await privately.says("你好").gets("您好");
    const known = { chatId: privately.chat, type: "p2p", name: "", external: false, office: false } as const;
    await store.transaction((tx) => tx.chats.keep(known, 0));
    await privately.clicks(card, "帮助");
    expect(await store.read.chats.find(privately.chat)).toEqual({ ...known, external: true });
  });
});

describe("a group the platform does not tell about", async () => {
  const office = await Office.open();

  it("is taken for an outside group until it does", async () => {
    const { sandbox, li } = office;
    const { chatId } = sandbox.control.addChat({ name: "不知道的群", members: [li.openId] });
    sandbox.control.failNext({ path: `/im/v1/chats/${chatId}`, effect: { kind: "http", status: 500 } });
    await li.in(chatId).says("总览").gets("这里看不了");
    sandbox.clock.set(sandbox.clock.now() + 11 * 60_000);
    await li.in(chatId).says("总览").gets("2022年总览");
  });
});
