import { CHOICES, CREDIT_RULE, factName, type Nominee, ruleWords } from "../../domain/credit.js";
import { formatInstant } from "../../domain/day.js";
import type { CreditChoice } from "../../store/credit.js";
import { type Block, buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";

const PAGE = 4;
/** facts of a nominee that are told; the sum counts them all */
const MOST_FACTS = 5;

export interface NomineeView {
  year: number;
  nominees: readonly Nominee[];
  /** what people have decided, by unit */
  choices: ReadonlyMap<string, CreditChoice>;
  page: number;
  now: number;
}

/** 立功竞赛名单: who is proposed and why, with the sum explained; people decide, and nothing is published. */
export function nomineeCard({ year, nominees, choices, page, now }: NomineeView): CardView {
  const pages = paged(nominees, page, PAGE);
  const turns = pageButtons(pages);
  const count = (choice: string) => [...choices.values()].filter((one) => one.choice === choice).length;
  return {
    title: `${year}年立功竞赛提名：${nominees.length}个单位`,
    tone: "blue",
    blocks: [
      text(
        nominees.length === 0
          ? "还没有可以提名的。说“亮点 武宁路 提前20天完成管线搬迁”就能提名。"
          : `入选${count("入选")}个　不入选${count("不入选")}个　没有定${nominees.filter(({ unit }) => !choices.has(unit)).length}个`,
      ),
      ...pages.shown.flatMap((one) => nomineeBlocks(one, choices.get(one.unit), now)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(
        `${pages.pages > 1 ? `第${pages.page}／${pages.pages}页　` : ""}${CREDIT_RULE.version}：${ruleWords()}。只是提名，由人来定，靠谱不会自己公布。`,
      ),
    ],
  };
}

function nomineeBlocks(
  { unit, facts, points, sum }: Nominee,
  decided: CreditChoice | undefined,
  now: number,
): Block[] {
  const shown = facts
    .slice(0, MOST_FACTS)
    .map(({ kind, words }) => `${factName(kind)}：${typed(words, 120)}`);
  const more = facts.length - shown.length;
  const by = decided
    ? `**${decided.choice}**（${typed(decided.decidedByName, 20)} ${formatInstant(decided.decidedAt, now)}定）`
    : "没有定";
  return [
    text(
      [
        `**${typed(unit, 40)}**　${points}分　${by}`,
        sum,
        ...shown,
        ...(more > 0 ? [`还有${more}条`] : []),
      ].join("\n"),
    ),
    buttons(
      ...CHOICES.filter((choice) => choice !== decided?.choice).map((choice) => ({
        label: choice,
        does: "choose",
        args: { unit, choice },
      })),
    ),
  ];
}
