import { formatInstant } from "../../domain/day.js";
import { formatPeriod, type Period } from "../../domain/period.js";
import {
  formatTenths,
  type Ranked,
  type ScorePart,
  type ScoreRule,
  type UnitScore,
} from "../../domain/score.js";
import { type Block, type Button, buttons, type CardView, line, note, rule, text } from "../card.js";
import { toWan } from "../list/total-lines.js";
import { plain, typed } from "../typed.js";

/** Who signed which number, and when; epoch ms. */
export interface SignedAs {
  number: number;
  byName: string;
  at: number;
}

interface Shown {
  month: Period;
  scores: readonly Ranked[];
  version: string;
  /** absent of a draft */
  signed?: SignedAs;
  /** what has changed since it was signed, line by line */
  changes?: readonly string[];
  now: number;
}

/** units with a button of their own; a card holds 200 elements */
const MOST = 30;

/** 排名: each unit with its score and a button for the arithmetic; `below` are the card's other buttons. */
export function rankingCard(shown: Shown, below: readonly Block[], more: readonly Button[]): CardView {
  const { month, scores, version, signed, changes = [], now } = shown;
  const placed = scores.filter(({ rank }) => rank !== null);
  const others = scores.filter(({ rank }) => rank === null);
  const detail = ({ unit }: Ranked): Button => ({ label: "明细", does: "detail", args: { unit } });
  const name = `${formatPeriod(month)}排名`;
  return {
    title: signed ? `${name}　第${signed.number}号` : `${name}（草稿）`,
    tone: signed ? "blue" : "grey",
    blocks: [
      text(signed ? signedWords(signed, now) : "草稿，签发后才算数；数还会随填报变。"),
      ...(changes.length > 0 ? [text(["**签发后有变化**", ...changes].join("\n"))] : []),
      ...placed.slice(0, MOST).map((score) => line(scoreLine(score), detail(score))),
      ...(placed.length > MOST ? [text(placed.slice(MOST).map(scoreLine).join("\n"))] : []),
      ...(others.length > 0
        ? [rule, text(["**数太少，不排名**", ...others.map(unrankedLine)].join("\n"))]
        : []),
      ...(placed.length === 0 ? [text("还没有一家单位的数够打分。")] : []),
      ...below,
      ...(more.length > 0 ? [buttons(...more)] : []),
      note(`${version}　1月至${formatPeriod(month)}　只在推进办和领导范围内看`),
    ],
  };
}

const signedWords = ({ byName, at }: SignedAs, now: number): string =>
  `${typed(byName, 20)} ${formatInstant(at, now)}签发`;

function scoreLine({ rank, unit, total, left }: Ranked): string {
  const without = left.length > 0 ? `　${left.join("、")}没有数，不计` : "";
  return `${rank}　**${typed(unit, 30)}**　${formatTenths(total ?? 0)}分${without}`;
}

const unrankedLine = ({ unit, parts, full }: Ranked): string =>
  `${typed(unit, 30)}　只有${parts.map(({ name }) => name).join("、") || "0项"}能评，满分${formatTenths(full)}`;

/** 明细: the sum, part by part, down to the figures. */
export function scoreDetailCard(
  score: Ranked,
  {
    month,
    version,
    rule: of,
    signed,
    now,
  }: { month: Period; version: string; rule: ScoreRule; signed?: SignedAs; now: number },
): CardView {
  return {
    title: `${formatPeriod(month)}得分　${plain(score.unit, 30)}`,
    tone: signed ? "blue" : "grey",
    blocks: [
      text(score.parts.map(partLine).join("\n") || "没有能评的数。"),
      text(sumLine(score, of)),
      buttons({ label: "回到排名", does: "back" }),
      note(
        `${version}　${signed ? `第${signed.number}号，${signedWords(signed, now)}` : "草稿，未签发"}　${score.projects}个项目`,
      ),
    ],
  };
}

/** `投资　完成5.18亿÷应完成6.02亿×40＝**34.4**` */
function partLine({ name, got, full, part, of }: ScorePart): string {
  return `${name}　${SHARES[name](part, of)}×${formatTenths(full)}＝**${formatTenths(got)}**`;
}

const count = (what: string, kept: string) => (part: number, of: number) => `${kept}${part}÷${what}${of}`;

const SHARES: Record<ScorePart["name"], (part: number, of: number) => string> = {
  投资: (part, of) =>
    part === of ? `完成不少于应完成的${toWan(of)}，按1` : `完成${toWan(part)}÷应完成${toWan(of)}`,
  形象: (part, of) => `绿灯2、黄灯1，得${part}÷${of}`,
  节点: count("到期", "按期"),
  填报: count("应报", "关账前报"),
  销号: count("到期", "按期销号"),
};

/** `34.4＋16.7＋10＝61.1，满分70；61.1÷70×100＝**87.3分**` */
function sumLine({ parts, got, full, total, left }: UnitScore, { least }: ScoreRule): string {
  const sum = `${parts.map((part) => formatTenths(part.got)).join("＋")}＝${formatTenths(got)}`;
  const without =
    left.length > 0
      ? `${left.join("、")}没有数，不计，满分${formatTenths(full)}`
      : `满分${formatTenths(full)}`;
  if (parts.length === 0) return "没有能评的数，不排名。";
  if (total === null) return `${sum}，${without}，不到${least}，不排名`;
  if (full === 1000) return `合计 ${sum}，**${formatTenths(total)}分**`;
  return `合计 ${sum}，${without}；${formatTenths(got)}÷${formatTenths(full)}×100＝**${formatTenths(total)}分**`;
}

/** `区建设管理委 92→91.5`: totals that are no longer what was signed. */
export function changesSince(signed: readonly Ranked[], now: readonly Ranked[]): string[] {
  const said = (total: number | null | undefined) =>
    total === null || total === undefined ? "不排名" : formatTenths(total);
  const before = new Map(signed.map((score) => [score.unit, score]));
  const after = new Map(now.map((score) => [score.unit, score]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((unit) => {
    const [then, today] = [before.get(unit), after.get(unit)];
    if (then?.total !== today?.total)
      return [`${typed(unit, 30)} ${said(then?.total)}→${said(today?.total)}`];
    const parts = (score: Ranked | undefined) => score?.parts.map(({ name, got }) => `${name}${got}`).join();
    return parts(then) === parts(today) ? [] : [`${typed(unit, 30)} 总分不变，分项有变`];
  });
}
