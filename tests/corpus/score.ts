import type { Item } from "../../src/language/items.js";
import { understand } from "../../src/language/understand.js";
import { agrees, isRight, NAMES, NOW, type Phrase, phrases } from "../language/corpus.js";

/** Corpus → share of its phrases that must be read exactly right, and what it is. */
const CORPORA = [
  { name: "shared", wanted: 0.97, what: "the office's sample" },
  { name: "own", wanted: 0.97, what: "this project's own" },
  { name: "aside", wanted: 0.92, what: "kept aside while the rules are tuned" },
];
const MOST_CONFIDENTLY_WRONG = 0.01;
/** What such an item says goes into the ledger; the others show, ask or do nothing. */
const WRITING: ReadonlySet<unknown> = new Set(["report", "milestone", "problem", "correct"]);

interface Score {
  all: number;
  right: number;
}

/** Something would be written that was not said. */
function isConfidentlyWrong({ items }: Phrase, reading: readonly Item[]): boolean {
  return reading.some((item) => WRITING.has(item.intent) && !items.some((meant) => agrees([meant], [item])));
}

const share = ({ all, right }: Score): string => `${right}/${all}`;
const perCent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)}%`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

let isShort = false;
for (const { name, wanted, what } of CORPORA) {
  const byIntent = new Map<unknown, Score>();
  const total: Score = { all: 0, right: 0 };
  const misread: string[] = [];
  let confidentlyWrong = 0;
  let taken = 0;
  for (const phrase of phrases(name)) {
    const { items, wish } = understand(phrase.text, { now: NOW, names: NAMES });
    const intent = phrase.items[0]?.intent;
    const score = byIntent.get(intent) ?? { all: 0, right: 0 };
    byIntent.set(intent, score);
    const asMeant = isRight(phrase, wish ? { items, wish } : { items });
    for (const counted of [score, total]) {
      counted.all += 1;
      if (asMeant) counted.right += 1;
    }
    if (wish && wish.name !== phrase.wish) taken += 1;
    if (asMeant) continue;
    const isWrong = isConfidentlyWrong(phrase, items);
    if (isWrong) confidentlyWrong += 1;
    misread.push(
      `    ${isWrong ? "!" : "·"} ${phrase.text}\n      ${JSON.stringify(items.map(({ text: _text, ...rest }) => rest))}${wish ? ` → ${wish.name}` : ""}`,
    );
  }
  const isMissed = total.right < wanted * total.all || confidentlyWrong > MOST_CONFIDENTLY_WRONG * total.all;
  isShort ||= isMissed;
  print(
    `${name} (${what}): ${share(total)} = ${perCent(total.right, total.all)} exactly right, wanted ${perCent(wanted, 1)}; confidently wrong ${confidentlyWrong} = ${perCent(confidentlyWrong, total.all)}, wanted at most ${perCent(MOST_CONFIDENTLY_WRONG, 1)}; taken by a command ${taken}${isMissed ? "  ← short" : ""}`,
  );
  print(`  ${[...byIntent].map(([intent, score]) => `${String(intent)} ${share(score)}`).join(", ")}`);
  for (const line of misread) print(line);
}
process.exitCode = isShort ? 1 : 0;
