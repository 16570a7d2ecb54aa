import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("a recalled message", async () => {
  const office = await Office.open();
  const { zhang, wang, store, sandbox } = office;
  const percent = async () => (await store.read.ledger.figures("S-06")).percent?.value;

  /** Takes the message back, and gives what the bot says to that. */
  async function recall(messageId: string, chat = zhang.chat) {
    const before = office.posts(chat).length;
    sandbox.control.recall(messageId);
    await office.settled();
    return office.posts(chat).slice(before);
  }

  it("does not undo its report; the bot asks its sender, without repeating the words", async () => {
    const said = zhang.says("武宁路 65%，昨天喝多了");
    const echo = await said.gets("已记入");
    const [card, ...more] = await recall(said.said.messageId);
    expect(more).toEqual([]);
    expect(card?.text).toContain("@张伟 您撤回的消息已经记了账，要一起撤销吗？");
    expect(card?.text).toContain("武宁路快速化　形象进度 65%");
    expect(card?.text).not.toContain("武宁路 65%，");
    expect(await percent()).toBe(65);
    if (!card) return;
    expect((await wang.clicks(card, "撤销这笔账")).toast).toMatch(/^这个按钮请.*张伟.*李敏/);
    expect((await wang.clicks(card, "保留")).toast).toMatch(/^这个按钮请.*张伟.*李敏/);
    await (await zhang.clicks(card, "撤销这笔账")).shows("已撤销", "形象进度 65% → 60%");
    const struck = await sandbox.changed(echo.messageId, { times: 1 });
    expect(struck.text).toContain("武宁路快速化　已撤销");
    expect(struck.buttons).toEqual([]);
    expect(await percent()).toBe(60);
  });

  it("may keep its report", async () => {
    const said = zhang.says("武宁路 66%");
    await said.gets("已记入");
    const [card] = await recall(said.said.messageId);
    if (!card) throw new Error("not asked");
    await (await zhang.clicks(card, "保留")).shows("账照旧");
    expect(await percent()).toBe(66);
  });

  it("is asked about too when its report was written by a button", async () => {
    const said = zhang.says("武宁路完成2000万");
    const question = await said.gets("问您一句");
    await (await zhang.clicks(question, "9月完成 2000万")).shows("已记入");
    const [card] = await recall(said.said.messageId);
    expect(card?.text).toContain("9月投资 2000万");
  });

  it("that wrote nothing, or was undone before, raises no question", async () => {
    const small = zhang.says("谢谢");
    await small.gets();
    expect(await recall(small.said.messageId)).toEqual([]);
    const said = zhang.says("武宁路 67%");
    await said.gets("已记入");
    await zhang.says("撤销").gets("已撤销");
    expect(await recall(said.said.messageId)).toEqual([]);
  });

  it("with an amount in an outside group stays without it", async () => {
    const said = zhang.in(EXTERNAL_GROUP).says("武宁路累计完成1.1亿");
    await said.gets("已记入");
    const [card] = await recall(said.said.messageId, EXTERNAL_GROUP);
    expect(card?.text).toContain("本年累计投资（金额不在这里显示");
    expect(card?.text).not.toContain("1.1亿");
  });
});
