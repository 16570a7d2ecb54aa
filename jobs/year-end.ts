import { type CarryLine, carryLines } from "../src/bot/carry-list.js";
import { opensCommand } from "../src/bot/opens-command.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import { buttons, type CardView, note, text } from "../src/cards/card.js";
import { finishedLine, OUTLOOKS } from "../src/cards/months/carry-words.js";
import { DAY, type Day } from "../src/domain/day.js";
import { monthOf, yearOf } from "../src/domain/period.js";
import { onOrAfterWorkday } from "../src/domain/workdays.js";
import type { CarryOutlook } from "../src/domain/year-close.js";

const NAME = "年末结转提醒";
const TIME = "09:20";

type Step = "forecast" | "confirm" | "freeze" | "list";
/** The day of each step in a year's end; those in January are of the year after. */
const STEPS: readonly { step: Step; day: string; inNextYear?: true }[] = [
  { step: "forecast", day: "12-01" },
  { step: "confirm", day: "12-15" },
  { step: "freeze", day: "12-31" },
  { step: "list", day: "01-05", inNextYear: true },
];

/** 年末结转提醒: the steps of the year's end, each on its day, with what is left to do. */
export const yearEnd: Post = {
  name: NAME,
  summary: "年末结转办到哪一步：预测、确认、冻结、明年名单",
  when: (time) => `12月1日、15日、31日和1月5日 ${time}（遇休息日顺延）`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  // By the 5th of January what was asked for before it is said there, or is too late.
  catchUp: { is: "latest", within: 5 * DAY, standsFor: "list" },
  slots(from, to, occasions) {
    const first = yearOf(monthOf(from)) - 1;
    const years = Array.from({ length: yearOf(monthOf(to)) - first + 1 }, (_, index) => first + index);
    return years
      .flatMap((year) =>
        STEPS.map(({ step, day, inNextYear }) => {
          const on = onDay(inNextYear ? year + 1 : year, day);
          return slotOn(on, { name: NAME, time: TIME }, occasions, step, String(year));
        }),
      )
      .filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(turn, { subject, period }) {
    const model: Model = { step: subject as Step, year: Number(period) };
    const said = await words(turn, model.step, model.year);
    return said && { card: cardOf(said), model };
  },
  clicks: {
    carry: opensCommand(
      "结转",
      () => "",
      async (turn, before) => {
        const model = before as Model;
        const said = await words(turn, model.step, model.year);
        // Frozen meanwhile: there is nothing left to ask for.
        return { card: said ? cardOf(said) : DONE(model.year), model };
      },
    ),
  },
};

interface Model {
  step: Step;
  year: number;
}

const cardOf = ({ title, lines, isOpen }: Said): CardView => ({
  title,
  tone: isOpen ? "orange" : "green",
  blocks: [
    text(lines.join("\n")),
    buttons({ label: isOpen ? "办结转" : "看结转", does: "carry", ...(isOpen ? { look: "primary" } : {}) }),
    note("不需要这条提醒，请发“退订 年末结转提醒”。"),
  ],
});

const DONE = (year: number): CardView => ({
  title: `${year}年已冻结`,
  tone: "green",
  blocks: [text("结转办好了。")],
});

const onDay = (year: number, day: string): Day => onOrAfterWorkday(`${year}-${day}`);

type Seen = Pick<PostTurn, "tx" | "now">;

interface Said {
  title: string;
  lines: string[];
  isOpen: boolean;
}

async function words(turn: Seen, step: Step, year: number): Promise<Said | null> {
  // A ledger that began after the year has nothing of it to carry over.
  const standings = await turn.tx.projects.standings(year, { withEnded: true });
  if (!standings.some(({ figures }) => figures.years[year])) return null;
  const close = await turn.tx.years.close(year);
  if (step === "list") {
    const list = await turn.tx.years.list(year + 1);
    const of = (nature: string) => list.filter((one) => one.nature === nature).length;
    return close
      ? {
          title: `${year + 1}年名单草稿`,
          lines: [
            `结转${of("结转")}个，预备${of("预备")}个。新增的项目用“新增项目”登记。`,
            finishedLine(close.totals) ?? "",
          ].filter(Boolean),
          isOpen: false,
        }
      : { title: `${year}年还没有冻结`, lines: [`没有冻结，出不了${year + 1}年的名单。`], isOpen: true };
  }
  if (close) return null;
  const lines = await carryLines(turn, year);
  if (lines.length === 0) return null;
  const open = lines.filter(({ choice }) => choice === undefined).length;
  if (step === "forecast")
    return {
      title: `${year}年结转开始办`,
      lines: [`共${lines.length}个：${forecastWords(lines)}。`],
      isOpen: true,
    };
  const left = open > 0 ? `还有${open}个没确认` : `${lines.length}个都确认了`;
  const next = step === "freeze" ? (open > 0 ? "确认完就能冻结" : "现在可以冻结") : "请在31日前确认完";
  return {
    title: `${year}年结转${left}`,
    lines: [`${left}，${next}。`],
    isOpen: open > 0 || step === "freeze",
  };
}

const ORDER: readonly CarryOutlook[] = ["finish", "carry", "leave", "unclear"];

const forecastWords = (lines: readonly CarryLine[]): string =>
  ORDER.flatMap((outlook) => {
    const count = lines.filter(({ forecast }) => forecast.outlook === outlook).length;
    return count > 0 || outlook !== "leave" ? [`${OUTLOOKS[outlook]}${count}`] : [];
  }).join("，");
