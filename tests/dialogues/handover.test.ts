import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database.js";
import { Office } from "../support/office.js";

/**
 * Somebody leaves: 张伟 of 区建设管理委, the unit's contact and that of seven projects. His work goes to 小刘
 * first, then his contact goes; what he reported stays under his name.
 */
describe("交接, then 忘记", async () => {
  const office = await Office.open();
  const { li, zhang, wang, liu, store, sandbox } = office;
  const mentions = [liu.openId];
  const himself = [zhang.openId];
  const places = async (openId: string) =>
    (await store.read.teams.places()).filter((place) => place.openId === openId).length;

  it("he has worked: reports, a problem, words in private, an absence, an answer to a meeting", async () => {
    await zhang.says("武宁路 61%").gets("已记入 武宁路快速化");
    await zhang.says("武宁路2户未签约，请征收中心协调，责任人张伟，10月15日前").gets("已登记 #1");
    await li.says("#1 责任人张伟").gets("#1");
    await zhang.privately.says("查 武宁路").gets("武宁路快速化");
    await zhang.privately.says("武宁路 62%").gets("已记入");
    await zhang.says("绑定 武宁路").gets("要请推进办来办");
    await zhang.says("我请假到9月30日，副手小刘").gets("已记请假");
    await li.says("@张伟 请假到9月29日", { mentions: himself }).gets("原来是请假到9月30日");
    await li.privately.says("人员 @张伟 区建管委 填报", { mentions: himself }).gets("已登记");
    await li.says("排会 9月27日下午2点 区府3楼").gets("9月27日");
    await store.transaction(async (tx) => {
      await tx.actions.open(
        {
          change: {
            is: "open",
            words: "报征收方案",
            unit: "区建设管理委",
            due: "2022-09-25",
            person: "张伟",
            meetingId: null,
          },
          saidAt: sandbox.clock.now(),
          saidBy: zhang.openId,
          saidByName: "张伟",
          chatId: zhang.chat,
          messageId: "om_1",
          writeId: "w",
        },
        sandbox.clock.now(),
      );
      const [meeting] = await tx.meetings.between(0, Number.MAX_SAFE_INTEGER);
      const answer = { openId: zhang.openId, name: "张伟", answer: "参会" } as const;
      await tx.meetings.answer(meeting?.id ?? 0, answer, sandbox.clock.now());
    });
    expect(await places(zhang.openId)).toBe(7);
  });

  it("as long as work is in his name he is not forgotten: what it is, and how to hand it over", async () => {
    const card = await li
      .says("忘记 @张伟", { mentions: himself })
      .gets(
        "张伟名下还有事，先交接",
        "单位 区建设管理委 联络员",
        "班子 联络员（7个）",
        "问题责任人：#1",
        "议定事项：议1",
        "交接 @张伟 给",
      );
    // Nobody else is registered for his unit.
    expect(card.buttons).toEqual([]);
    expect(await store.read.people.find(zhang.openId)).not.toBeNull();
  });

  it("交接 is the office's; it shows what moves and does nothing before it is confirmed", async () => {
    await wang.says("交接 张伟 给 @小刘", { mentions }).gets("要请推进办来办");
    const card = await li
      .says("交接 张伟 给 @小刘", { mentions })
      .gets(
        "交接：张伟 → 小刘",
        "单位 区建设管理委 联络员",
        "班子 联络员（7个）",
        "武宁路快速化",
        "问题责任人：#1",
        "小刘还没有登记",
        "已经报的进度还记在原来的人名下",
      );
    expect(card.buttons.map(({ text }) => text)).toEqual(["确认交接", "不交接"]);
    expect(await places(liu.openId)).toBe(0);
    await (await li.clicks(card, "不交接")).shows("什么都没动");
    expect(await places(zhang.openId)).toBe(7);
  });

  it("confirmed, it moves; who reported stays who reported", async () => {
    await li.says("人员 @小刘 区建管委 填报", { mentions }).gets("已登记");
    const left = await li.says("忘记 @张伟", { mentions: himself }).gets("张伟名下还有事，先交接");
    await (await li.clicks(left, "交给小刘")).shows("交接：张伟 → 小刘", "班子 联络员（7个）");
    const card = await li.says("把张伟的工作交接给@小刘", { mentions }).gets("交接：张伟 → 小刘");
    expect((await wang.clicks(card, "确认交接")).toast).toContain("推进办");
    await (await li.clicks(card, "确认交接")).shows("已交接：张伟 → 小刘", "班子 联络员（7个）");
    expect([await places(zhang.openId), await places(liu.openId)]).toEqual([0, 7]);
    expect((await store.read.problems.find(1))?.person).toBe("小刘");
    expect(await store.read.actions.find(1)).toMatchObject({ person: "小刘", unit: "区建设管理委" });
    // Five days from now, on the unit's list.
    await li.says("责任清单 区建管委").gets("9月25日（还有5天）　议1 报征收方案（责任人小刘）");
    expect(await store.read.teams.contactsOf("区建设管理委", "2022-10-10")).toMatchObject([
      { name: "小刘", part: "联络员" },
    ]);
    await li.says("武宁路谁负责").gets("联络员 小刘", /最近填报　9月20日 \d\d:\d\d 张伟/);
    const [change] = await store.read.audit.of("team", "S-06", 1);
    expect(change).toMatchObject({ what: "联络员", from: "张伟", to: "小刘", reason: "交接：张伟 → 小刘" });
    await li.says("交接 张伟 给 @小刘", { mentions }).gets("没有交接", "不用交接");
  });

  it("忘记 is confirmed first, and is the office's", async () => {
    await wang.says("忘记 @张伟", { mentions: himself }).gets("要请推进办来办");
    await li.says("忘记 @李敏", { mentions: [li.openId] }).gets("不能忘记您自己");
    const card = await li
      .says("忘记 @张伟", { mentions: himself })
      .gets("忘记张伟？", "会去掉", "会留下", "不能撤销");
    expect((await wang.clicks(card, "确认忘记")).toast).toContain("推进办");
    await (await li.clicks(card, "不忘记")).shows("什么都没动");
    expect(await store.read.people.find(zhang.openId)).not.toBeNull();
  });

  it("then no table knows the account any more", async () => {
    const card = await li.says("忘记 @张伟", { mentions: himself }).gets("忘记张伟？");
    await office.settled();
    // The scan finds what is there: before, his account is all over the tables.
    const before = await tablesWith(office, zhang.openId);
    expect(before).toEqual(
      expect.arrayContaining([
        "attendance",
        "audit",
        "cards",
        "entries",
        "inbox",
        "people",
        "problem_events",
      ]),
    );
    await (await li.clicks(card, "确认忘记")).shows("已忘记张伟");
    await office.settled();
    expect(await tablesWith(office, zhang.openId)).toEqual([]);
  });

  it("the record stays: who reported what, by name", async () => {
    await li.says("历史 武宁路").gets("张伟：形象进度 62%", "张伟：形象进度 61%");
    await li.says("#1 怎么样了").gets("张伟");
    const [change] = await store.read.audit.of("person", "张伟", 1);
    expect(change).toMatchObject({ what: "忘记", byName: "李敏", to: null });
  });

  it("he is not recognised, and what was private is gone", async () => {
    expect(await store.read.chats.find(sandbox.privateChat(zhang.openId))).toBeNull();
    await zhang.says("武宁路 63%").gets("没有记账", "还没有登记");
    await li.says("忘记 张三").gets("没有“张三”的账号");
  });
});

/** The tables in which an open_id stands somewhere; no table is left out. */
async function tablesWith(office: Office, openId: string): Promise<string[]> {
  const database: Database = await openDatabase(office.databaseUrl);
  try {
    const found: string[] = [];
    for (const table of await tableNames(database)) {
      const rows: unknown[] = await database.read(table);
      if (JSON.stringify(rows).includes(openId)) found.push(table);
    }
    return found.sort();
  } finally {
    await database.close();
  }
}

async function tableNames({ dialect, read }: Database): Promise<string[]> {
  if (dialect === "sqlite") return read("sqlite_master").where({ type: "table" }).pluck("name");
  return read("information_schema.tables").whereRaw("table_schema = current_schema()").pluck("table_name");
}
