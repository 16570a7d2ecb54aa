import { describe, expect, it } from "vitest";
import { type RawMention, readContent } from "../../src/feishu/content.js";

const BOT = "ou_bot";
const mention = (key: string, openId: string | null, name: string): RawMention => ({
  key,
  id: { open_id: openId },
  name,
});
const bot = mention("@_user_1", BOT, "靠谱");
const zhang = mention("@_user_2", "ou_zhang", "张伟");

const textOf = (text: string, mentions: RawMention[] = []) =>
  readContent("text", JSON.stringify({ text }), mentions, BOT);
const postOf = (post: object, mentions: RawMention[] = []) =>
  readContent("post", JSON.stringify(post), mentions, BOT);

describe("text", () => {
  it.each<[what: string, text: string, mentions: RawMention[], read: string]>([
    ["plain words", "武宁路 65%", [], "武宁路 65%"],
    ["the bot in front", "@_user_1 武宁路 65%", [bot], "武宁路 65%"],
    ["the bot at the end", "武宁路 65% @_user_1", [bot], "武宁路 65%"],
    ["the bot without a space", "@_user_165%", [bot], "65%"],
    ["the bot alone", "@_user_1", [bot], ""],
    ["a person", "@_user_1 请 @_user_2 看", [bot, zhang], "请 @张伟  看"],
    ["the bot twice", "@_user_1 帮助 @_user_1", [bot], "帮助"],
    ["everyone", "@_all 开会", [], "@所有人  开会"],
    ["a key that nobody told about", "@_user_7 看", [], "@_user_7 看"],
    ["several lines", "@_user_1\r\n 武宁路 65% \r\n\r\n花溪路 3%", [bot], "武宁路 65%\n\n花溪路 3%"],
    ["NUL", "武宁路\0 65%", [], "武宁路 65%"],
    ["a name with a pattern in it", "@_user_2", [mention("@_user_2", "ou_x", "$& (.*)")], "@$& (.*)"],
  ])("reads %s", (_what, text, mentions, read) => {
    expect(textOf(text, mentions).text).toBe(read);
  });

  it("tells @_user_1 from @_user_12", () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      mention(`@_user_${i + 1}`, `ou_${i + 1}`, `第${i + 1}人`),
    );
    expect(textOf("@_user_12 和 @_user_1", many).text).toBe("@第12人  和 @第1人");
  });

  it("does not read a name as a key", () => {
    const tricky = mention("@_user_12", "ou_x", "@_user_1");
    expect(textOf("@_user_12 说 @_user_1", [bot, tricky]).text).toBe("@@_user_1  说");
  });

  it("lists the people in order, without the bot and without those who have no id", () => {
    const nobody = mention("@_user_3", null, "访客");
    const read = textOf("@_user_1 @_user_2 @_user_3", [bot, zhang, nobody]);
    expect(read).toMatchObject({ mentions: [{ openId: "ou_zhang", name: "张伟" }], mentionsBot: true });
    expect(textOf("@_user_2", [zhang]).mentionsBot).toBe(false);
  });
});

describe("post", () => {
  const line = (...nodes: object[]) => nodes;
  const words = (text: string) => ({ tag: "text", text });
  const at = (key: string, name: string) => ({ tag: "at", user_id: key, user_name: name });

  it("reads title, lines and links; the bot's mention goes", () => {
    const content = [
      line(at("@_user_1", "靠谱"), words(" 武宁路"), { tag: "a", href: "https://x", text: "65%" }),
      line(at("@_user_2", "张伟"), words("看")),
      line({ tag: "img", image_key: "img_1" }),
    ];
    const read = postOf({ title: "周报", content }, [bot, zhang]);
    expect(read.text).toBe("周报\n武宁路65%\n@张伟 看");
    expect(read.mentionsBot).toBe(true);
    expect(postOf({ title: "", content: [line(words("只有一行"))] }).text).toBe("只有一行");
  });

  it("reads a localized post, Chinese first", () => {
    const post = (text: string) => ({ title: "", content: [line(words(text))] });
    expect(postOf({ zh_cn: post("武宁路 65%") }).text).toBe("武宁路 65%");
    expect(postOf({ en_us: post("Wuning"), zh_cn: post("武宁路") }).text).toBe("武宁路");
    expect(postOf({ ja_jp: post("武寧路") }).text).toBe("武寧路");
  });

  it("keeps the name of someone the platform did not list", () => {
    expect(postOf({ content: [line(at("ou_9", "王芳"), words("看"))] }).text).toBe("@王芳 看");
  });
});

describe("anything else", () => {
  it.each([
    ["text", "not JSON"],
    ["text", "null"],
    ["text", "[]"],
    ["text", '"words"'],
    ["text", '{"text":7}'],
    ["post", "{}"],
    ["post", '{"content":"x"}'],
    ["post", '{"zh_cn":null}'],
    ["post", '{"title":7,"content":[null,7,"x",[null,7,"x",[],{"tag":"text","text":{}},{"tag":"at"}]]}'],
    ["post", '{"__proto__":{"content":[[{"tag":"text","text":"x"}]]}}'],
    ["image", '{"image_key":"img_1"}'],
    ["interactive", '{"text":"x"}'],
  ])("of %s %s reads without a fault", (type, content) => {
    const read = readContent(type, content, [bot], BOT);
    expect(read.text.length).toBeLessThan(3);
    expect(read.mentions).toEqual([]);
  });
});
