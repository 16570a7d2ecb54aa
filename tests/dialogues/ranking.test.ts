import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("who may see the ranking, and where", async () => {
  const office = await Office.open();
  const { li, chen, zhang, liu, zhou } = office;

  it.each(["排名", "谁最慢", "谁倒数第一", "各单位得分", "排名 区建管委"])(
    "%s in an open group: no figure and no unit, but what may be seen",
    async (words) => {
      for (const who of [li, chen, zhang, liu]) {
        const { text, buttons } = await who.says(words).gets("排名不在这里看", "滞后清单");
        expect(text.replace("演示数据", "")).not.toMatch(/\d|区建设管理委|桃浦/);
        expect(buttons.map((button) => button.text)).toEqual(["看滞后清单"]);
      }
    },
  );

  it("instead the list of what lags, by its button", async () => {
    const card = await zhang.says("谁最慢").gets("排名不在这里看");
    await (await zhang.clicks(card, "看滞后清单")).shows("滞后的有8个");
  });

  it("a reporter not even in private, outside nobody; refusals are kept", async () => {
    await zhang.privately.says("排名").gets("只限推进办和领导");
    await zhou.says("谁最慢").gets("排名只在内部看");
    expect(await office.refusals()).toContain("not-allowed");
  });
});

describe("排名 with its arithmetic", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);

  // 区绿化市容局: 2.517 of 2.8亿 due are 35.957 → 36 of 40, nodes 2 of 2, reports 16 of 16: 66 of 70, 94.29 of 100.
  // 桃浦: 10.373 ÷ 11.76 × 40 = 35.28 → 35.3, nodes 9 of 9, reports 76 of 80 → 9.5: 64.8 of 70, 92.57.
  // 区建管委: 4.433 ÷ 5.90667 × 40 = 30.02 → 30, 5 of 5, 50 of 50: 60 of 70, 85.71. 城投水务: 3000 of 4000万: the same.
  it("ranks by points of 100; what has no data is left out, and it says so", async () => {
    await li
      .says("排名")
      .gets(
        "8月排名（草稿）",
        "1　区绿化市容局　94.3分　形象、销号没有数，不计",
        "2　桃浦智创城公司　92.6分",
        "3　区建设管理委　85.7分",
        "3　城投水务　85.7分",
        "数太少，不排名",
        "区规划资源局　只有节点、填报能评，满分30",
        "评分 v1",
      );
  });

  it("each sum adds up, part by part", async () => {
    await li
      .says("排名 桃浦智创城公司")
      .gets(
        "投资　完成10.373亿÷应完成11.76亿×40＝35.3",
        "节点　按期9÷到期9×20＝20",
        "填报　关账前报76÷应报80×10＝9.5",
        "合计 35.3＋20＋9.5＝64.8，形象、销号没有数，不计，满分70；64.8÷70×100＝92.6分",
      );
    await li.says("排名 规资局").gets("节点　按期0÷到期1×20＝0", "不到40，不排名");
  });

  it("a month that is not closed is not ranked", async () => {
    await li.says("排名 9月").gets("9月还没有关账");
    await li.says("排名 7月").gets("7月排名（草稿）");
  });

  it("of projects, the ones furthest behind", async () => {
    const { text } = await li
      .says("区属重大里进度最慢的是哪个")
      .gets("最慢的5个", "敦煌南路（真南路-金昌路）　差34.8个百分点");
    expect(text.slice(text.indexOf("最慢的"))).not.toContain("苏州河");
  });
});

describe("签发", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);
  const chen = office.chen.privately;

  it("a person signs what was seen; it gets a number and stays as it is", async () => {
    const draft = await li.says("排名").gets("8月排名（草稿）", "签发后才算数");
    const signed = await (await li.clicks(draft, "签发")).shows("8月排名　第1号", "李敏 9月20日 10:", "签发");
    expect(signed.buttons.map(({ text }) => text)).not.toContain("签发");
    await chen.says("排名 8月").gets("8月排名　第1号", "李敏 9月20日", "85.7分");
    const [entry] = await office.store.read.audit.of("score", "2022-08", 5);
    expect(entry).toMatchObject({ what: "签发8月排名", from: null, byName: "李敏" });
    expect(entry?.to).toContain("第1号：区绿化市容局94.3、桃浦智创城公司92.6");
  });

  it("what another draft shows is not signed twice", async () => {
    await office.restart();
    const other = await chen.says("得分").gets("第1号");
    expect(other.text).not.toContain("签发后有变化");
  });

  // 武南路's August put right from 9450 to 10000万: 4.433 + 0.055 = 4.488 ÷ 5.90667 × 40 = 30.39 → 30.4; 60.4 of 70 are 86.3.
  it("what changes afterwards is said, beside what was signed, with a new draft", async () => {
    await office.zhang.says("武南路截至8月底累计1亿").gets("已记入 武南路", "截至8月");
    const card = await chen
      .says("排名 8月")
      .gets("8月排名　第1号", "签发后有变化", "区建设管理委 85.7→86.3", "3　区建设管理委　85.7分");
    const draft = await (await chen.clicks(card, "看新草稿")).shows(
      "8月排名（草稿）",
      "3　区建设管理委　86.3分",
    );
    await (await chen.clicks(draft, "签发")).shows("8月排名　第2号", "陈主任 9月20日");
    expect((await office.store.read.audit.of("score", "2022-08", 5))[0]).toMatchObject({ from: "第1号" });
  });

  it("figures that changed while the card was open are shown first, and not signed", async () => {
    const other = await li.says("排名 7月").gets("7月排名（草稿）", "签发");
    const twin = await chen.says("排名 7月").gets("7月排名（草稿）");
    await (await chen.clicks(twin, "签发")).shows("第3号");
    const clicked = await li.clicks(other, "签发");
    expect(clicked.toast).toContain("已经签发过了：第3号，陈主任签");
  });
});

// The month is over, and what is said later of a problem or of the rules belongs to later months.
describe("排名 of an earlier month", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);
  const { zhang } = office;

  it("stays as at its close, whatever became of a problem or of the rules afterwards", async () => {
    await zhang.says("武宁路卡在管线搬迁，区建管委牵头，9月30日前").gets("#1");
    await office.isNow("2022-10-09T09:30:00+08:00");
    const { text } = await li.says("排名 9月 区建管委").gets(/销号　按期\S*0÷到期1/);
    await office.isNow("2022-11-08T09:30:00+08:00");
    await li.says("#1 延期到12月10日，原因疫情").gets("12月10日");
    const card = await li.says("改规则 区属重大 黄95 红90").gets("点“生效”才算");
    await (await li.clicks(card, "生效")).shows("已生效");
    await li.says("排名 9月 区建管委").gets(lineOf(text, "投资"), lineOf(text, "销号"));
  });
});

const lineOf = (text: string, name: string): string =>
  text.split("\n").find((line) => line.startsWith(name)) ?? "none";
