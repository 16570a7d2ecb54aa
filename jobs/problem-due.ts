import { putOff, told } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { officePeople, whoIsTold } from "../src/bot/due/who-is-told.js";
import type { Notice, Nudge, NudgeTurn } from "../src/bot/nudge.js";
import { type AskedFor, askedForEach } from "../src/bot/people/asked-for-each.js";
import type { DueAnswer, DueLine } from "../src/cards/due/due-card.js";
import type { DueMatter } from "../src/cards/due/due-matter.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { hideAmounts } from "../src/cards/hide-money.js";
import { typed } from "../src/cards/typed.js";
import { type Day, dayOf } from "../src/domain/day.js";
import { stageOf } from "../src/domain/due-stage.js";

/** A problem, an action of a meeting or a request of an enterprise that is due. */
interface About {
  /** `#12`, `议3`, `诉5` */
  number: string;
  matter: DueMatter;
  words: string;
  /** name of the project that a problem hinders */
  project?: string;
  due: Day;
  /** nobody who leads it has an account: the office is told in their stead */
  unreached?: true;
  /** in what words the number's owner says that it is done */
  doneWord: string;
  /** it was said to be done; in what words the office agrees, null where that is not the office's to say */
  agreeWord?: string | null;
  /** when that was said, epoch ms */
  askedAt?: number;
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
      if (about.agreeWord === null) return [];
      // A date that was put off is a new promise, with reminders of its own; so is what waits for the office,
      // though the office was told at the same stage that it is late.
      const waits = about.agreeWord === undefined ? "" : ` ${about.agreeWord} ${dayOf(about.askedAt ?? 0)}`;
      const subject = `${about.number} ${about.due}${waits}`;
      // Who has said that it is done waits for the office, and is asked no more.
      const told = about.agreeWord === undefined ? whoIsTold(asked, stage, office) : office;
      if (told.length === 0)
        return office.map((to) => ({ to, subject, stage, about: { ...about, unreached: true } }));
      return told.map((to) => ({ to, subject, stage, about }));
    });
  },
  async tell({ today, hasMoney }, notices) {
    const lines = notices.map(({ about }) =>
      lineOf(hasMoney ? about : { ...about, words: hideAmounts(about.words) }, today),
    );
    const [first] = notices;
    const hint = first ? `要看详情，请发编号，如“${first.about.number}”。` : "";
    return dueAnswer({ title: "问题和事项到期", lines, hint });
  },
  clicks: dueClicks,
};

function lineOf(about: About, today: Day): DueLine {
  const { number, matter, words, project, due, doneWord, agreeWord, unreached } = about;
  const where = project ? `${typed(project, 40)}　` : "";
  const head = `**${number}** ${where}${typed(words, 60)}　${dueWords(due, today)}`;
  if (typeof agreeWord === "string")
    return {
      key: number,
      matter,
      md: `${head}　已${doneWord}，等推进办核实`,
      answers: [{ label: agreeWord, look: "primary", says: `${number} ${agreeWord}` }],
    };
  const answers: DueAnswer[] = [
    told(doneWord, "办成了什么，有什么佐证", `${number} ${doneWord}：{words}`, "primary"),
    putOff(`${number} 延期到{date}，原因：{reason}`),
  ];
  const md = unreached ? `${head}\n牵头的没有登记账号，提醒不到，请转告` : head;
  return { key: number, matter, md, answers };
}

/** Whoever leads it; where nobody does yet, whoever answers for the project. */
async function problems({ tx, today }: NudgeTurn): Promise<Matter[]> {
  const open = await tx.problems.list({ codes: null });
  const projects = (await tx.projects.all()).filter(({ code }) => open.some((one) => one.code === code));
  const nameOf = new Map(projects.map((project) => [project.code, project.name]));
  const byProject = await askedForEach(tx, projects, today);
  const byUnit = await askedOfUnits(
    tx,
    open.flatMap(({ lead }) => lead ?? []),
    today,
  );
  return open.flatMap(({ number, code, words, due, lead, state, last }): Matter[] =>
    due
      ? [
          {
            number: `#${number}`,
            matter: { is: "problem", number, due, ...waiting(state) },
            words,
            project: nameOf.get(code) ?? "",
            due,
            doneWord: "申请销号",
            ...(state === "resolve-asked" ? { agreeWord: "同意销号", askedAt: last.saidAt } : {}),
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
  return open.map(
    ({ number, words, due, unit, state, asked, last }): Matter => ({
      number: `议${number}`,
      matter: { is: "action", number, due, ...waiting(state) },
      words,
      due,
      doneWord: "完成了",
      ...(state === "finish-asked"
        ? { doneWord: "申请办结", agreeWord: "同意办结", askedAt: asked?.at ?? last.at }
        : {}),
      asked: byUnit.get(unit),
    }),
  );
}

async function services({ tx, today }: NudgeTurn): Promise<Matter[]> {
  const open = await tx.services.list(false);
  const byUnit = await askedOfUnits(
    tx,
    open.flatMap(({ unit }) => unit ?? []),
    today,
  );
  return open.flatMap(({ number, words, due, unit, state }): Matter[] =>
    due
      ? [
          {
            number: `诉${number}`,
            matter: { is: "service", number, due, ...waiting(state) },
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

const waiting = (state: string): { waits?: true } =>
  state === "resolve-asked" || state === "finish-asked" ? { waits: true } : {};

/** The contact and the head of units, by the unit's name. */
async function askedOfUnits(
  tx: NudgeTurn["tx"],
  units: readonly string[],
  today: Day,
): Promise<Map<string, AskedFor>> {
  const each = [...new Set(units)].map((unit) => ({ code: unit, unit }));
  return askedForEach(tx, each, today);
}
