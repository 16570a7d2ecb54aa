import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("putting a named project right", async () => {
  const office = await Office.open();
  const { zhang, li, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("finds its last figure of that kind, whatever was said since", async () => {
    await zhang.says("武宁路累计1.12亿").gets("9000万 → 1.12亿");
    await zhang.says("武宁路 62%").gets("已记入");
    await zhang.says("敦煌南路 12%").gets("已记入");
    const card = await zhang.says("武宁路累计更正为1.22亿").gets("已更正 武宁路快速化", "1.12亿 → 1.22亿");
    expect(await percent("R-01")).toBe(12);
    await (await zhang.clicks(card, "撤销")).shows("1.22亿 → 1.12亿");
  });

  it("passes over what was taken back, and what others have said", async () => {
    await zhang.says("武南路 23%").gets("已记入");
    await zhang.says("武南路 24%").gets("已记入");
    await zhang.says("撤销").gets("24% → 23%");
    await li.says("敦煌南路 13%").gets("已记入");
    await zhang.says("武南路说错了，是25%").gets("已更正 武南路", "23% → 25%");
  });

  it("says what to send where the speaker has no such figure there", async () => {
    const card = await zhang
      .says("昭骁路说错了，是36%")
      .gets("没有更正", "您在这里没有报过昭骁路（乐创路-定宁路）的这个数");
    expect(card.text).not.toContain("撤销");
    const [, words = ""] = /请发“(.*?)”/.exec(card.text) ?? [];
    expect(words).toBe("昭骁路（乐创路-定宁路） 形象进度36%");
    const sum = await zhang.says("昭骁路累计更正为1.22亿").gets("没有更正");
    expect(sum.text).toContain("请发“昭骁路（乐创路-定宁路） 本年累计1.22亿”");
  });

  it("never advises to take back what is right", async () => {
    const { chen, wang } = office;
    for (const card of [
      await chen.says("刚才说错了，是66%").gets("没有更正", "还没有填报"),
      await wang.says("养老院主体结构到12层了").gets("已记入"),
      await wang.says("刚才说错了，是66%").gets("没有更正", "里面没有这样的数，没有动"),
    ])
      if (card.text.startsWith("没有更正")) expect(card.text).not.toContain("撤销");
  });
});

describe("putting right the whole or a part of it", async () => {
  const office = await Office.open();
  const { zhang, store } = office;
  const figures = async () => {
    const { percent, parts } = await store.read.ledger.figures("S-06");
    return [percent?.value, parts.桩基?.value];
  };

  it("形象进度 means the whole, whatever was said of a part since", async () => {
    await zhang.says("武宁路形象进度66%").gets("已记入");
    await zhang.says("武宁路桩基80%").gets("已记入");
    const card = await zhang.says("武宁路形象进度更正为67%").gets("已更正", "66% → 67%");
    expect(card.text).not.toContain("桩基");
    await zhang.says("武宁路桩基82%").gets("已记入");
    await zhang.says("武宁路说错了，是68%").gets("已更正", "67% → 68%");
    expect(await figures()).toEqual([68, 82]);
  });

  it("a part that is named is the one", async () => {
    await zhang.says("武宁路形象进度69%").gets("已记入");
    await zhang.says("武宁路桩基更正为81%").gets("已更正", "桩基", "82% → 81%");
    expect(await figures()).toEqual([69, 81]);
  });

  it("a part's figure is not taken for the whole, nor the other way round: it is asked", async () => {
    await zhang.says("武宁路桩基83%").gets("已记入");
    const card = await zhang.says("刚才说错了，形象进度70%").gets("上一条报的是“桩基形象进度 83%”，没有改");
    await (await zhang.clicks(card, "算数，另记 形象进度 70%")).shows("69% → 70%");
    const part = await zhang.says("武宁路幕墙更正为12%").gets("没有改");
    await (await zhang.clicks(part, "算数，另记 幕墙形象进度 12%")).shows("幕墙", "12%");
    expect(await figures()).toEqual([70, 83]);
  });

  it("of the last entry, without a word for it, the figure that was said", async () => {
    await zhang.says("武宁路桩基84%").gets("已记入");
    await zhang.says("刚才说错了，是85%").gets("已更正", "84% → 85%");
    expect(await figures()).toEqual([70, 85]);
  });
});

describe("what stands beside the right figure", async () => {
  const { zhang, store } = await Office.open();

  it("约 stays with it", async () => {
    await zhang.says("武南路 25%").gets("已记入");
    await zhang.says("刚才说错了，大概26%").gets("已更正 武南路", "25% → 约26%");
    await zhang.says("刚才说错了，是27%").gets("约26% → 27%");
  });

  it("a note behind it is kept, and 撤销 takes both back", async () => {
    const card = await zhang
      .says("刚才说错了，是65%。现场正常施工")
      .gets("已更正 武南路", "27% → 65%", "文字进展 现场正常施工");
    expect((await store.read.ledger.figures("R-04")).note?.text).toBe("现场正常施工");
    expect(card.text.match(/现在 /g)).toHaveLength(1);
    await (await zhang.clicks(card, "撤销")).shows("65% → 27%");
    expect((await store.read.ledger.figures("R-04")).note?.text).not.toBe("现场正常施工");
  });

  it("a courtesy or the old figure is no note", async () => {
    const before = (await store.read.ledger.figures("R-04")).note?.text;
    await zhang.says("刚才说错了，是28%，不是27%，谢谢").gets("27% → 28%");
    expect((await store.read.ledger.figures("R-04")).note?.text).toBe(before);
  });
});

describe("撤销 of several projects", async () => {
  const office = await Office.open();
  const { zhang } = office;
  const words = "武宁路 66%\n敦煌南路 13%\n武南路 23%";

  it("by the card's button takes all back, strikes all sections and says how many", async () => {
    const card = await zhang.says(words).gets("已记入 3 个项目", "点“撤销”，这3个项目一起撤回。");
    const struck = await (await zhang.clicks(card, "撤销")).shows(
      /^已撤销 3 个项目/,
      "66% → 60%",
      "13% → 11%",
      "23% → 22%",
    );
    expect(struck.text.match(/　已撤销/g)).toHaveLength(3);
    expect(struck.text).not.toContain("一起撤回");
    expect(struck.buttons).toEqual([]);
  });

  it("by a message too", async () => {
    const card = await zhang.says(words).gets("已记入 3 个项目");
    await zhang.says("撤销").gets(/^已撤销 3 个项目/);
    const struck = await office.sandbox.changed(card.messageId, { times: 1 });
    expect(struck.text.match(/　已撤销/g)).toHaveLength(3);
  });

  it("of one project is as short as ever", async () => {
    const card = await zhang.says("武宁路 67%").gets("已记入 武宁路快速化");
    expect(card.text).not.toContain("一起撤回");
  });
});
