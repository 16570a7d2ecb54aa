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
    const before = (await store.read.ledger.latest("S-06", 50)).length;
    await zhang.says("好的，辛苦了").gets(/./);
    await zhang.says("明天下午记得开会").gets(/./);
    expect((await store.read.ledger.latest("S-06", 50)).length).toBe(before);
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

  it("takes the name of the project that was lacking", async () => {
    await office.isNow("2022-09-20T10:20:00+08:00");
    await zhang.says("形象进度14%").gets("说的是哪个项目");
    await zhang.says("敦煌南路").gets("已记入 敦煌南路", "→ 14%");
  });

  it("takes 没错 where the question is whether it is so", async () => {
    await zhang.says("武宁路 50%").gets("从 60% 降到 50%");
    await zhang.says("是更正").gets("60% → 50%");
  });

  it("takes 算了 for a no", async () => {
    await zhang.says("武南路完成2000万").gets("问您一句");
    await zhang.says("算了").gets("没有记");
  });

  it("reads what fits none of the readings, or two, as any other message", async () => {
    await zhang.says("武南路完成2000万").gets("问您一句");
    await zhang.says("完成").gets(/./);
    await zhang.says("滞后").gets("滞后");
    await wang.says("9月的").gets(/没听懂|哪个项目/);
  });
});
