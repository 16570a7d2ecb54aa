import { describe, expect, it } from "vitest";
import {
  EXTERNAL_GROUP,
  LI_MIN,
  OFFICE_GROUP,
  PROJECT_GROUP,
  WANG_FANG,
  ZHANG_WEI,
} from "../../src/sandbox/scene.js";
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

describe("what is on the ledger already", async () => {
  const office = await Office.open();
  const { zhang, li, liu, store } = office;
  const ytd = async () => (await store.read.ledger.figures(CODE)).years[2022]?.ytd;
  const entries = async () => (await store.read.ledger.ofProject(CODE)).length;

  it("is not booked again when somebody replies 记一下 to the report", async () => {
    const report = zhang.says("武宁路又完成310万");
    await report.gets("已记入");
    const [before, sum] = [await entries(), await ytd()];
    await li.says("记一下", { replyTo: report.said.messageId }).gets("张伟已报过，没有再记");
    await zhang.says("记一下", { replyTo: report.said.messageId }).gets("您已报过，没有再记");
    expect(await entries()).toBe(before);
    expect(await ytd()).toEqual(sum);
  });

  it("is booked where it was taken back", async () => {
    const report = zhang.says("敦煌南路 12%");
    await (await zhang.clicks(await report.gets("已记入"), "撤销")).shows("已撤销");
    await li.says("记一下", { replyTo: report.said.messageId }).gets("11% → 12%");
  });

  it("is not registered again, where it was a problem", async () => {
    const report = zhang.says("武宁路管线搬迁受阻");
    await report.gets("#");
    const before = await store.read.problems.list({ codes: null });
    await li.says("记一下", { replyTo: report.said.messageId }).gets("张伟已报过，没有再记");
    expect(await store.read.problems.list({ codes: null })).toEqual(before);
  });

  it("holds back its own project alone: what was refused is booked by whoever may", async () => {
    const report = zhang.says("武宁路61%，603 8%");
    await report.gets("60% → 61%", "没有记账");
    await li.says("记一下", { replyTo: report.said.messageId }).gets("8%", "其余的张伟已报过，没有再记");
  });

  it("is asked about when it comes in a forward, whoever has reported it", async () => {
    const at = (time: string) => ({ createTime: Date.parse(`2022-09-20T${time}:00+08:00`) });
    const report = zhang.says("武宁路又完成320万", at("07:00"));
    await report.gets("已记入");
    const later = liu.says("收到", { mentionBot: false, ...at("09:30") });
    const forward = [report.said.messageId, later.said.messageId];
    const before = await entries();
    const card = await li.privately.says("", { forward }).gets("07:00 张伟报过又完成 320万");
    expect(await entries()).toBe(before);
    await (await li.privately.clicks(card, "不是，重复了")).shows("没有记");
  });

  it("is asked about when two people hand on the same words", async () => {
    const words = liu.says("武宁路又完成330万", { mentionBot: false });
    await zhang.says("记一下", { replyTo: words.said.messageId }).gets("已记入");
    const before = await entries();
    await li.says("记一下", { replyTo: words.said.messageId }).gets("张伟报过又完成 330万");
    expect(await entries()).toBe(before);
  });
});

describe("words of others", async () => {
  const office = await Office.open();
  const { zhang, li, liu, store } = office;
  const percent = async () => (await store.read.ledger.figures(CODE)).percent?.value;
  const fromLiu = (text: string) => liu.says(text, { mentionBot: false }).said.messageId;

  it.each(["撤销", "说错了，是67%", "撤销刚才那条", "不是65%，是60%"])(
    "“%s” puts nothing right that its sender has said",
    async (words) => {
      const card = await zhang.says("武宁路 65%").gets("60% → 65%");
      await zhang.says("记一下", { replyTo: fromLiu(words) }).gets("没有照办", words, /进度、节点和问题/);
      expect(await percent()).toBe(65);
      await (await zhang.clicks(card, "撤销")).shows("65% → 60%");
    },
  );

  it("in a forward report, and what they command beside it is left out and told", async () => {
    const mine = await zhang.privately.says("敦煌南路 12%").gets("11% → 12%");
    const forward = [fromLiu("武宁路形象进度65%"), fromLiu("撤销")];
    const told = await zhang.privately.says("", { forward }).gets("没有照办");
    expect(told.buttons.map(({ text }) => text)).not.toContain("撤销上一条");
    expect((await store.read.ledger.figures("R-01")).percent?.value).toBe(12);
    const asked = [fromLiu("武宁路怎么样了？"), fromLiu("武宁路形象进度65%")];
    const card = await zhang.privately
      .says("", { forward: asked })
      .gets("60% → 65%", "“武宁路怎么样了”没有照办");
    await (await zhang.privately.clicks(card, "撤销")).shows("65% → 60%");
    await (await zhang.privately.clicks(mine, "撤销")).shows("12% → 11%");
  });

  it("arrange nothing with the office's rights", async () => {
    const before = await store.read.people.all();
    await li.says("登记一下", { replyTo: fromLiu("人员 @小刘 区建设管理委") }).gets("没有照办");
    expect(await store.read.people.all()).toEqual(before);
    await li.says("登记一下", { replyTo: fromLiu("绑定 武宁路") }).gets("没有照办");
    expect(await store.read.chats.projects(PROJECT_GROUP)).toEqual([]);
  });

  it("answer no question that the bot has asked their sender", async () => {
    await zhang.privately.says("武宁路完成2000万").gets("当月的，还是本年累计");
    const before = (await store.read.ledger.ofProject(CODE)).length;
    await zhang.privately.says("", { forward: [fromLiu("9月完成")] }).gets();
    expect((await store.read.ledger.ofProject(CODE)).length).toBe(before);
  });

  it("are about no project that their sender has just spoken of", async () => {
    await zhang.says("查 武宁路").gets("武宁路快速化");
    await zhang.says("记一下", { replyTo: fromLiu("形象进度66%") }).gets("哪个项目");
    expect(await percent()).toBe(60);
  });

  it.each(["？", "?", "👍", "。", "@王芳", "记一下？"])("a reply “%s” does not take", async (reply) => {
    const mentions = reply.includes("@") ? { mentions: [WANG_FANG] } : {};
    await zhang.says(reply, { replyTo: fromLiu("武宁路形象进度66%"), ...mentions }).gets();
    expect(await percent()).toBe(60);
  });
});

describe("a message that was changed before somebody hands it on", async () => {
  const office = await Office.open();
  const { zhang, liu, sandbox, store } = office;

  it("counts as it reads now", async () => {
    const words = liu.says("武宁路形象进度66%");
    await words.gets("没有记账");
    sandbox.control.edit(words.said.messageId, "武宁路形象进度64%");
    const card = await zhang.says("记一下", { replyTo: words.said.messageId }).gets("60% → 64%");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
  });

  it("is gone when it was taken back, though the bot has a copy", async () => {
    const words = liu.says("武宁路形象进度66%");
    await words.gets("没有记账");
    sandbox.control.recall(words.said.messageId);
    await zhang.says("记一下", { replyTo: words.said.messageId }).gets("撤回", "没有记账");
    expect((await store.read.ledger.figures(CODE)).percent?.value).toBe(60);
  });
});

describe("a platform that does not answer", async () => {
  const office = await Office.open();
  const { zhang, liu, sandbox, store } = office;
  const fails = (times: number) =>
    sandbox.control.failNext({
      path: /\/im\/v1\/messages\/om_/,
      method: "GET",
      times,
      effect: { kind: "http", status: 502 },
    });
  let now = Date.parse("2022-09-20T10:00:00+08:00");
  const minutesGoBy = async (count: number) => {
    for (let minute = 0; minute < count; minute++) {
      now += 60_000;
      await office.isNow(new Date(now).toISOString());
    }
  };

  it("is asked again for minutes", async () => {
    const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
    fails(6);
    const reply = zhang.says("记一下", { replyTo: said.messageId });
    await office.settled();
    await minutesGoBy(7);
    const card = await reply.gets("60% → 66%");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
  });

  it("is told as what it is after ten of them, not as words that may not be seen", async () => {
    const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
    fails(100);
    const reply = zhang.says("记一下", { replyTo: said.messageId });
    const behind = zhang.says("敦煌南路 12%");
    await office.settled();
    await minutesGoBy(15);
    await reply.gets("飞书暂时没有回应，没有记账，请稍后再回复一次");
    await behind.gets("11% → 12%");
    sandbox.control.clearFaults();
    expect((await store.read.ledger.figures(CODE)).percent?.value).toBe(60);
  });

  it("costs the other chats nothing: what they say is done once, and the lane behind waits in order", async () => {
    const { said } = liu.says("武宁路形象进度66%", { mentionBot: false });
    fails(4);
    const reply = zhang.says("记一下", { replyTo: said.messageId });
    const behind = zhang.says("武宁路 67%");
    const elsewhere = zhang.privately.says("敦煌南路 13%");
    await elsewhere.gets("12% → 13%");
    await behind.getsNothing();
    await office.settled();
    await minutesGoBy(5);
    await reply.gets("60% → 66%");
    await behind.gets("66% → 67%");
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

  it("a message that spoke to it and was taken back is gone", async () => {
    const asked = liu.says("武宁路形象进度67%");
    await asked.gets("没有记账");
    office.sandbox.control.recall(asked.said.messageId);
    await office.settled();
    await zhang.says("记一下", { replyTo: asked.said.messageId }).gets("撤回", "没有记账");
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
