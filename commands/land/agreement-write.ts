import { brief } from "../../src/bot/brief.js";
import type { Answer } from "../../src/bot/command.js";
import { recordChanges } from "../../src/bot/record-change.js";
import type { Turn } from "../../src/bot/turn.js";
import type { Button } from "../../src/cards/card.js";
import { resultWords } from "../../src/cards/land/agreement-card.js";
import { checkWords } from "../../src/cards/land/agreement-words.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf, formatDay } from "../../src/domain/day.js";
import type { Project } from "../../src/domain/project.js";
import { shownAgreement } from "./agreement-show.js";
import type { AgreementSaid } from "./read-agreement.js";

const SIGN = "如“603 监管协议 2022-06-30签 每年6月检查”";

export const notKept = (sentence: string): Answer => brief("没有记账", typed(sentence, 300));

/** An agreement was signed. */
export async function writeSigned(
  turn: Turn,
  project: Project,
  { signedOn, checkMonth, checkDay }: AgreementSaid & { is: "signed" },
): Promise<Answer> {
  const today = dayOf(turn.saidAt);
  if (!signedOn) return notKept(`${project.name}的协议哪天签的没有看清，没有记。请写上，${SIGN}。`);
  if (!checkMonth) return notKept(`${project.name}的协议每年几月检查没有说，没有记。请写上，${SIGN}。`);
  if (signedOn > today) return notKept(`${formatDay(signedOn, today)}还没有到，协议没有记。签了再说一声。`);
  const [old] = await turn.tx.land.agreements(project.code);
  const now = { signedOn, checkMonth, checkDay };
  const id = await turn.tx.land.sign({ code: project.code, ...now, ...by(turn) });
  const words = (one: typeof now) => `${formatDay(one.signedOn, "")}签，${checkWords(one)}`;
  const [from, to] = [old ? words(old) : null, words(now)];
  await recordChanges(turn, { subject: "plot", subjectId: project.code, what: "监管协议", from, to });
  return shownAgreement(turn, project, {
    title: `已记 ${project.name} 监管协议`,
    words: `监管协议 ${from === null ? "" : `${from} → `}**${to}**`,
    buttons: [undoButton(project, { agreement: id })],
  });
}

/** A year was looked at. */
export async function writeChecked(
  turn: Turn,
  project: Project,
  { year, result, note }: AgreementSaid & { is: "checked" },
): Promise<Answer> {
  const [own] = await turn.tx.land.agreements(project.code);
  if (!own) return notKept(`${project.name}没有登记监管协议，检查没有记。先登记协议，${SIGN}。`);
  const [first, last] = [Number(own.signedOn.slice(0, 4)), Number(dayOf(turn.saidAt).slice(0, 4))];
  if (year < first || year > last)
    return notKept(`协议${first}年签，检查年度要在${first}到${last}之间，${year}年的没有记。`);
  const old = (await turn.tx.land.checks([own.id])).get(own.id)?.find((check) => check.year === year);
  const id = await turn.tx.land.check({ agreement: own.id, year, result, note, ...by(turn) });
  const [from, to] = [old ? resultWords(old.result) : null, resultWords(result)];
  const what = `${year}年监管检查`;
  await recordChanges(turn, {
    subject: "plot",
    subjectId: project.code,
    what,
    from,
    to,
    ...(note === "" ? {} : { reason: note }),
  });
  const raiseIt: Button = {
    label: "登记问题",
    look: "primary",
    does: "problem",
    args: { code: project.code, check: id },
  };
  return shownAgreement(turn, project, {
    title: `已记 ${project.name} ${what}`,
    words: `${what} ${from === null ? "" : `${from} → `}**${to}**${note === "" ? "" : `　${typed(note, 80)}`}${
      result === "unmet" ? "\n要盯着整改的话，点“登记问题”。" : ""
    }`,
    buttons: [...(result === "unmet" ? [raiseIt] : []), undoButton(project, { check: id, year })],
  });
}

const undoButton = ({ code }: Project, args: Record<string, number>): Button => ({
  label: "撤销",
  does: "undo",
  args: { code, ...args },
});

const by = ({ speaker, saidAt }: Turn) => ({
  saidBy: speaker.openId,
  saidByName: speaker.name,
  saidAt,
});
