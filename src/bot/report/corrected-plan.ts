import { formatMoney } from "../../domain/money.js";
import { monthOf, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import type { CorrectItem, Item } from "../../language/items.js";
import { understand } from "../../language/understand.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import type { Section } from "./sections.js";
import { writeItems } from "./write-items.js";

/** 今年计划5000万改成…: the word that the figure is of stands in the clause that corrects it. */
const OF_PLAN =
  /(?:(?:今年|本年|全年|年度|当年|\d{4}年度?)(?:的)?(?:度)?(?:投资)?(?:计划|目标)|计划投资)(?:(?!累计|完成)[^，,。])*(?:改|更正|调[整到为成]|修正|应该?[是为]|错|不是|有误|不对)/;

/** Whether what is corrected is 年度计划投资, which no report holds. */
export const isOfPlan = ({ words }: Pick<Turn, "words">, { measure, yuan }: CorrectItem): boolean =>
  measure === "investment" && yuan !== undefined && OF_PLAN.test(words.normalize("NFKC"));

/**
 * 武宁路今年计划5000万改成6000万: the year's plan changes as it does when it is told, with its reason where it is
 * signed. Where another sum stands than the one that is to be replaced, that is asked.
 */
export async function correctedPlan(turn: Turn, asked: CorrectItem, project: Project): Promise<Section[]> {
  const year = yearOf(monthOf(turn.saidAt));
  const { items } = understand(`报 ${project.name} ${year}年年度计划投资${formatMoney(asked.yuan ?? 0)}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
  });
  const plans = items.filter(
    (item): item is Item & { measure: "plan" } => item.intent === "report" && item.measure === "plan",
  );
  const known = (await turn.tx.ledger.figuresToShow(project.code)).years[year]?.plan?.yuan;
  if (asked.deniedYuan === undefined || known === undefined || known === asked.deniedYuan)
    return writeItems(turn, plans);
  const sum = showsMoney(turn, project) ? `是 ${formatMoney(known)}，` : "";
  return [
    {
      is: "asked",
      project: project.name,
      question: `${year}年的年度计划投资现在${sum}不是 ${formatMoney(asked.deniedYuan)}，没有动。还是要改成 ${formatMoney(asked.yuan ?? 0)}吗？`,
      options: [{ label: `改成 ${formatMoney(asked.yuan ?? 0)}`, items: plans, answersYes: true }],
    },
  ];
}
