import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** 建筑业留税: 开工 makes the office ask itself, in its own group and nowhere else. */
describe("留税", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, store } = office;
  const inside = li.in(OFFICE_GROUP);
  const asked = (work: () => Promise<unknown>) => office.postedDuring(work, OFFICE_GROUP);

  it("is asked in the office's group when 开工 is reported, and nothing of it is shown to who reports", async () => {
    let echo = "";
    const posts = await asked(async () => {
      const elsewhere = await office.postedDuring(async () => {
        echo = (await zhang.says("武宁路9月15日已开工").gets("武宁路快速化", "开工")).text;
      });
      expect(elsewhere).toEqual([]);
    });
    expect(echo).not.toMatch(/总包|留税|注册/);
    expect(posts.map(({ text }) => text)).toEqual([expect.stringContaining("留税　武宁路快速化")]);
    expect(posts[0]?.text).toContain("9月15日开工（张伟报）");
    expect(posts[0]?.text).toContain("总包单位是谁？在本区注册吗？");
    const [card] = posts;
    if (!card) throw new Error("nothing asked");
    expect(
      (await li.in(OFFICE_GROUP).fills(card, "记下", { contractor: "", registration: "外区" })).toast,
    ).toContain("请写总包单位");
    const filled = await inside.fills(card, "记下", { contractor: "中建三局", registration: "待核" });
    await filled.shows("已记留税", "总包单位 中建三局（待核）", "李敏");
  });

  it("said again it is not asked again", async () => {
    const posts = await asked(async () => {
      await zhang.says("武宁路9月16日已开工").gets("开工");
    });
    expect(posts).toEqual([]);
  });

  it("an answer is changed old → new, and every change is kept", async () => {
    await inside
      .says("留税 武宁路 中建三局 外区")
      .gets("已记留税　武宁路快速化", "中建三局（待核） → 中建三局（外区）");
    await inside.says("留税 武宁路 中建三局 外区").gets("和原来一样");
    const trail = await store.read.audit.of("tax", "S-06", 10);
    expect(trail.map(({ from, to, byName }) => [from, to, byName])).toEqual([
      ["中建三局（待核）", "中建三局（外区）", "李敏"],
      [null, "中建三局（待核）", "李敏"],
    ]);
  });

  it("what is lacking is asked, and nothing is written before", async () => {
    const card = await inside.says("留税 603 上海建工").gets("还没有记：上海建工在不在本区注册");
    expect((await store.read.tax.find("L-09"))?.answer ?? null).toBeNull();
    expect(card.text).toContain("留税　603地块");
    await inside.says("留税 不知道的路 上海建工 外区").gets("没看出是哪个项目，还没有记");
  });

  it("the list has all started projects, unanswered first, and counts", async () => {
    const list = await inside
      .says("留税")
      .gets(/留税：已开工\d+个/, /本区注册0个　外区1个　待核0个　没有答\d+个/);
    const started = Number(/已开工(\d+)个/.exec(list.text)?.[1]);
    expect(Number(/没有答(\d+)个/.exec(list.text)?.[1])).toBe(started - 1);
    expect(list.text).not.toContain("武宁路快速化");
    const form = await (await inside.clicks(list, "填")).shows("总包单位是谁？");
    await (await inside.fills(form, "记下", { contractor: "上海建工", registration: "本区注册" })).shows(
      "总包单位 上海建工（本区注册）",
    );
    await inside.says("留税").gets("本区注册1个　外区1个");
  });

  it("nowhere else is anything of it shown", async () => {
    for (const voice of [li, li.privately, zhang, chen.privately])
      expect((await voice.says("留税 武宁路").gets()).text).not.toMatch(/中建三局|外区|已开工/);
    await li.says("留税").gets("看留税情况不在这里：请到推进办的群里办");
    await zhang.says("留税").gets("这件事只有推进办能办");
    await chen.in(OFFICE_GROUP).says("留税").gets("这件事只有推进办能办");
    expect((await office.refusals()).slice(0, 2)).toEqual(["office-only", "office-only"]);
  });

  it("taking 开工 back takes the open question back", async () => {
    const posts = await asked(async () => {
      await wang.says("603 9月19日已开工").gets("开工");
    });
    const [card] = posts;
    if (!card) throw new Error("nothing asked");
    await wang.says("撤销").gets("撤销");
    await office.settled();
    const now = office.posts(OFFICE_GROUP).find(({ messageId }) => messageId === card.messageId);
    expect(now?.text).toContain("不用答了　603地块");
    expect(now?.buttons).toEqual([]);
    expect((await store.read.tax.find("L-09"))?.state).toBe("withdrawn");
    const again = await asked(async () => {
      await wang.says("603 9月18日已开工").gets("开工");
    });
    expect(again).toHaveLength(1);
  });
});

describe("留税 where the office has no group yet", async () => {
  const office = await Office.open();
  const { li, wang, store } = office;

  it("waits until the office asks", async () => {
    const chat = await store.read.chats.find(OFFICE_GROUP);
    if (!chat) throw new Error("no office group");
    await store.transaction((tx) => tx.chats.leave(OFFICE_GROUP, office.sandbox.clock.now()));
    const posts = await office.postedDuring(async () => {
      await wang.says("603 9月19日已开工").gets("开工");
    }, OFFICE_GROUP);
    expect(posts).toEqual([]);
    expect((await store.read.tax.find("L-09"))?.state).toBe("waiting");
    await store.transaction((tx) => tx.chats.keep(chat, office.sandbox.clock.now()));
    await li.in(OFFICE_GROUP).says("留税").gets("603地块", "总包单位没有答");
  });

  it("and is asked, once, as soon as a group is the office's own", async () => {
    await li.in(OFFICE_GROUP).says("绑定 取消推进办群").gets("不再是推进办内部群");
    await wang.says("606 9月18日已开工").gets("开工");
    expect(await stateOf("606地块")).toBe("waiting");
    const become = async () => {
      const card = await li.in(OFFICE_GROUP).says("绑定 推进办群").gets("定为推进办内部群？");
      await (await li.in(OFFICE_GROUP).clicks(card, "定为推进办内部群")).shows("已定为推进办内部群");
    };
    const posts = await office.postedDuring(become, OFFICE_GROUP);
    expect(posts.map(({ text }) => text.split("\n")[0]).sort()).toEqual(["留税　603地块", "留税　606地块"]);
    expect(posts.find(({ text }) => text.includes("606"))?.text).toContain("9月18日开工（王芳报）");
    expect(await stateOf("606地块")).toBe("asked");
    await li.in(OFFICE_GROUP).says("绑定 取消推进办群").gets("不再是推进办内部群");
    expect(await office.postedDuring(become, OFFICE_GROUP)).toEqual([]);
    const [card] = posts;
    if (!card) throw new Error("nothing asked");
    const answer = { contractor: "上海建工", registration: "外区" };
    await (await li.in(OFFICE_GROUP).fills(card, "记下", answer)).shows("已记留税");
  });

  const stateOf = async (name: string) => {
    const code = (await store.read.projects.byName(name))?.code ?? "";
    return (await store.read.tax.find(code))?.state;
  };
});
