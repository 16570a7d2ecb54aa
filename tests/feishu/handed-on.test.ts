import { describe, expect, it } from "vitest";
import type { MessageEvent } from "../../src/bot/events.js";
import { handedOnBy } from "../../src/bot/hands-on.js";
import type { PlatformMessage } from "../../src/feishu/api.js";
import { wordsOf } from "../../src/feishu/handed-on.js";

const reader = { appId: "cli_a", botOpenId: "ou_bot" };

const message = (
  id: string,
  type: string,
  content: unknown,
  more: Partial<PlatformMessage> = {},
): PlatformMessage => ({
  message_id: id,
  msg_type: type,
  create_time: "1663639200000",
  sender: { id: "ou_zhang", id_type: "open_id" },
  body: { content: typeof content === "string" ? content : JSON.stringify(content) },
  ...more,
});
const text = (id: string, words: string, more: Partial<PlatformMessage> = {}) =>
  message(id, "text", { text: words }, more);
const forward = (id: string, more: Partial<PlatformMessage> = {}) =>
  message(id, "merge_forward", "Merged and Forwarded Message", more);
const within = (id: string, at = 1) => ({ upper_message_id: id, create_time: String(at) });

describe("the words of a message", () => {
  it("are its text, without the mention of the bot", () => {
    const mentions = [
      { key: "@_user_1", id: "ou_bot", name: "靠谱" },
      { key: "@_user_2", id: "ou_li", name: "李敏" },
    ];
    expect(wordsOf([text("om_1", "@_user_1 请@_user_2看 武宁路65%", { mentions })], reader)).toEqual({
      is: "read",
      text: "请@李敏 看 武宁路65%",
      saidAt: 1663639200000,
      unread: 0,
      author: { openId: "ou_zhang", name: null },
    });
  });

  it("are none where it is taken back, has none, or is the bot's own", () => {
    expect(wordsOf([], reader)).toEqual({ is: "gone" });
    expect(
      wordsOf([message("om_1", "text", "This message was recalled", { deleted: true })], reader),
    ).toEqual({ is: "gone" });
    expect(wordsOf([message("om_1", "image", { image_key: "i" })], reader)).toEqual({
      is: "wordless",
      type: "image",
    });
    const own = { sender: { id: "cli_a", id_type: "app_id" } };
    expect(wordsOf([text("om_1", "武宁路65%", own)], reader)).toBeNull();
  });
});

describe("the words of a merged forward", () => {
  it("are those of its messages in the order of saying, tables too", () => {
    const read = wordsOf(
      [
        forward("om_f"),
        text("om_2", "武宁路\t65%", within("om_f", 20)),
        message(
          "om_1",
          "post",
          { title: "9月", content: [[{ tag: "text", text: "项目\t进度" }]] },
          within("om_f", 10),
        ),
      ],
      reader,
    );
    expect(read).toMatchObject({
      is: "read",
      text: "9月\n项目\t进度\n武宁路\t65%",
      saidAt: 20,
      since: 10,
      unread: 0,
    });
  });

  it("reach one forward deep; what has none is counted", () => {
    const read = wordsOf(
      [
        forward("om_f"),
        text("om_1", "外层", within("om_f", 1)),
        forward("om_g", within("om_f", 2)),
        text("om_2", "里层", within("om_g", 3)),
        forward("om_h", within("om_g", 4)),
        text("om_3", "太深", within("om_h", 5)),
        message("om_4", "image", { image_key: "i" }, within("om_f", 6)),
        text("om_5", "我答的", { ...within("om_f", 7), sender: { id: "cli_a", id_type: "app_id" } }),
        text("om_6", "撤了", { ...within("om_f", 8), deleted: true }),
        forward("om_i", within("om_f", 9)),
      ],
      reader,
    );
    expect(read).toMatchObject({ text: "外层\n里层", saidAt: 3, unread: 5 });
  });

  it("survive what the platform never promised", () => {
    expect(wordsOf([forward("om_f"), { upper_message_id: "om_f" }, {}], reader)).toEqual({
      is: "wordless",
      type: "merge_forward",
    });
    const self = { ...forward("om_f"), upper_message_id: "om_f" };
    expect(wordsOf([self, self], reader)).toMatchObject({ is: "wordless" });
  });
});

describe("a message hands on", () => {
  const event = (more: Partial<MessageEvent>): MessageEvent => ({
    kind: "message",
    messageId: "om_1",
    chatId: "oc_a",
    chatType: "group",
    senderId: "ou_li",
    fromOutside: false,
    saidAt: 0,
    text: "",
    mentions: [],
    toBot: true,
    type: "text",
    parentId: "om_0",
    ...more,
  });

  it.each([
    "记一下",
    "请记一下，谢谢！",
    "这个记一下",
    "这条也记一下吧",
    "帮我把这条记录下来",
    "麻烦登记",
    "报一下",
    "上面的更新一下",
    "记账",
    "@李敏 记一下",
  ])("what “%s” replies to", (text) => {
    const mentions = [{ openId: "ou_li", name: "李敏" }];
    expect(handedOnBy(event({ text, mentions }))).toEqual({ by: "quote", messageId: "om_0" });
    expect(handedOnBy(event({ text, mentions, type: "post" }))).not.toBeNull();
  });

  it("what the bot's name alone replies to", () => {
    expect(handedOnBy(event({ text: " " }))).toEqual({ by: "quote", messageId: "om_0" });
    expect(handedOnBy(event({ mentions: [{ openId: "ou_li", name: "李敏" }] }))).toBeNull();
  });

  it.each([
    "武宁路 65%",
    "查",
    "撤销",
    "谢谢",
    "收到",
    "好的",
    "这个什么意思",
    "记一下武宁路65%",
    "不要记",
    "别记这个",
    "记错了",
    "。",
    "？",
    "?",
    "记一下？",
    "记了吗?",
    "👍",
    "……",
    "@李敏",
    "@所有人",
  ])("nothing with “%s”", (text) => {
    const mentions = text.includes("@李敏") ? [{ openId: "ou_li", name: "李敏" }] : [];
    expect(handedOnBy(event({ text, mentions }))).toBeNull();
  });

  it("nothing that is not said to the bot, replies to nothing, or is a picture", () => {
    expect(handedOnBy(event({ toBot: false }))).toBeNull();
    expect(handedOnBy(event({ type: "image" }))).toBeNull();
    const { parentId: _, ...alone } = event({ text: "记一下" });
    expect(handedOnBy(alone)).toBeNull();
  });

  it("itself when it is a merged forward", () => {
    expect(handedOnBy(event({ type: "merge_forward" }))).toEqual({ by: "forward", messageId: "om_1" });
  });
});
