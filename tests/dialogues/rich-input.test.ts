import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP, LI_MIN, OFFICE_GROUP, PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const CODE = "S-06";

describe("rich text is read", async () => {
  const office = await Office.open();
  const { zhang } = office;

  it("with its links' words, its code, and without their addresses, pictures and emotions", async () => {
    const content = [
      [{ tag: "img", image_key: "img_1" }],
      [
        { tag: "a", text: "武宁路", href: "https://example.com/99%25" },
        { tag: "text", text: " 形象进度", style: ["bold"] },
        { tag: "emotion", emoji_type: "OK" },
        { tag: "md", text: "**62%**" },
      ],
      [{ tag: "hr" }],
      [{ tag: "something_new", content: [[{ tag: "text", text: "谢谢" }]] }],
    ];
    const card = await zhang
      .says("", { other: { type: "post", content: { title: "", content } } })
      .gets("60% → 62%");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
  });
});

describe("a merged forward", async () => {
  const office = await Office.open();
  const { zhang, liu, wang, li, sandbox, store } = office;
  const percent = async () => (await store.read.ledger.figures(CODE)).percent?.value;
  const inGroup = { mentionBot: false };

  it("is reported by whoever forwards it, in its own words", async () => {
    const first = liu.says("武宁路形象进度63%", inGroup);
    const second = liu.says("路基都好了", inGroup);
    const forward = [first.said.messageId, second.said.messageId];
    const card = await zhang.privately.says("", { forward }).gets("60% → 63%");
    expect(await percent()).toBe(63);
    const write = await store.read.ledger.ofMessage(card.parentId ?? "");
    expect(write?.saidBy).toBe(ZHANG_WEI);
    expect(write?.records[0]?.words).toContain("武宁路形象进度63%\n路基都好了");
    await (await zhang.privately.clicks(card, "撤销")).shows("已撤销");
  });

  it("is refused to whoever may not report it", async () => {
    const { said } = liu.says("武宁路形象进度64%", inGroup);
    await wang.privately.says("", { forward: [said.messageId] }).gets("没有记账", "由区建设管理委填报");
    expect(await percent()).toBe(60);
  });

  it("is read one level deep, and says what it could not read", async () => {
    const inner = liu.says("武宁路形象进度64%", inGroup);
    const picture = liu.says("", {
      ...inGroup,
      other: { type: "image", content: { image_key: "img_1" } },
    });
    const nested = liu.says("", { ...inGroup, forward: [inner.said.messageId, picture.said.messageId] });
    const card = await zhang.privately.says("", { forward: [nested.said.messageId] }).gets("60% → 64%");
    expect(card.text).toContain("还有1条");
    await (await zhang.privately.clicks(card, "撤销")).shows("已撤销");
  });

  it("of pictures alone gets a sentence", async () => {
    const picture = liu.says("", {
      ...inGroup,
      other: { type: "image", content: { image_key: "img_1" } },
    });
    await zhang.privately
      .says("", { forward: [picture.said.messageId] })
      .gets("没有我能读的文字", "没有记账");
  });

  it("does not carry the bot's own answers back into the ledger", async () => {
    const card = await zhang.says("查 武宁路").gets("武宁路快速化");
    await zhang.privately.says("", { forward: [card.messageId] }).gets("没有我能读的文字");
  });

  it("that the platform does not hand out gets a sentence", async () => {
    const { said } = liu.says("武宁路形象进度65%", inGroup);
    sandbox.control.failNext({
      path: /\/im\/v1\/messages\/om_/,
      method: "GET",
      effect: { kind: "code", code: 230002 },
    });
    await zhang.privately
      .says("", { forward: [said.messageId] })
      .gets("没能打开这份合并转发", "请把文字直接发给我");
    expect(await percent()).toBe(60);
  });

  it("waits for a platform that has trouble, and is then reported once", async () => {
    const { said } = liu.says("武宁路形象进度65%", inGroup);
    sandbox.control.failNext({
      path: /\/im\/v1\/messages\/om_/,
      method: "GET",
      effect: { kind: "http", status: 502 },
    });
    const words = zhang.privately.says("", { forward: [said.messageId] });
    await office.settled();
    await office.isNow("2022-09-20T10:05:00+08:00");
    const card = await words.gets("60% → 65%");
    await (await zhang.privately.clicks(card, "撤销")).shows("已撤销");
  });

  it("with a note that says 记一下 is not reported twice", async () => {
    const { said } = liu.says("武宁路形象进度66%", inGroup);
    const forwarded = zhang.privately.says("", { forward: [said.messageId] });
    const card = await forwarded.gets("60% → 66%");
    await zhang.privately.says("帮忙记一下", { replyTo: forwarded.said.messageId }).gets();
    expect(await percent()).toBe(66);
    await (await zhang.privately.clicks(card, "撤销")).shows("已撤销");
  });

  it("in a group is not the bot's business until somebody hands it on with a mention", async () => {
    const { said } = li.in(OFFICE_GROUP).says("武宁路形象进度67%", inGroup);
    const forwarded = li.says("", { ...inGroup, forward: [said.messageId] });
    await forwarded.getsNothing();
    await li.says("", { replyTo: forwarded.said.messageId }).gets("60% → 67%");
  });
});

describe("a message that is replied to with 记一下", async () => {
  const office = await Office.open();
  const { zhang, liu, sandbox, store } = office;
  const undo = async (card: Awaited<ReturnType<ReturnType<typeof zhang.says>["gets"]>>) =>
    (await zhang.clicks(card, "撤销")).shows("已撤销");

  it.each(["", "记一下", "这个记一下", "这条帮忙记录一下，谢谢！", "请登记", "麻烦报一下"])(
    "“@靠谱 %s” reports it",
    async (words) => {
      const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
      const card = await zhang.says(words, { replyTo: said.messageId }).gets("60% → 66%");
      const write = await store.read.ledger.ofMessage(card.parentId ?? "");
      expect(write?.saidBy).toBe(ZHANG_WEI);
      expect(write?.records[0]?.words).toBe("引用小刘的话：武宁路形象进度66%");
      await undo(card);
    },
  );

  it("keeps the days of the day on which it was written", async () => {
    const { said } = liu.says("武宁路今天开工", {
      mentionBot: false,
      createTime: Date.parse("2022-09-18T15:00:00+08:00"),
    });
    await zhang.says("记一下", { replyTo: said.messageId }).gets("9月18日");
  });

  it("that was taken back, or has no words, gets a sentence", async () => {
    const gone = liu.says("武宁路形象进度66%", { mentionBot: false });
    sandbox.control.recall(gone.said.messageId);
    await zhang.says("记一下", { replyTo: gone.said.messageId }).gets("撤回", "没有记账");
    const picture = liu.says("", {
      mentionBot: false,
      other: { type: "image", content: { image_key: "img_1" } },
    });
    await zhang.says("记一下", { replyTo: picture.said.messageId }).gets("您引用的是图片");
  });

  it("other words in a reply are taken as they are", async () => {
    const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
    const card = await zhang.says("武宁路形象进度61%", { replyTo: said.messageId }).gets("60% → 61%");
    await undo(card);
  });

  it("the bot's own card hands nothing on", async () => {
    const card = await zhang.says("查 武宁路").gets("武宁路快速化");
    await zhang.says("", { replyTo: card.messageId }).gets("您好");
  });
});

describe("where the bot may not read a group", async () => {
  const office = await Office.open({ sandbox: { readsGroups: false } });
  const { zhang, liu } = office;

  it("a quote gets a sentence", async () => {
    const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
    await zhang.says("记一下", { replyTo: said.messageId }).gets("您引用的那条消息我看不到", "没有记账");
  });

  it("a message that spoke to it can still be handed on: the bot has a copy", async () => {
    const asked = liu.says("武宁路形象进度66%");
    await asked.gets("没有记账");
    await zhang.says("记一下", { replyTo: asked.said.messageId }).gets("60% → 66%");
  });

  it("the bot's own card hands nothing on, though the platform does not tell whose it is", async () => {
    const card = await zhang.says("查 武宁路").gets("武宁路快速化");
    await zhang.says("", { replyTo: card.messageId }).gets("您好");
  });

  it("a merged forward in private can be opened", async () => {
    const { said } = liu.says("武宁路形象进度68%", { mentionBot: false });
    await zhang.privately.says("", { forward: [said.messageId] }).gets("→ 68%");
  });
});

describe("what has no words gets one sentence", async () => {
  const office = await Office.open();
  const { zhang, zhou, sandbox } = office;

  it.each([
    ["sticker", "表情"],
    ["audio", "语音"],
    ["media", "视频"],
    ["image", "图片"],
    ["file", "复制单元格"],
    ["location", "位置"],
    ["share_chat", "群名片"],
    ["share_user", "个人名片"],
    ["todo", "任务"],
    ["share_calendar_event", "日程"],
    ["vote", "投票"],
    ["system", "系统消息"],
    ["hologram", "这种消息"],
  ])("%s", async (type, words) => {
    await zhang.privately
      .says("", { other: { type, content: { file_key: "f" } } })
      .gets("这类消息我读不了", words, "请打字告诉我");
  });

  it("of a kind that nobody knows yet, even without content", async () => {
    const chat = sandbox.privateChat(ZHANG_WEI);
    const before = sandbox.messages(chat).length;
    sandbox.control.emit("im.message.receive_v1", {
      sender: { sender_id: { open_id: ZHANG_WEI }, sender_type: "user" },
      message: {
        message_id: zhang.privately.says("谢谢").said.messageId.replace(/.{4}$/, "ffff"),
        create_time: String(sandbox.clock.now()),
        chat_id: chat,
        chat_type: "p2p",
        message_type: "dream",
        parent_id: null,
      },
    });
    await office.settled();
    expect(sandbox.messages(chat).length).toBeGreaterThan(before + 1);
  });

  it("in a group nothing is said: it speaks to nobody", async () => {
    await zhang.says("", { mentionBot: false, other: { type: "sticker", content: {} } }).getsNothing();
    await zhou
      .in(EXTERNAL_GROUP)
      .says("", { mentionBot: false, other: { type: "image", content: {} } })
      .getsNothing();
  });
});

describe("a table pasted from a spreadsheet", async () => {
  const office = await Office.open();
  const { li, store } = office;

  it("keeps its tabs, its lines and its empty first cell on the way into the inbox", async () => {
    const table = "\t9月（万元）\t形象进度\n武宁路\t3200\t61%\n";
    const said = li.in(PROJECT_GROUP).says(table);
    await said.gets();
    const event = await store.read.inbox.find(said.said.messageId);
    expect(event).toMatchObject({
      senderId: LI_MIN,
      text: "\t9月（万元）\t形象进度\n武宁路\t3200\t61%",
    });
  });
});
