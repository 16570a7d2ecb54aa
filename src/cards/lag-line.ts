import { type Day, dayOf } from "../domain/day.js";
import type { LampPart } from "../domain/lamp-part.js";
import { forecast, formatForecast } from "../domain/pace.js";
import { type Period, yearOf } from "../domain/period.js";
import type { Assessed } from "../domain/portfolio.js";
import { silenceOf } from "../domain/silence.js";
import { withoutMoney } from "./hide-money.js";
import { obstacleWords } from "./problem/problem-words.js";
import { lampName } from "./project-line.js";
import { typed } from "./typed.js";

/** How far the figures before it are from what is due: `差34.8点`. */
const GAP = / ((?:差|快)[\d.]+(?:个百分)?点|持平)/;

/**
 * A project of a digest in two lines that a phone shows: lamp, name and the figure that says how late it is,
 * then the reasons. `🔴 **敦煌南路**　差34.8点` / `年度3.2亿 完成1.02亿 31.9% 时序66.7%；节点逾12天；连续2月；…`
 */
export function lagLine(one: Assessed, month: Period, hasMoney: boolean, today: Day): string {
  const { head, reasons } = lagWords(one, month, hasMoney, today);
  const said = reasons.map((reason) => typed(reason, 300));
  return [`${lampName(one)}${head ? `　${typed(head, 60)}` : ""}`, said.join("；")]
    .filter(Boolean)
    .join("\n");
}

/** The same as plain text: the figure that says how late it is, and the reasons. */
export function lagWords(
  one: Assessed,
  month: Period,
  hasMoney: boolean,
  today: Day,
): { head: string; reasons: string[] } {
  const { lamp, project, figures, pace, lastSaidAt } = one;
  const { report } = lamp.parts;
  const parts = Object.values(lamp.parts)
    // Of a project that reported nothing at all it need not be said figure by figure.
    .filter((part) => part === report || !(part.missing && report.missing))
    .filter(({ text }) => text !== "")
    .map(({ colour, text }) => ({ colour, text: hasMoney ? text : withoutMoney(text) }));
  const main = parts.find(isBehind) ?? parts[0];
  const gap = GAP.exec(main?.text ?? "")?.[1];
  const head = gap ?? main?.text ?? "";
  const { plan, ytd = {} } = figures.years[yearOf(month)] ?? {};
  const ahead = plan ? forecast(plan.yuan, ytd, month, pace.startMonth ?? undefined) : {};
  const silence = silenceOf(figures.told);
  const reasons = [
    ...parts.map((part) => (part !== main ? part.text : gap ? part.text.replace(GAP, "") : "")),
    lamp.running > 1 ? `连续${lamp.running}月` : "",
    silence ? `${silence.months}个月${silence.words === null ? "都报无变化" : "同样的话"}` : "",
    ...obstacles(one, today),
    hasMoney ? formatForecast(ahead) : "",
    [project.unit ?? "", lastSaidAt === null ? "" : `更新${shortDay(lastSaidAt)}`].filter(Boolean).join(" "),
  ];
  return { head, reasons: reasons.filter(Boolean) };
}

/** problems of a project that a digest names */
const MOST_OBSTACLES = 2;

function obstacles({ problems = [] }: Assessed, today: Day): string[] {
  const shown = problems
    .toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))
    .slice(0, MOST_OBSTACLES)
    .map((problem) => obstacleWords(problem, today));
  return problems.length > shown.length ? [...shown, `共${problems.length}个卡点`] : shown;
}

const isBehind = ({ colour }: Pick<LampPart, "colour">): boolean => colour === "red" || colour === "yellow";

function shortDay(instant: number): string {
  const [, month, day] = dayOf(instant).split("-");
  return `${Number(month)}/${Number(day)}`;
}
