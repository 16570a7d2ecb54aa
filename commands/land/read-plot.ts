import { plotStepIn } from "../../src/bot/land/plot-items.js";
import type { Turn } from "../../src/bot/turn.js";
import type { Project } from "../../src/domain/project.js";
import type { Item, MilestoneItem, ReportItem } from "../../src/language/items.js";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import { findQuantities } from "../../src/language/numbers/quantities.js";
import { normalise } from "../../src/language/text/normalise.js";
import { understand } from "../../src/language/understand.js";

/** What a message says of a plot. */
export interface PlotSaid {
  items: Item[];
  /** the plot's own area in 亩 */
  area?: { mu: number; approx: boolean };
  /** what was meant to be a figure and cannot be kept, as a sentence */
  unclear?: string;
  /** words that were read as nothing */
  left: string;
}

const PRICE =
  /(?:(?:成交|竞得|摘牌|拍卖|中标)(?:的?(?:土地)?(?:总?价款?|总?价格|总?金额|总?额|总?地价))|总价款?|地价款?|楼面总价)[^\d]{0,4}$/;
/** 以12.3亿成交 */
const SOLD_FOR = /^\s*元?\s*(?:的?(?:总?价格?|总价))?\s*(?:成功)?(?:成交|拍出|竞得|摘牌|摘得|拿下)/;
const AREA = /面积[^\d]{0,4}$/;
const BUYER =
  /(?:竞得人|竞得单位|买受人|受让人|受让方|竞买人|买家|摘牌方)(?:是|为|[:：])?\s*([^，,。；;：:\s\d]{2,30})|(?:由|被)?([^，,。；;：:\s\d]{2,30}?)(?:成功)?(?:竞得|摘得|拍得)(?:了|该地块)?$/;
const NAMES_ONLY = /^[\s\ue000，,。；;:：的了地块]*$/;
/** 元; a plot of less, or of more, is a slip of the unit */
const LEAST = 1_000_000;
const MOST = 100_000_000_000;

/** Reads what is said of one plot: gates, steps, 成交价, 竞得人, area. */
export function readPlot(turn: Turn, project: Project, said: string): PlotSaid {
  const read: PlotSaid = { items: [], left: "" };
  const left: string[] = [];
  for (const clause of said.split(/[，,；;。\n]+/).map((one) => one.trim())) {
    const rest = withoutFigures(turn, project, clause, read);
    if (NAMES_ONLY.test(masked(turn, rest))) continue;
    const step = plotStepIn(turn, rest);
    if (step) read.items.push({ intent: "milestone", project: project.name, ...step, text: clause });
    else left.push(rest);
  }
  const words = left.join("，");
  const others = words === "" ? [] : othersIn(turn, project, words, read);
  read.items.unshift(...others);
  if (others.length === 0) read.left = words;
  return read;
}

const masked = ({ names }: Turn, words: string): string => {
  const { text } = normalise(words);
  return mask(text, findMentions(text, names));
};

/** Takes price, buyer and area out of a clause; what is left of it. */
function withoutFigures(turn: Turn, project: Project, clause: string, read: PlotSaid): string {
  const { name } = project;
  const { text } = normalise(clause);
  const figures = findQuantities(masked(turn, clause), () => undefined);
  let left = text;
  for (const { kind, start, end, value, approx, vague } of figures) {
    const before = masked(turn, clause).slice(0, start);
    const isMoney = kind === "money" || kind === "bare";
    const label = (isMoney ? PRICE : AREA).exec(before);
    if (!label && !(isMoney && SOLD_FOR.test(text.slice(end)))) continue;
    left = left.replace(text.slice(label?.index ?? (/[以]\s*$/.test(before) ? start - 1 : start), end), " ");
    if (kind === "area") read.area = { mu: value, approx: approx === true };
    else if (kind !== "money" || vague || value < LEAST || value > MOST || !Number.isInteger(value))
      read.unclear = "成交价没有看清，没有记。请写准数、带上单位，如“成交价12.3亿”。";
    else
      read.items.push({
        intent: "report",
        project: name,
        measure: "price",
        yuan: value,
        ...(approx ? { approx } : {}),
        text: "成交价",
      } satisfies ReportItem);
  }
  const buyer = BUYER.exec(left.trim());
  const named = buyer?.[1] ?? withoutPlot(project, buyer?.[2]);
  if (buyer && named && !NAMES_ONLY.test(masked(turn, named).replaceAll("\ue001", "x"))) {
    read.items.push({ intent: "report", project: name, measure: "buyer", buyer: named, text: clause });
    left = left.trim().replace(buyer[0], " ");
  }
  return left.trim();
}

/** 利欧由某某置业竞得: the plot's own name before it is none of the buyer's. */
function withoutPlot({ name, aliases }: Project, words: string | undefined): string | undefined {
  const own = [name, ...aliases].sort((a, b) => b.length - a.length).find((one) => words?.startsWith(one));
  const rest = words?.slice(own?.length ?? 0).replace(/^(?:地块)?\s*[由被]?/, "");
  return rest && rest.length > 1 ? rest : undefined;
}

/** The rest is read like any report of this plot; 成交 said beside its price has come about today. */
function othersIn(turn: Turn, { name }: Project, words: string, { items }: PlotSaid): Item[] {
  const isSold = items.some((item) => item.intent === "report" && item.measure === "price");
  const { items: found } = understand(`报 ${words}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
    follow: name,
  });
  return found.flatMap((item): Item[] => {
    if (item.intent === "none" || item.intent === "command") return [];
    if (item.intent !== "ask") return [item];
    const [today] = item.options ?? [];
    const sale = today?.items.find(
      (one): one is MilestoneItem => one.intent === "milestone" && one.milestone === "成交",
    );
    if (isSold && sale) return [sale];
    return item.reason === "which-project" ? [] : [item];
  });
}
