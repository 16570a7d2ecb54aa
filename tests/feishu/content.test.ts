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
    [
      "a pasted table",
      "@_user_1 \t9月（万元）\t形象进度\r\n武宁路\t3200\t \n  花溪路\t\t3%  \n\n",
      [bot],
      "\t9月（万元）\t形象进度\n武宁路\t3200\t\n花溪路\t\t3%",
    ],
    ["rows without any cell", "\t\t\n武宁路\t65%\n\t", [], "武宁路\t65%"],
    ["a list", "一、进度\n- 武宁路 65%\n1. 花溪路 3%", [], "一、进度\n- 武宁路 65%\n1. 花溪路 3%"],
    ["a link", "看[周报（9月）](https://x.cn/a_(b)?c=1)：65%", [], "看周报（9月）：65%"],
    ["what only looks like a link", "[武宁路](65%)", [], "[武宁路](65%)"],
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

  const plain = (...lines: object[][]) => postOf({ title: "", content: lines }).text;

  it("keeps a table under its title, tabs and empty cells too", () => {
    const content = [
      line(words("\t投资\t形象进度")),
      line(words("武宁路\t"), words("3200"), words("\t61%")),
      line(words("花溪路\t\t3%")),
    ];
    expect(postOf({ title: "9月进度（万元）", content }).text).toBe(
      "9月进度（万元）\n\t投资\t形象进度\n武宁路\t3200\t61%\n花溪路\t\t3%",
    );
    expect(postOf({ title: "武宁路 65%" }).text).toBe("武宁路 65%");
  });

  it.each<[what: string, read: string, nodes: object[]]>([
    ["a link by its words", "周报", [{ tag: "a", text: "周报", href: "https://x" }]],
    ["a link without words as none", "看", [words("看"), { tag: "a", href: "https://x/99%" }]],
    [
      "emotions, pictures, films and rules as none",
      "武宁路 65%",
      [
        words("武宁路 "),
        { tag: "emotion", emoji_type: "SMILE" },
        { tag: "img", image_key: "img_1" },
        { tag: "media", file_key: "f" },
        { tag: "hr" },
        words("65%"),
      ],
    ],
    [
      "code on lines of its own",
      "见\n武宁路\t65%\n花溪路\t3%",
      [words("见"), { tag: "code_block", language: "TXT", text: "武宁路\t65%\n花溪路\t3%" }],
    ],
    ["everyone", "@所有人  开会", [{ tag: "at", user_id: "all", user_name: "所有人" }, words(" 开会")]],
    ["an unknown tag with text", "65%", [{ tag: "new", text: "65%" }]],
    [
      "an unknown tag that holds others",
      "武宁路\n65%",
      [
        {
          tag: "list",
          children: [
            { tag: "li", content: [words("武宁路")] },
            { tag: "li", elements: [words("65%")] },
          ],
        },
      ],
    ],
    [
      "an unknown tag that holds lines",
      "武宁路\n65%",
      [{ tag: "quote", content: [[words("武宁路")], [words("65%")]] }],
    ],
  ])("reads %s", (_what, read, nodes) => {
    expect(plain(nodes)).toBe(read);
  });

  it("reads markdown by its words, its tables by tabs", () => {
    const md = [
      "## 9月进度",
      "| 项目 | 投资 |",
      "| --- | :-: |",
      "| 武宁路 | **3200** |",
      "- [周报](https://x) ~~旧~~ ![图](img_1)",
      '1. <at user_id="ou_9">王芳</at>看',
    ].join("\n");
    expect(plain([{ tag: "md", text: md }])).toBe(
      "9月进度\n项目\t投资\n武宁路\t3200\n- 周报 旧\n1. @王芳 看",
    );
  });

  it("takes the language that has words", () => {
    const post = (text: string) => ({ title: "", content: [line(words(text))] });
    expect(postOf({ zh_cn: post(""), en_us: post("Wuning 65%") }).text).toBe("Wuning 65%");
  });

  it("takes no time over a long run of anything", () => {
    const started = performance.now();
    for (const unit of [
      " ",
      "[",
      "![",
      "[a](http:",
      "|",
      "| ",
      "-|",
      "*",
      "**",
      "<at id=x>",
      "<at ",
      "\t ",
      "(",
    ])
      for (const text of [unit.repeat(50_000), `x${unit.repeat(50_000)}x`]) {
        plain([{ tag: "md", text }]);
        textOf(`\t${text}`);
      }
    expect(performance.now() - started).toBeLessThan(3000);
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
