import { describe, expect, it } from "vitest";
import { bulletinNumber, sealOf } from "../../src/domain/bulletin.js";
import { composedBulletin } from "../../src/domain/bulletin-compose.js";
import { composedCorrection, differences } from "../../src/domain/bulletin-correction.js";
import type { BulletinFacts, BulletinProblem, BulletinProject } from "../../src/domain/bulletin-facts.js";
import { mayReview, mayStep } from "../../src/domain/bulletin-step.js";
import { bracketed, formal } from "../../src/domain/bulletin-words.js";

const NO_WORDS = { demands: null, remark: null };

/** 1亿 planned, 6667万 due by the end of August. */
const project = (code: string, more: Partial<BulletinProject> = {}): BulletinProject => ({
  code,
  name: `项目${code}`,
  class: "区属重大",
  unit: "区建设管理委",
  planYuan: 100_000_000,
  ytdYuan: 70_000_000,
  percent: null,
  isJudged: true,
  isCounted: true,
  dueYuan: 66_666_667,
  earlier: null,
  lamp: "green",
  before: "green",
  running: 0,
  lags: [],
  reason: "",
  reported: "in-time",
  isNotOwed: false,
  isFinished: false,
  isCorrected: false,
  nodes: [],
  ...more,
});

const plot = project("C", {
  class: "土地出让",
  unit: "区规划资源局",
  planYuan: null,
  ytdYuan: null,
  dueYuan: 0,
  isJudged: false,
  isCounted: false,
  lamp: "red",
  lags: ["节点逾36天（控规）"],
});

const problem = (more: Partial<BulletinProblem>): BulletinProblem => ({
  project: "项目B",
  code: "B",
  words: "2户未签约",
  lead: null,
  due: null,
  openedOn: "2022-08-10",
  closedOn: null,
  ...more,
});

const facts = (more: Partial<BulletinFacts> = {}): BulletinFacts => ({
  month: "2022-08",
  asOf: "2022-09-05",
  snapshot: "2022-08-1",
  ruleVersion: "规则 v1",
  hasBefore: true,
  projects: [],
  problems: [],
  ...more,
});

const part = (given: BulletinFacts, heading: string): readonly string[] =>
  composedBulletin(given, NO_WORDS).sections.find((one) => one.heading.includes(heading))?.paragraphs ?? [];

describe("月度通报, composed", () => {
  it("has its seven parts in order, and a row for every project", () => {
    const { sections, rows, title } = composedBulletin(facts({ projects: [project("A"), plot] }), NO_WORDS);
    expect(title).toBe("2022年8月重大建设项目推进情况通报");
    expect(sections.map(({ heading }) => heading)).toEqual([
      "一、总体情况",
      "二、进展较好的项目",
      "三、滞后项目及原因",
      "四、未报和迟报",
      "五、问题销号",
      "六、下月节点",
      "七、工作要求",
    ]);
    expect(rows.map(({ code, share }) => [code, share])).toEqual([
      ["A", 70],
      ["C", null],
    ]);
  });

  // 7000 + 3500 of 2亿 = 52.5%, 14.2 behind 66.7%; the plot counts in no sum.
  it("一、总体: counts, what changed since July, and the sum against 时序", () => {
    const late = project("B", { ytdYuan: 35_000_000, lamp: "red", before: "yellow" });
    const [first, sum] = part(facts({ projects: [project("A"), late, plot] }), "总体");
    expect(first).toBe(
      "截至8月底，在册项目3个（区属重大2个、土地出让1个）。按时填报3个，未报0个。红灯2个，黄灯0个，绿灯1个，灰灯0个；与7月相比，新增红灯2个。",
    );
    expect(sum).toBe(
      "按投资时序评判的项目2个，年度计划投资合计2亿元，本年累计完成1.05亿元，占年度计划的52.5%，低于时序进度（66.7%）14.2个百分点。",
    );
  });

  it("一、总体: says so where projects have paces of their own, and nothing of lamps without a month before", () => {
    const own = project("A", { dueYuan: 50_000_000 });
    const [first, sum] = part(facts({ projects: [own], hasBefore: false }), "总体");
    expect(first).toMatch(/灰灯0个。$/);
    expect(sum).toContain("快于时序进度（50%）20个百分点。时序进度按各项目的月度计划和起始月份折算。");
  });

  // 2 in time + 1 late + 2 missing + 1 not due are the 6 in progress, and so are 1 red + 1 green + 4 grey; of the
  // grey ones 1 has not reported, 1 has late, 1 has without its money, and 1 need not yet.
  it("一、总体: reports and lamps each add up to all in progress, and it says why lamps are grey", () => {
    const given = [
      project("A"),
      project("B", { lamp: "grey" }),
      project("D", { lamp: "grey", reported: "missing" }),
      project("E", { lamp: "red", before: "red", reported: "missing" }),
      project("F", { lamp: "grey", reported: "late" }),
      project("G", { lamp: "grey", before: null, reported: "not-due", isNotOwed: true }),
      project("H", { isFinished: true, reported: "not-due", isNotOwed: true }),
    ];
    expect(part(facts({ projects: given }), "总体")[0]).toBe(
      "截至8月底，在册项目6个（区属重大6个），另有已竣工1个。按时填报2个，关账后补报1个，未报2个，还不用报1个（其中1个已亮红灯或黄灯）。红灯1个，黄灯0个，绿灯1个，灰灯4个（1个没报，1个关账后才报，1个报了但没有投资数，1个还不用报）；与7月相比，转灰3个。",
    );
  });

  it("before the first report was due it says so, and nobody is green or in time", () => {
    const none = { lamp: "grey", before: null, reported: "not-due", isNotOwed: true } as const;
    const given = facts({ projects: [project("A", none), project("B", none)], hasBefore: false });
    expect(part(given, "总体")[0]).toBe(
      "截至8月底，在册项目2个（区属重大2个）。还没有开始填报。红灯0个，黄灯0个，绿灯0个，灰灯2个（2个还没有开始填报）。",
    );
    expect(part(given, "未报和")).toEqual(["8月还没有开始填报。"]);
    expect(composedBulletin(given, NO_WORDS).rows.map(({ lamp, reason }) => [lamp, reason])).toEqual([
      ["灰", "还没有开始填报"],
      ["灰", "还没有开始填报"],
    ]);
  });

  it("二、进展较好: in the order of the ledger, best first never", () => {
    const lines = part(
      facts({
        projects: [
          project("A"),
          project("B", { ytdYuan: 90_000_000 }),
          project("D", { ytdYuan: 60_000_000 }),
        ],
      }),
      "较好",
    );
    expect(lines).toEqual([
      "快于时序进度且亮绿灯的项目2个。",
      "项目A，责任单位区建设管理委：年度计划1亿元，累计完成7000万元，完成率70%，快于时序进度（66.7%）3.3个百分点。",
      "项目B，责任单位区建设管理委：年度计划1亿元，累计完成9000万元，完成率90%，快于时序进度（66.7%）23.3个百分点。",
    ]);
  });

  it("三、滞后: red before yellow, with arithmetic, months, and what holds it up", () => {
    const late = project("B", { ytdYuan: 30_000_000, lamp: "yellow", running: 2 });
    const given = facts({
      projects: [late, plot],
      problems: [
        problem({ lead: "区征收中心", due: "2022-09-30" }),
        problem({ words: "旧事", closedOn: "2022-08-20" }),
      ],
    });
    expect(part(given, "滞后")).toEqual([
      "（一）红灯1个。",
      "项目C，责任单位区规划资源局：节点逾36天（控规）。",
      "（二）黄灯1个。",
      "项目B，责任单位区建设管理委：年度计划1亿元，累计完成3000万元，完成率30%，低于时序进度（66.7%）36.7个百分点；连续2个月亮灯。卡点：2户未签约（牵头区征收中心，9月30日前）。",
    ]);
  });

  // 1.02亿 of 3.2亿 by the end of July: 31.9% against 58.3%, 26.5 points behind. Due on 31 August, 5 days over.
  it("三、滞后: of whom nothing came this month the last figure, against what was due then; what is overdue says so", () => {
    const silent = project("B", {
      planYuan: 320_000_000,
      ytdYuan: 102_000_000,
      isJudged: false,
      earlier: { month: "2022-07", dueYuan: 186_666_667 },
      lamp: "red",
      running: 3,
      lags: ["8月未报", "节点逾期30天（施工许可证）"],
      reported: "missing",
    });
    const given = facts({
      projects: [silent],
      problems: [
        problem({ lead: "区征收中心", due: "2022-08-31" }),
        problem({ words: "管线", due: "2022-08-20", closedOn: "2022-09-02" }),
      ],
    });
    expect(part(given, "滞后")[1]).toBe(
      "项目B，责任单位区建设管理委：年度计划3.2亿元，截至7月累计完成1.02亿元，完成率31.9%，低于时序进度（58.3%）26.5个百分点；8月未报；节点逾期30天（施工许可证）；连续3个月亮灯。卡点：2户未签约（牵头区征收中心，期限8月31日，到9月5日逾期5天）。卡点：管线（9月2日已销号）。",
    );
  });

  it("names that hold a 、 are told apart", () => {
    const plots = { name: "615、616地块", reported: "missing" } as const;
    const given = facts({ projects: [project("A", plots), project("B", { reported: "missing" })] });
    expect(part(given, "未报和")[1]).toBe("区建设管理委2个：615、616地块；项目B。");
  });

  it("七、要求: numbers that were typed before a line go, figures stay", () => {
    const demands = "（一）甲\n2.9月未报的请补报\n3、丙\n1.5亿元请到位\n五、戊";
    const own = composedBulletin(facts(), { demands, remark: null });
    expect(own.sections.at(-1)?.paragraphs).toEqual([
      "（一）甲",
      "（二）9月未报的请补报",
      "（三）丙",
      "（四）1.5亿元请到位",
      "（五）戊",
    ]);
  });

  it.each([
    ["节点逾30天（开工） | 9月未报 | 连续2月", "节点逾期30天（开工）；9月未报；连续2个月亮灯"],
    ["年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点", "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8个百分点"],
    ["", ""],
  ])("说明: %s", (reason, said) => {
    expect(formal(reason)).toBe(said);
  });

  it.each([
    [1, "（一）"],
    [10, "（十）"],
    [12, "（十二）"],
    [20, "（二十）"],
    [34, "（三十四）"],
  ])("number %i is %s", (number, said) => {
    expect(bracketed(number)).toBe(said);
  });

  it("四、未报迟报: by unit; who came after the close is late", () => {
    const given = facts({
      projects: [
        project("A", { reported: "missing" }),
        project("B", { reported: "late", unit: null }),
        project("D", { reported: "missing", unit: "城投水务" }),
        project("E", { reported: "not-due" }),
      ],
    });
    expect(part(given, "未报和")).toEqual([
      "8月未报的项目2个：",
      "区建设管理委1个：项目A。",
      "城投水务1个：项目D。",
      "关账后补报（迟报）的项目1个：",
      "未定责任单位1个：项目B。",
    ]);
    expect(part(facts({ projects: [project("A")] }), "未报和")).toEqual(["8月数据全部按时报齐。"]);
  });

  // Due 15 August, open at the month's end: 16 days over. What came or was closed in September is not August's.
  it("五、问题销号: as of the month's end", () => {
    const given = facts({
      projects: [project("B")],
      problems: [
        problem({ due: "2022-08-15", lead: "区征收中心", openedOn: "2022-07-01" }),
        problem({ words: "管线", closedOn: "2022-08-31" }),
        problem({ words: "九月的", openedOn: "2022-09-01" }),
        problem({ words: "晚销", openedOn: "2022-06-01", closedOn: "2022-09-02" }),
      ],
    });
    expect(part(given, "销号")).toEqual([
      "8月新登记问题1个，销号1个；8月底未销号2个，其中逾期1个。",
      "销号：项目B（管线）。",
      "逾期：项目B，2户未签约，牵头区征收中心，期限8月15日，逾16天。",
    ]);
  });

  it("六、下月节点: by day, what is done left out; December looks into the next year", () => {
    const node = (name: string, planned: string, done?: string) => ({
      project: "项目A",
      name,
      planned,
      isWaived: false,
      ...(done ? { done } : {}),
    });
    const nodes = [
      node("封顶", "2022-09-30"),
      node("开工", "2022-09-08"),
      node("验收", "2022-09-01", "2022-08-30"),
    ];
    expect(part(facts({ projects: [project("A", { nodes })] }), "节点")).toEqual([
      "9月计划到期的节点2个：",
      "9月8日，项目A开工，责任单位区建设管理委。",
      "9月30日，项目A封顶，责任单位区建设管理委。",
    ]);
    expect(part(facts({ month: "2022-12" }), "节点")).toEqual(["2023年1月没有计划到期的节点。"]);
  });

  it("七、要求: from the figures, or the office's own lines, numbered anew", () => {
    expect(part(facts({ projects: [project("A")] }), "要求")).toEqual([
      "9月数据10月8日关账，请各责任单位在此之前填报。",
    ]);
    const own = composedBulletin(facts(), { demands: "1、甲\n\n 2. 乙 ", remark: "一段话。" });
    expect(own.sections.at(-1)?.paragraphs).toEqual(["（一）甲", "（二）乙"]);
    expect(own.sections[0]?.paragraphs.at(-1)).toBe("一段话。");
  });
});

describe("更正通报, composed", () => {
  const before = composedBulletin(
    facts({ projects: [project("A"), project("B", { percent: 40 })] }),
    NO_WORDS,
  );
  const now = facts({
    projects: [project("A", { ytdYuan: 72_000_000, isCorrected: true }), project("B", { percent: 40 })],
  });

  it("names the old one and every difference, old → new", () => {
    const { title, sections } = composedCorrection(
      now,
      { ...before, number: "普桃推办通报〔2022〕8号" },
      NO_WORDS,
    );
    expect(title).toBe("2022年8月重大建设项目推进情况更正通报");
    expect(sections[0]?.paragraphs).toEqual([
      "《2022年8月重大建设项目推进情况通报》（普桃推办通报〔2022〕8号）签发后，有1个项目的数据更正，现通报如下。原通报不作改动，所列数据以本通报为准。",
      "项目A：本年累计投资由7000万元更正为7200万元。",
    ]);
  });

  it("finds no difference where there is none, and says what had no figure", () => {
    expect(differences(before.rows, before.rows)).toEqual([]);
    const [row] = before.rows;
    if (!row) throw new Error("no row");
    expect(differences([row], [{ ...row, ytdYuan: null, percent: 12.5, lamp: "未报" }])).toEqual([
      "项目A：本年累计投资 7000万元 → 没有数，形象进度 没有数 → 12.5%，亮灯 绿 → 未报",
    ]);
    expect(sealOf(JSON.parse(JSON.stringify(before)))).toBe(sealOf(before));
  });
});

describe("签发, step by step", () => {
  it.each([
    ["drafted", "edit submit"],
    ["submitted", "edit return review"],
    ["reviewed", "edit return sign"],
    ["signed", ""],
  ] as const)("%s: %s", (state, steps) => {
    const all = ["edit", "submit", "return", "review", "sign"] as const;
    expect(all.filter((step) => mayStep(step, state)).join(" ")).toBe(steps);
  });

  it("neither who has edited a draft, at any time, nor who has submitted it reviews it", () => {
    const hands = { editors: ["li", "liu"], submitter: "wu" };
    expect(["li", "liu", "wu", "chen"].filter((each) => mayReview(each, hands))).toEqual(["chen"]);
    expect(mayReview("li", { editors: [], submitter: null })).toBe(true);
  });

  it("numbers run by the year", () => {
    expect(bulletinNumber(2022, 8)).toBe("普桃推办通报〔2022〕8号");
    expect(bulletinNumber(2023, "待定")).toBe("普桃推办通报〔2023〕（待定）号");
  });
});
