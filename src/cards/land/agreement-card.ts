import type { Agreement, Check, CheckDue } from "../../domain/agreement.js";
import { type Day, dayOf, formatDay } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { type Button, buttons, type CardView, note, text } from "../card.js";
import { daysLeft } from "../flow/day-words.js";
import { typed } from "../typed.js";
import { agreementLine } from "./agreement-words.js";

export interface AgreementView {
  project: Project;
  agreement: Agreement | null;
  checks: readonly Check[];
  due: readonly CheckDue[];
  today: Day;
  /** what has just been written or taken back, and what can be done about it */
  echo?: { title: string; words: string; buttons: Button[] };
}

/** 监管: one plot's agreement with the checks made and those due. */
export function agreementCard({ project, agreement, checks, due, today, echo }: AgreementView): CardView {
  const name = typed(project.name);
  const how = `登记检查：“${name} ${due[0]?.year ?? today.slice(0, 4)}年检查 达标”，不达标的后面写说明。`;
  return {
    title: echo?.title ?? `${project.name}　监管`,
    tone: due.some(({ left }) => left < 0) ? "orange" : echo ? "green" : "blue",
    blocks: [
      ...(echo ? [text(echo.words)] : []),
      text(
        agreement
          ? [agreementLine(agreement, due, today), ...checks.map((check) => checkLine(check, today))].join(
              "\n",
            )
          : `${name}没有登记监管协议。登记：“${name} 监管协议 2022-06-30签 每年6月检查”。`,
      ),
      ...(echo && echo.buttons.length > 0 ? [buttons(...echo.buttons)] : []),
      ...(agreement ? [note(how)] : []),
    ],
  };
}

const RESULTS: Record<Check["result"], string> = { met: "✅ 达标", unmet: "⛔ 不达标" };

export const resultWords = (result: Check["result"]): string => (result === "met" ? "达标" : "不达标");

function checkLine({ year, result, note: words, saidByName, saidAt }: Check, today: Day): string {
  const why = words === "" ? "" : `　${typed(words, 80)}`;
  return `${year}年检查　${RESULTS[result]}${why}　${typed(saidByName, 20)}${formatDay(dayOf(saidAt), today)}`;
}

export interface DueLine {
  project: string;
  due: CheckDue;
}

/** days ahead that are still of interest */
export const SOON = 90;

/** 土地监管到期: the checks that are overdue or come up soon, over all plots. */
export function dueCard(lines: readonly DueLine[], agreements: number, today: Day): CardView {
  const sorted = [...lines].sort((a, b) => a.due.left - b.due.left);
  const late = sorted.filter(({ due }) => due.left < 0).length;
  const rows = sorted.slice(0, 30).map(({ project, due }) => {
    const left = due.left < 0 ? `**${daysLeft(due.left)}**` : daysLeft(due.left);
    return `${due.left < 0 ? "🔴 " : ""}${formatDay(due.day, today)}　${typed(project)}　${due.year}年检查（${left}）`;
  });
  const none =
    agreements === 0
      ? "还没有登记监管协议。登记：“603 监管协议 2022-06-30签 每年6月检查”。"
      : `登记了${agreements}份协议，${SOON}天内没有要检查的。`;
  return {
    title:
      sorted.length > 0
        ? `监管检查 ${sorted.length}项${late > 0 ? `，逾期${late}项` : ""}`
        : "没有到期的监管检查",
    tone: late > 0 ? "orange" : "blue",
    blocks: [
      text(rows.join("\n") || none),
      note("查完了说一声，如“603 2023年检查 达标”；看一份协议发“监管 603”。"),
    ],
  };
}
