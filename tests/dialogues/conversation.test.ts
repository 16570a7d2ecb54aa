import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("a message that goes on where the last one ended", async () => {
  const office = await Office.open();
  const { zhang, wang, li, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("is about the project of the same person's last words here", async () => {
    await zhang.says("武宁路本年累计完成1.3亿").gets("已记入 武宁路快速化");
    await zhang.says("形象进度63%").gets("已记入 武宁路快速化", "60% → 63%");
    expect(await percent("S-06")).toBe(63);
  });

  it("is nobody else's, and no other chat's", async () => {
    await zhang.says("武宁路怎么样").gets("武宁路");
    await wang.says("形象进度64%").gets("哪个项目");
    await zhang.privately.says("形象进度64%").gets("哪个项目");
    expect(await percent("S-06")).toBe(63);
  });

  it("follows a question, too, but not after ten minutes", async () => {
    await zhang.says("敦煌南路怎么样").gets("敦煌南路");
    await zhang.says("形象进度12%").gets("敦煌南路", "11% → 12%");
    await office.isNow("2022-09-20T10:15:00+08:00");
    await zhang.says("形象进度13%").gets("哪个项目");
  });

  it("goes on with the chosen one after a question which project was meant", async () => {
    await office.isNow("2022-09-20T10:30:00+08:00");
    const card = await li.says("外环 形象进度20%").gets("哪个项目");
    await li.clicks(card, "外环生态公园带桃浦段");
    await li.says("9月完成1200万").gets("已记入", "9月投资");
  });

  it("is asked about when the last words were of several projects", async () => {
    await office.isNow("2022-09-20T10:45:00+08:00");
    await li.says("武宁路64%，敦煌南路14%").gets("已记入 2 个项目");
    await li.says("形象进度70%").gets("哪个项目");
  });

  it("is not what small talk becomes", async () => {
    await office.isNow("2022-09-20T11:00:00+08:00");
    await zhang.says("武宁路65%").gets("已记入");
    const last = (await store.read.ledger.latest("S-06", 1))[0]?.id;
    await zhang.says("好的，辛苦了").gets(/./);
    await zhang.says("明天下午记得开会").gets(/./);
    expect((await store.read.ledger.latest("S-06", 1))[0]?.id).toBe(last);
  });

  it("names of other projects in between end it, whatever was said of them", async () => {
    await office.isNow("2022-09-20T11:30:00+08:00");
    await zhang.says("武南路形象进度23%").gets("已记入");
    await zhang.says("武宁路、昭骁路今天都去看了，不错").gets(/./);
    await zhang.says("形象进度24%").gets("哪个项目");
    await zhang.says("昭骁路怎么样了").gets("昭骁路");
    await zhang.says("桃浦中学那个呢").gets(/./);
    await zhang.says("进度50%").gets("哪个项目");
  });

  it("leaves a misspelt name a question", async () => {
    await zhang.says("武宁路66%").gets("已记入");
    await zhang.says("武南璐 70%").gets("哪个项目");
  });
});

describe("a question answered in words", async () => {
  const office = await Office.open();
  const { zhang, wang, store } = office;
  const latest = async (code: string) => (await store.read.ledger.latest(code, 1))[0];

  it("takes the one reading that fits, with the first words kept, and closes the question", async () => {
    const asked = await zhang.says("武宁路完成2000万").gets("问您一句", "当月的，还是本年累计");
    await zhang.says("9月的").gets("已记入 武宁路快速化", "9月投资");
    expect(await latest("S-06")).toMatchObject({ words: "武宁路完成2000万（9月的）", scope: "month" });
    expect((await office.sandbox.changed(asked.messageId, { times: 1 })).text).toContain(
      "您接着说了：9月完成 2000万",
    );
  });

  it.each(["当月", "当月的", "本月", "是9月当月的", "是的，9月", "都是9月的", "第一个", "9月"])(
    "%s is this month's",
    async (word) => {
      await zhang.says("武宁路完成2200万").gets("当月的，还是本年累计");
      await zhang.says(word).gets("已记入 武宁路快速化", "9月投资");
      await zhang.says("撤销").gets("已撤销");
    },
  );

  it.each(["又完成的", "新增的"])("%s comes on top", async (word) => {
    await zhang.says("武宁路完成2200万").gets("当月的，还是本年累计");
    await zhang.says(word).gets(/已记入 武宁路快速化|没听懂/);
    await zhang.says("撤销").gets("撤销");
  });

  it("撤销 right after a question is about the question, not about what was reported before", async () => {
    await zhang.says("武宁路 61%").gets("已记入");
    await zhang.says("武宁路完成2400万").gets("当月的，还是本年累计");
    await zhang.says("撤销").gets("刚才问您的没有记；更早记的没有动");
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(61);
    await zhang.says("撤销").gets("已撤销");
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  it("a correction while a question is open puts right what was asked about", async () => {
    await zhang.says("武宁路 61%").gets("已记入");
    await zhang.says("武宁路完成2600万").gets("当月的，还是本年累计");
    await zhang.says("不是武宁路，是敦煌南路").gets("问您一句", "敦煌南路");
    await zhang.says("9月的").gets("已记入 敦煌南路", "2600万");
    await zhang.says("撤销").gets("已撤销");
    await zhang.says("武宁路又完成13亿").gets("问您一句");
    await zhang.says("是万不是亿").gets("已记入 武宁路快速化", "13万");
    await zhang.says("撤销").gets("已撤销");
    await zhang.says("武宁路9月完成1300亿").gets("具体是多少");
    await zhang.says("是万不是亿").gets("还在问您", "更早记的没有动");
    await zhang.says("算了").gets("没有记");
    await zhang.says("武宁路 40%").gets("从 61% 降到 40%");
    await zhang.says("说错了，是64%").gets("61% → 64%");
    await zhang.says("撤销").gets("已撤销");
    await zhang.says("撤销").gets("已撤销");
  });

  it("takes the name of the project that was lacking", async () => {
    await office.isNow("2022-09-20T10:20:00+08:00");
    await zhang.says("形象进度14%").gets("说的是哪个项目");
    await zhang.says("敦煌南路").gets("已记入 敦煌南路", "→ 14%");
  });

  it.each(["是的", "没错", "对", "是更正"])(
    "takes %s where the question is whether it is so",
    async (yes) => {
      await zhang.says("武宁路 70%").gets(/已记入|已经记过了/);
      await zhang.says("武宁路 50%").gets("从 70% 降到 50%");
      await zhang.says(yes).gets("70% → 50%");
    },
  );

  it("takes 对 for no reading of an either-or", async () => {
    await zhang.says("武宁路累计完成6亿").gets("是开工以来的累计，还是今年就这么多");
    await zhang.says("没错").gets(/没听懂|怎么/);
    expect((await store.read.ledger.figures("S-06")).total).toBeUndefined();
  });

  it.each(["2亿", "13.2亿", "错", "改", "记"])(
    "takes %s for none of the readings it is a part of",
    async (part) => {
      await zhang.says("武宁路累计完成13.2亿").gets("应为 1.32亿");
      await zhang.says(part).gets(/./);
      const { years } = await store.read.ledger.figures("S-06");
      expect(Object.values(years["2022"]?.ytd ?? {}).map(({ yuan }) => yuan)).not.toContain(132_000_000);
      expect(Object.values(years["2022"]?.ytd ?? {}).map(({ yuan }) => yuan)).not.toContain(1_320_000_000);
    },
  );

  it("a reply answers the card it replies to, not the last one", async () => {
    await zhang.says("武宁路 70%").gets(/已记入|已经记过了/);
    const first = await zhang.says("武宁路 40%").gets("从 70% 降到 40%");
    await zhang.says("敦煌南路 5%").gets("降到 5%");
    await zhang.says("没错", { replyTo: first.messageId }).gets("70% → 40%");
    expect((await store.read.ledger.figures("R-01")).percent?.value).toBe(14);
  });

  it("goes on with a second question", async () => {
    await zhang.says("武宁路完成8000万").gets("当月的，还是本年累计");
    await zhang.says("累计").gets(/比[89]月累计 .+ 还少，说的是当月完成吗/);
    await zhang.says("是的").gets("9月投资");
    await zhang.says("撤销").gets("已撤销");
  });

  it("takes 算了 for a no", async () => {
    await zhang.says("武南路完成2000万").gets("问您一句");
    await zhang.says("算了").gets("没有记");
  });

  it("belongs to the first message: taking that back asks about it, 撤销 strikes the card of the answer", async () => {
    const asked = zhang.says("武南路完成2300万");
    await asked.gets("问您一句");
    const echo = await zhang.says("9月的").gets("已记入 武南路");
    const before = office.sandbox.messages(zhang.chat).length;
    office.sandbox.control.recall(asked.said.messageId);
    await office.settled();
    expect(
      office.sandbox
        .messages(zhang.chat)
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).toContain("撤回");
    await zhang.says("撤销").gets("已撤销");
    expect((await office.sandbox.changed(echo.messageId, { times: 1 })).text).toContain("已撤销");
  });

  it("reads what fits none of the readings, or two, as any other message", async () => {
    await zhang.says("武南路完成2000万").gets("问您一句");
    const last = (await latest("R-04"))?.id;
    await zhang.says("完成").gets(/./);
    expect((await latest("R-04"))?.id).toBe(last);
    await zhang.says("滞后").gets("滞后");
    await wang.says("9月的").gets(/没听懂|哪个项目/);
  });
});
