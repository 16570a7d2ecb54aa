import type { CarryLine } from "../../src/bot/carry-list.js";
import { type Block, type Button, buttons, type CardView, note, rule, text } from "../../src/cards/card.js";
import {
  broughtWords,
  CHOICES,
  finishedLine,
  moneyLine,
  OUTLOOKS,
} from "../../src/cards/months/carry-words.js";
import { pageButtons, paged } from "../../src/cards/pager.js";
import { typed } from "../../src/cards/typed.js";
import { type Day, formatDay, formatInstant } from "../../src/domain/day.js";
import {
  type CarryChoice,
  type CarryOutlook,
  reconciled,
  type YearTotals,
} from "../../src/domain/year-close.js";
import type { ListedProject, YearClose } from "../../src/store/years.js";

const PAGE = 5;
const LIST_PAGE = 12;
const OUTLOOK_ORDER: readonly CarryOutlook[] = ["finish", "carry", "leave", "unclear"];
const CHOICE_ORDER: readonly CarryChoice[] = ["carry", "finish", "leave"];

/** Step 1: what is coming to, project by project in three groups. */
export function forecastCard(year: number, lines: readonly CarryLine[], isDue: boolean): CardView {
  const groups = OUTLOOK_ORDER.flatMap((outlook) => {
    const own = lines.filter(({ forecast }) => forecast.outlook === outlook);
    if (own.length === 0) return [];
    const names = own.map(
      ({ standing, forecast }) => `${typed(standing.project.name, 30)}（${typed(forecast.why, 30)}）`,
    );
    return [rule, text(`**${OUTLOOKS[outlook]} ${own.length}个**\n${names.join("\n")}`)];
  });
  return {
    title: `${year}年结转　预测`,
    tone: "blue",
    blocks: [
      text(
        isDue
          ? `市、区重大项目共${lines.length}个。第一步看预测，第二步逐个确认，第三步12月31日起冻结。`
          : `${year}年的结转12月1日开始办。现在只看预测，不用确认。市、区重大项目共${lines.length}个。`,
      ),
      ...groups,
      ...(isDue ? [buttons({ label: "逐个确认", does: "confirm", look: "primary" })] : []),
      note("预测只看台账里的竣工节点和形象进度，不写进台账。"),
    ],
  };
}

/** Step 2: the office confirms, project by project. */
export function confirmCard(
  year: number,
  lines: readonly CarryLine[],
  totals: YearTotals,
  page: number,
): CardView {
  const open = lines.filter(({ choice }) => choice === undefined);
  const view = paged(lines, page, PAGE);
  const suggested = open.filter(({ forecast }) => forecast.outlook !== "unclear").length;
  const ways: Button[] = [
    ...pageButtons(view),
    ...(suggested > 0
      ? [
          {
            label: `全部按建议（${suggested}个）`,
            does: "suggested",
            confirm: { title: "全部按建议确认？", text: "已经确认的不动，说不准的留着逐个定。" },
          },
        ]
      : []),
    ...(open.length === 0 ? [freezeButton(year)] : []),
  ];
  return {
    title: `${year}年结转　逐个确认`,
    subtitle: open.length > 0 ? `还有${open.length}个没确认` : "都确认了，可以冻结",
    tone: open.length > 0 ? "orange" : "green",
    blocks: [
      text(totals.classes.map(reconciled).join("\n")),
      ...view.shown.flatMap((line) => lineBlocks(line)),
      ...(ways.length > 0 ? [rule, buttons(...ways)] : []),
      note(`第${view.page}／${view.pages}页　点错了再点一次别的就改过来，冻结以前都能改。`),
    ],
  };
}

const freezeButton = (year: number): Button => ({
  label: `冻结${year}年`,
  does: "freeze",
  look: "primary",
  confirm: {
    title: `冻结${year}年？`,
    text: "冻结后确认结果不能再改，并生成明年的名单草稿；12月还没关账的，合计到关账时按12月快照定。",
  },
});

function lineBlocks({ standing, forecast, choice, isSettled }: CarryLine): Block[] {
  const { code, name } = standing.project;
  const said =
    choice === undefined ? `建议：**${OUTLOOKS[forecast.outlook]}**` : `已确认：**${CHOICES[choice]}**`;
  const line = text(`**${typed(name)}**\n${said}（${typed(forecast.why, 40)}）`);
  if (isSettled) return [rule, line];
  return [
    rule,
    line,
    buttons(
      ...CHOICE_ORDER.map(
        (each): Button => ({
          label: CHOICES[each],
          does: "choose",
          args: { code, choice: each },
          ...(choice === each ? { look: "primary" as const } : {}),
        }),
      ),
    ),
  ];
}

/** December is not closed yet. */
export interface Waiting {
  closesOn: Day;
  /** how many have not reported for it */
  missing: number;
}

function asOfLine(year: number, december: Waiting | null): string {
  if (!december) return `合计和累计按${year}年12月快照`;
  const { closesOn, missing } = december;
  const open = missing > 0 ? `，还有${missing}个没报12月` : "";
  return `合计和累计是到现在报的数${open}；${formatDay(closesOn, `${year}-12-31`)}关账时按12月快照定下来`;
}

/** Step 3: the year as it was frozen, and the draft list of the next. */
export function frozenCard(
  close: YearClose,
  list: readonly ListedProject[],
  names: ReadonlyMap<string, string>,
  { page, december }: { page: number; december: Waiting | null },
): CardView {
  const { year, totals, at, byName } = close;
  // What is carried over comes first, 预备 beside it; each in the order of the list.
  const sorted = list.toSorted((a, b) => Number(a.nature === "预备") - Number(b.nature === "预备"));
  const view = paged(sorted, page, LIST_PAGE);
  const pages = pageButtons(view);
  const finished = finishedLine(totals);
  const of = (nature: ListedProject["nature"]) => list.filter((one) => one.nature === nature).length;
  return {
    title: `${year}年已冻结`,
    subtitle: `${byName} ${formatInstant(at)} 冻结`,
    tone: "green",
    blocks: [
      text(totals.classes.map((each) => `${reconciled(each)}\n${moneyLine(each)}`).join("\n")),
      rule,
      text(
        [
          `**${year + 1}年名单草稿**　结转${of("结转")}个，预备${of("预备")}个`,
          ...view.shown.map(
            (one) =>
              `${one.nature}　${typed(names.get(one.code) ?? one.code, 40)}　${broughtWords(one, year)}`,
          ),
        ].join("\n"),
      ),
      ...(finished ? [text(finished)] : []),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`第${view.page}／${view.pages}页　${asOfLine(year, december)}；明年新增的用“新增项目”登记。`),
    ],
  };
}
