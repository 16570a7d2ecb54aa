import type { BulletinBody, BulletinRow } from "./bulletin.js";
import { body, composedBulletin, demands, monthTitle, numbered } from "./bulletin-compose.js";
import type { BulletinFacts, BulletinWords } from "./bulletin-facts.js";
import { overall } from "./bulletin-overall.js";
import { yuanWords } from "./bulletin-words.js";
import { formatPercent } from "./money.js";

/** How a figure that moved is said: on a card, or in a document. */
type MoveWords = (what: string, was: string, is: string) => string;

const onCard: MoveWords = (what, was, is) => `${what} ${was} → ${is}`;
const inDocument: MoveWords = (what, was, is) => `${what}由${was}更正为${is}`;

/** What reads otherwise in the table by now: `敦煌南路：本年累计投资 1.02亿元 → 1.05亿元，亮灯 红 → 黄`. */
export function differences(
  signed: readonly BulletinRow[],
  now: readonly BulletinRow[],
  words: MoveWords = onCard,
): string[] {
  const before = new Map(signed.map((row) => [row.code, row]));
  return now.flatMap((row) => {
    const was = before.get(row.code);
    if (!was) return [];
    const said = [
      ...moved("本年累计投资", was.ytdYuan, row.ytdYuan, yuanWords),
      ...moved("形象进度", was.percent, row.percent, (value) => formatPercent(value, 2)),
      ...moved("亮灯", was.lamp, row.lamp, (lamp) => lamp),
    ].map(([what, from, to]) => words(what, from, to));
    return said.length > 0 ? [`${row.name}：${said.join("，")}`] : [];
  });
}

function moved<T>(
  what: string,
  was: T | null,
  is: T | null,
  words: (value: T) => string,
): [what: string, was: string, is: string][] {
  const figure = (value: T | null) => (value === null ? "没有数" : words(value));
  return was === is ? [] : [[what, figure(was), figure(is)]];
}

/** 更正通报: a document of its own that names the one it puts right; that one stays as it is. */
export function composedCorrection(
  facts: BulletinFacts,
  old: { number: string; title: string; rows: readonly BulletinRow[] },
  words: BulletinWords,
): BulletinBody {
  const changed = differences(old.rows, composedBulletin(facts, words).rows, inDocument);
  const own = words.demands === null ? [] : demands(facts, words);
  return body(facts, `${monthTitle(facts)}推进情况更正通报`, [
    {
      heading: "一、更正事项",
      paragraphs: [
        `《${old.title}》（${old.number}）签发后，有${changed.length}个项目的数据更正，现通报如下。原通报不作改动，所列数据以本通报为准。`,
        ...numbered(changed.map((line) => `${line}。`)),
      ],
    },
    { heading: "二、更正后的总体情况", paragraphs: overall(facts, words.remark) },
    ...(own.length > 0 ? [{ heading: "三、工作要求", paragraphs: numbered(own) }] : []),
  ]);
}
