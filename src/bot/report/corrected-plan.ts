import { formatMoney } from "../../domain/money.js";
import { monthOf, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import type { CorrectItem } from "../../language/items.js";
import { understand } from "../../language/understand.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import type { Section } from "./sections.js";
import { writeItems } from "./write-items.js";

/** 今年计划5000万改成…: the word that the figure is of stands in the clause that corrects it. */
const OF_PLAN =
  /(?:(?:今年|本年|全年|年度|当年|\d{4}年度?)(?:的)?(?:度)?(?:投资)?(?:计划|目标)|计划投资)(?:(?!累计|完成)[^，,。])*(?:改|更正|调[整到为成]|修正|应该?[是为]|错|不是|有误|不对)/;

const THIS_YEAR = /今年|本年|\d{4}年/;

/** Whether what is corrected is 年度计划投资, which no report holds. */
export const isOfPlan = ({ words }: Pick<Turn, "words">, { measure, yuan }: CorrectItem): boolean =>
  measure === "investment" && yuan !== undefined && OF_PLAN.test(words.normalize("NFKC"));

/**
 * 武宁路今年计划5000万改成6000万: the year's plan changes as it does when it is told, with its reason where it is
 * signed. Where another sum stands than the one that is to be replaced, or the project was not named, that is asked.
 */
export async function correctedPlan(
  turn: Turn,
  { yuan = 0, deniedYuan }: CorrectItem,
  project: Project,
  isNamed: boolean,
): Promise<Section[]> {
  const year = yearOf(monthOf(turn.saidAt));
  const sum = formatMoney(yuan);
  const { items } = understand(`报 ${project.name} ${year}年年度计划投资${sum}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
  });
  // In January 今年 is the new year, whatever month is still open.
  const said = THIS_YEAR.test(turn.words.normalize("NFKC")) ? { year } : {};
  const plans = items.flatMap((item) =>
    item.intent === "report" && item.measure === "plan" ? [{ ...item, ...said }] : [],
  );
  const known = (await turn.tx.ledger.figuresToShow(project.code)).years[year]?.plan?.yuan;
  const isOther = deniedYuan !== undefined && known !== deniedYuan && known !== yuan;
  if (isNamed && !isOther) return writeItems(turn, plans);
  const hasMoney = showsMoney(turn, project);
  const stands = known === undefined ? "还没有登记" : hasMoney ? `现在是 ${formatMoney(known)}` : "";
  const denied = isOther ? `${stands ? "，" : "现在"}不是 ${formatMoney(deniedYuan)}` : "";
  const asks = isNamed ? `还是要改成 ${sum}吗？` : `要改成 ${sum}吗？`;
  return [
    {
      is: "asked",
      project: project.name,
      question: `${project.name}${year}年的年度计划投资${stands}${denied}，没有动。${asks}`,
      options: [{ label: `改成 ${sum}`, items: plans, answersYes: true }],
    },
  ];
}
