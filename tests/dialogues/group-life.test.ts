import { describe, expect, it } from "vitest";
import { LI_MIN, PROJECT_GROUP, XIAO_LIU, ZHOU_QIANG } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("the bot in a group's life", async () => {
  const office = await Office.open();
  const { sandbox } = office;
  const { control } = sandbox;

  it("introduces itself when it joins, and the standing posts begin", async () => {
    const { chatId } = control.addChat({ name: "新开的群", members: [LI_MIN, XIAO_LIU], hasBot: false });
    control.addBot(chatId, LI_MIN);
    await office.settled();
    const [hello, ...more] = office.posts(chatId);
    expect(more).toEqual([]);
    expect(hello?.text).toContain("大家好，我是靠谱");
    expect(hello?.text).toContain("本群会收到：推进会提醒");
    if (!hello) return;
    await (await office.voice(XIAO_LIU, chatId).clicks(hello, "查项目")).shows("帮助：查项目");
    await office.isNow("2022-09-26T09:10:00+08:00");
    expect(office.posts(chatId)).toHaveLength(2);
  });

  it("the joining told twice is one introduction", async () => {
    const { chatId } = control.addChat({ name: "又一个群", members: [LI_MIN], hasBot: false });
    const eventId = control.addBot(chatId, LI_MIN);
    await office.settled();
    await control.redeliver(eventId);
    await office.settled();
    expect(office.posts(chatId)).toHaveLength(1);
  });

  it("in an outside group it asks to be bound, and promises no posts", async () => {
    const members = [LI_MIN, ZHOU_QIANG];
    const { chatId } = control.addChat({ name: "外部群", members, hasBot: false, external: true });
    control.addBot(chatId, LI_MIN);
    await office.settled();
    const [hello] = office.posts(chatId);
    expect(hello?.text).toContain("这里还没有绑定项目，请推进办李敏");
    expect(hello?.text).not.toContain("滞后摘要");
    await office.voice(LI_MIN, chatId).says("绑定 603").gets("已绑定");
    await office.voice(ZHOU_QIANG, chatId).says("列表").gets("共1个", "603地块");
  });

  it("posts nothing where it was removed, and makes nothing up when it comes back", async () => {
    control.removeBot(PROJECT_GROUP, LI_MIN);
    await office.settled();
    const before = office.posts().length;
    await office.isNow("2022-10-10T09:10:00+08:00");
    expect(office.posts()).toHaveLength(before);
    await office.isNow("2022-10-10T10:00:00+08:00");
    control.addBot(PROJECT_GROUP, LI_MIN);
    await office.settled();
    await office.isNow("2022-10-10T10:05:00+08:00");
    expect(
      office
        .posts()
        .slice(before)
        .map(({ text }) => text.split("\n")[0]),
    ).toEqual(["大家好，我是靠谱"]);
    await office.zhang.says("武宁路 65%").gets("已记入");
  });

  it("a dissolved group is let go", async () => {
    const { chatId } = control.addChat({ name: "要散的群", members: [LI_MIN], hasBot: false });
    control.addBot(chatId, LI_MIN);
    await office.settled();
    control.disband(chatId);
    await office.settled();
    const groups = await office.store.read.chats.groups();
    expect(groups.map((chat) => chat.chatId)).not.toContain(chatId);
    await office.isNow("2022-10-17T09:10:00+08:00");
    await office.expectNothingWaits();
  });
});
