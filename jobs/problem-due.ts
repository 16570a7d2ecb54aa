import { putOff, told } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { officePeople, whoIsTold } from "../src/bot/due/who-is-told.js";
import type { Notice, Nudge, NudgeTurn } from "../src/bot/nudge.js";
import { type AskedFor, askedForEach } from "../src/bot/people/asked-for-each.js";
import type { DueAnswer, DueLine } from "../src/cards/due/due-card.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { hideAmounts } from "../src/cards/hide-money.js";
import { typed } from "../src/cards/typed.js";
import type { Day } from "../src/domain/day.js";
import { stageOf } from "../src/domain/due-stage.js";

/** A problem, an action of a meeting or a request of an enterprise that is due. */
interface About {
  /** `#12`, `议3`, `诉5` */
  number: string;
  words: string;
  due: Day;
  /** in what words the number's owner says that it is done */
  doneWord: string;
  /** it was said to be done; in what words the office agrees, null where that is not the office's to say */
  agreeWord?: string | null;
}

interface Matter extends About {
  asked: AskedFor | undefined;
}

/** 问题到期／逾期: problems, actions of meetings and requests of enterprises, to whoever leads them. */
export const problemDue: Nudge<About> = {
  name: "问题到期",
  summary: "您牵头的问题、议定事项、企业诉求快到期、已逾期时提醒",
  when: "到期前3天、1天，逾期1、7、15天",
  async due(turn) {
    const office = await officePeople(turn.tx);
    const matters = [...(await problems(turn)), ...(await actions(turn)), ...(await services(turn))];
    return matters.flatMap(({ asked, ...about }): Notice<About>[] => {
      const stage = stageOf(about.due, turn.today, "matter");
      if (!stage) return [];
      // A date that was put off is a new promise, with reminders of its own.
      const subject = `${about.number} ${about.due}`;
      if (about.agreeWord === null) return [];
      // Who has said that it is done waits for the office, and is asked no more.
      const told = about.agreeWord === undefined ? whoIsTold(asked, stage, office) : office;
      return told.map((to) => ({ to, subject, stage, about }));
    });
  },
  async tell({ today, hasMoney }, notices) {
    const lines = notices.map(({ about }) =>
      lineOf(hasMoney ? about : { ...about, words: hideAmounts(about.words) }, today),
    );
    return dueAnswer({ title: "问题和事项到期", lines, hint: "要看详情，请发编号，如“#12”。" });
  },
  clicks: dueClicks,
};

function lineOf({ number, words, due, doneWord, agreeWord }: About, today: Day): DueLine {
  if (typeof agreeWord === "string")
    return {
      key: number,
      md: `**${number}** ${typed(words, 60)}　${dueWords(due, today)}　已${doneWord}，等推进办核实`,
      answers: [{ label: agreeWord, look: "primary", says: `${number} ${agreeWord}` }],
    };
  const answers: DueAnswer[] = [
    told(doneWord, "办成了什么，有什么佐证", `${number} ${doneWord}：{words}`, "primary"),
    putOff(`${number} 延期到{date}，原因：{reason}`),
  ];
  return { key: number, md: `**${number}** ${typed(words, 60)}　${dueWords(due, today)}`, answers };
}

/** Whoever leads it; where nobody does yet, whoever answers for the project. */
async function problems({ tx, today }: NudgeTurn): Promise<Matter[]> {
  const open = await tx.problems.list({ codes: null });
  const projects = (await tx.projects.all()).filter(({ code }) => open.some((one) => one.code === code));
  const byProject = await askedForEach(tx, projects, today);
  const byUnit = await askedOfUnits(
    tx,
    open.flatMap(({ lead }) => lead ?? []),
    today,
  );
  return open.flatMap(({ number, code, words, due, lead, state }): Matter[] =>
    due
      ? [
          {
            number: `#${number}`,
            words,
            due,
            doneWord: "申请销号",
            ...(state === "resolve-asked" ? { agreeWord: "同意销号" } : {}),
            asked: lead ? byUnit.get(lead) : byProject.get(code),
          },
        ]
      : [],
  );
}

async function actions({ tx, today }: NudgeTurn): Promise<Matter[]> {
  const open = await tx.actions.list();
  const byUnit = await askedOfUnits(
    tx,
    open.map(({ unit }) => unit),
    today,
  );
  return open.map(({ number, words, due, unit, state }) => ({
    number: `议${number}`,
    words,
    due,
    doneWord: "完成了",
    ...(state === "finish-asked" ? { doneWord: "申请办结", agreeWord: "同意办结" } : {}),
    asked: byUnit.get(unit),
  }));
}

async function services({ tx, today }: NudgeTurn): Promise<Matter[]> {
  const open = await tx.services.list(false);
  const byUnit = await askedOfUnits(
    tx,
    open.flatMap(({ unit }) => unit ?? []),
    today,
  );
  return open.flatMap(({ number, words, due, unit, state }) =>
    due
      ? [
          {
            number: `诉${number}`,
            words,
            due,
            doneWord: "已答复",
            // Whether the answer will do is for whoever asked to say.
            ...(state === "resolve-asked" ? { agreeWord: null } : {}),
            asked: unit ? byUnit.get(unit) : undefined,
          },
        ]
      : [],
  );
}

/** The contact and the head of units, by the unit's name. */
async function askedOfUnits(
  tx: NudgeTurn["tx"],
  units: readonly string[],
  today: Day,
): Promise<Map<string, AskedFor>> {
  const each = [...new Set(units)].map((unit) => ({ code: unit, unit }));
  return askedForEach(tx, each, today);
}
