import { describe, expect, it } from "vitest";
import { DIRECTOR_CHEN } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/*
 * The first workdays of the weeks: Monday 26 September, after the holidays Saturday 8 October (W40) and Monday
 * 10 October, two workdays behind it; 17 October. September closes on 8 October.
 */
describe("领导简报", async () => {
  const office = await Office.open();
  const { li, wang } = office;
  const own = office.sandbox.privateChat(DIRECTOR_CHEN);
  const briefs = () => office.posts(own).filter(({ text }) => text.startsWith("领导简报"));
  const round = async (day: string) =>
    (await office.posted(`${day}T09:10:00+08:00`, own)).filter(({ text }) => text.startsWith("领导简报"));

  // Red on 20 September: 敦煌南路, 泵站 and 615、616地块; at July's close only the first.
  it("the first is held against the close before the last, and its names can be counted", () => {
    expect(briefs().at(-1)?.text).toMatch(
      /红灯3个，比7月关账时新增2（中央绿地排水泵站及调蓄池；615、616地块）；另有3个8月没报，看不出\n📌 没有要您决定的问题\n📈 照近3月的速度/,
    );
  });

  it("says what is asked of the leader, where and by when", async () => {
    await li.says("敦煌南路 2户未签约，请征收中心协调，9月30日前").gets("#1");
    await li.says("#1 上报").gets("#1");
    const [brief] = await round("2022-09-26");
    expect(brief?.text).toContain("红灯3个，比上次（9月20日）没有变化；另有3个8月没报，看不出");
    expect(brief?.text).toContain(
      "要您决定1个（新增1）　敦煌南路（真南路-金昌路） #1“2户未签约”，请您协调区房屋征收中心9月30日前解决",
    );
  });

  it("the next one, with a day that is past", async () => {
    const [brief] = await round("2022-10-08");
    expect(brief?.text).toContain("红灯3个，比上次（9月26日）没有变化");
    expect(brief?.text).toContain("要您决定1个　敦煌南路");
    expect(brief?.text).toContain("应在9月30日解决，已逾期8天，请您督促区房屋征收中心");
  });

  // 加油站 has turned red since the 8th; the pumping station has no lamp any more since nobody reported. 3+1−1=3,
  // and the month's snapshot counts as many.
  it("two days later it comes because something has changed, and its counts are sums", async () => {
    const [brief] = await round("2022-10-10");
    expect(brief?.text).toMatch(
      /红灯3个，比上次（10月8日）新增1（加油站），转出1（中央绿地排水泵站及调蓄池→⚪）；另有\d+个9月没报、\d+个数据不够，看不出/,
    );
    expect((await li.says("快照 9月").gets("快照")).text).toContain("🔴3 ");
  });

  it("of figures that are old nothing is foretold, and that is said", async () => {
    await wang.says("603地块9月累计完成1.9亿").gets("603地块");
    const [brief] = await round("2022-10-17");
    expect(brief?.text).toMatch(/报了9月投资的只有1个，另有\d+个没有9月数，暂时预计不了全年/);
  });
});

// After the holidays Saturday 28 and Sunday 29 January 2023 are worked: Monday the 30th is two workdays behind.
describe("领导简报 soon after another", async () => {
  const office = await Office.open();
  const own = office.sandbox.privateChat(DIRECTOR_CHEN);
  const round = async (day: string) =>
    (await office.posted(`${day}T09:10:00+08:00`, own)).filter(({ text }) => text.startsWith("领导简报"));

  it("is left out for its week, and not promised", async () => {
    await office.li.says("退订 滞后摘要").gets("已退订");
    await round("2022-10-10");
    expect(await round("2023-01-28")).toHaveLength(1);
    const { text } = await office.chen.privately.says("订阅列表").gets("领导简报");
    expect(text).not.toContain("1月30日");
    expect(await round("2023-01-30")).toEqual([]);
    expect(await round("2023-01-31")).toEqual([]);
    expect(await round("2023-02-06")).toHaveLength(1);
  });
});
