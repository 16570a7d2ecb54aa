import { buttons, type CardView, note, text } from "../../cards/card.js";
import { typed } from "../../cards/typed.js";
import { dayOf, formatDay } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { isReserve } from "../../domain/project-details.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { signingYear } from "./sign-draft.js";

const MOST = 8;

/** 签约 by itself: how many are signed for the year, and who is left, each to be tapped. */
export async function signOverview(turn: Turn): Promise<Answer> {
  const year = signingYear(turn);
  const frozen = await turn.tx.plans.frozen(year);
  const all = (await turn.tx.projects.all()).filter(({ ended }) => !ended);
  const left = all.filter(({ code }) => !frozen.has(code));
  const signed = all.length - left.length;
  const days = [...new Set([...frozen.values()].map(({ signedOn }) => signedOn))].sort();
  const last = days.at(-1);
  const when = last ? `，最近一次 ${formatDay(last, dayOf(turn.now))}` : "";
  const sentence = `在办${all.length}个，已签约冻结${signed}个${when}；还没有签约${left.length}个。`;
  return {
    card: chooseCard(
      `${year}年签约`,
      sentence,
      left,
      "发“签约 项目名”，填好年度计划、月度计划和节点，核对后冻结。",
    ),
  };
}

/** 转正 by itself: the 预备 there are. */
export async function reserveOverview(turn: Turn): Promise<Answer> {
  const reserve = (await turn.tx.projects.all()).filter((one) => !one.ended && isReserve(one.class));
  const sentence = reserve.length > 0 ? `在册预备项目${reserve.length}个，转哪一个？` : "在册没有预备项目。";
  return { card: chooseCard("预备转正式", sentence, reserve, "转正要有年度计划和签约，核对后才改。") };
}

function chooseCard(title: string, sentence: string, list: readonly Project[], how: string): CardView {
  const more =
    list.length > MOST
      ? `只列前${MOST}个，其余：${list
          .slice(MOST)
          .map(({ name }) => name)
          .join("、")}。`
      : "";
  return {
    title,
    tone: "blue",
    blocks: [
      text(sentence),
      buttons(
        ...list.slice(0, MOST).map(({ name, code }) => ({ label: name, does: "show", args: { code } })),
      ),
      note(typed(`${more}${how}`, 400)),
    ],
  };
}
