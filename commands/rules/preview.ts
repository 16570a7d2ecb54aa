import { brief } from "../../src/bot/brief.js";
import type { Answer } from "../../src/bot/command.js";
import { assessed, viewpointOf } from "../../src/bot/portfolio.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, note, text } from "../../src/cards/card.js";
import { differenceBlocks, type LampMove, moveLines } from "../../src/cards/months/rule-cards.js";
import { typed } from "../../src/cards/typed.js";
import type { LampRules } from "../../src/domain/lamp-rule.js";
import { changedRules, type RuleChange, ruleFault } from "../../src/domain/lamp-rule-change.js";
import { type Assessed, assess } from "../../src/domain/portfolio.js";
import { CLASSES } from "../../src/domain/project-details.js";
import { readChange } from "./read-change.js";

/** What 生效 is waiting with. */
export interface RuleModel {
  change: RuleChange;
  what: string;
  /** the version that it was seen against */
  version: number;
}

const EXAMPLES =
  "可以这样发：“改规则 区属重大 黄80 红60”“改规则 落后点数 黄10 红30”“改规则 节点 红15”“改规则 套用 银川”“改规则 恢复默认”。";

/** The classes there are: the document's, and whatever else the ledger has. */
export async function classesOf({ tx }: Turn): Promise<string[]> {
  const own = (await tx.projects.all()).flatMap((project) => project.class ?? []);
  return [...new Set<string>([...CLASSES, ...own])];
}

export async function versionNow({ tx }: Turn): Promise<number> {
  return (await tx.rules.all())[0]?.version ?? 1;
}

/** A change read, and what it would do now; nothing is written. */
export async function previewed(turn: Turn, words: string): Promise<Answer> {
  const classes = await classesOf(turn);
  const was = await turn.tx.rules.current();
  const read = readChange(words, was, classes);
  if ("fault" in read) return notChanged(`${typed(read.fault, 120)}${EXAMPLES}`);
  const fault = ruleFault(read.change);
  if (fault) return notChanged(fault);
  const version = await versionNow(turn);
  const is = changedRules(was, read.change, version + 1);
  const difference = differenceBlocks(was, is, classes);
  if (difference.length === 0) return notChanged("和现在的规则一样，不用改。发“规则”看现行的。");
  return {
    card: {
      title: `改规则　v${version} → v${version + 1}`,
      subtitle: "还没有改，点“生效”才算",
      tone: "orange",
      blocks: [
        ...difference,
        text(moveLines(await movesOf(turn, is), "would").join("\n")),
        buttons({ label: "生效", does: "apply", look: "primary" }, { label: "不改", does: "drop" }),
        note("生效以后的灯按新规则亮，打印新版本；已经关账的月份，灯不变。"),
      ],
    },
    model: { change: read.change, what: read.what, version } satisfies RuleModel,
    asks: true,
  };
}

/** Which lamps would be others under these rules, by kind of change. */
export async function movesOf(turn: Turn, next: LampRules): Promise<LampMove[]> {
  const viewpoint = viewpointOf(turn);
  const now = await assessed(turn.tx, viewpoint);
  return lampMoves(
    now,
    now.map((one) => assess(one, viewpoint, next, one.earlier)),
  );
}

function lampMoves(was: readonly Assessed[], is: readonly Assessed[]): LampMove[] {
  const moves = new Map<string, LampMove>();
  for (const [index, one] of was.entries()) {
    const [from, to] = [one.lamp.lamp, is[index]?.lamp.lamp ?? one.lamp.lamp];
    if (from === to) continue;
    const key = `${from} ${to}`;
    const known = moves.get(key);
    if (known) known.names.push(one.project.name);
    else moves.set(key, { from, to, names: [one.project.name] });
  }
  return [...moves.values()].sort((a, b) => b.names.length - a.names.length);
}

export function notChanged(sentence: string): Answer {
  return brief("规则没有改", sentence);
}
