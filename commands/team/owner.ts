import type { Answer, Command } from "../../src/bot/command.js";
import { keepSpokenOf } from "../../src/bot/conversation.js";
import { nearProjects } from "../../src/bot/near-projects.js";
import { contactsOf, contactsOfProject } from "../../src/bot/people/contacts.js";
import { dutiesOf } from "../../src/bot/people/duties.js";
import { lastReports } from "../../src/bot/people/last-report.js";
import { NAME, type Who, whoIs, withoutMentions } from "../../src/bot/people/who.js";
import { maySee, notHere, refusedAct } from "../../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../../src/bot/projects-named.js";
import { refusedClick } from "../../src/bot/refuse.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { text } from "../../src/cards/card.js";
import { ownerCard, personCard, unitOwnerCard } from "../../src/cards/people/owner-card.js";
import { typed } from "../../src/cards/typed.js";
import { whichProject } from "../../src/cards/which-project.js";
import { dayOf, formatDay } from "../../src/domain/day.js";
import type { Project } from "../../src/domain/project.js";
import { TEAM_PARTS } from "../../src/domain/team.js";
import { awayOn, CONTACT_PARTS } from "../../src/domain/team-contacts.js";
import type { QueryItem } from "../../src/language/items.js";
import { findMentions } from "../../src/language/names/mentions.js";
import { normalise } from "../../src/language/text/normalise.js";
import { status } from "../status.js";
import { team } from "./team.js";

/** 张伟负责什么, 张伟管哪些项目 */
const PERSON =
  /^\s*(@?[\u4e00-\u9fa5·]{1,5}?)(?:都|在|主要|现在)*(?:负责|管|牵头)(?:着|了)?(?:什么|哪些|啥|哪几个)/;

/** 谁负责: of a project, a unit or a person: who answers for what. */
export const owner: Command = {
  name: "谁负责",
  aliases: ["谁管", "谁牵头"],
  topic: "查项目",
  summary: "一个项目找谁、一个单位找谁、一个人管什么；还欠着什么",
  examples: ["603谁负责", "谁负责 区建管委", "张伟负责什么"],
  act: "look",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const said = call.rest || asked?.text || turn.words;
    if (asked?.project) {
      const project = await turn.tx.projects.byName(asked.project);
      if (project) return ofProject(turn, project);
    }
    const unit = asked?.unit ?? unitIn(turn, said);
    if (unit) return ofUnit(turn, unit);
    const person =
      PERSON.exec(said)?.[1] ?? (turn.mentions[0]?.name || (NAME.test(call.rest) ? call.rest : ""));
    const projects = asked ? [] : await projectsNamed(turn, call.rest);
    const [project] = projects;
    if (project) return ofProject(turn, project);
    if (/^我们?$|^本人$/.test(person)) return ofPerson(turn, turn.speaker);
    if (person) return ofPerson(turn, await whoIs(turn, person));
    const spokenOf = call.rest === "" ? await projectMeant(turn) : null;
    if (spokenOf) return ofProject(turn, spokenOf);
    return { card: whichProject("谁负责", call.rest, await nearProjects(turn, said)) };
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `谁负责 ${project.code}`);
        return { toast: "好的", ...(await ofProject(turn, project)) };
      },
    },
    ...(status.clicks?.show ? { status: status.clicks.show } : {}),
    ...(team.clicks?.show
      ? {
          team: {
            async run(turn: Turn, click) {
              const answer = await team.clicks?.show?.run(turn, { ...click, model: { parts: [] } });
              return answer
                ? { ...answer, becomes: team.name }
                : { toast: "请发“班子 项目名”", tone: "info" };
            },
          },
        }
      : {}),
  },
};

const unitIn = (turn: Turn, said: string): string | undefined =>
  findMentions(withoutMentions(normalise(said).text, turn), turn.names).find(
    ({ unit, projects }) => unit !== undefined && projects.length === 0,
  )?.unit;

async function ofProject(turn: Turn, project: Project): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `谁负责 ${project.code}`);
  await keepSpokenOf(turn, [{ intent: "query", about: "owner", project: project.name }], null);
  const today = dayOf(turn.now);
  const [last] = await lastReports(turn, project.code);
  return {
    card: ownerCard({
      project,
      team: await turn.tx.teams.team(project.code),
      asked: await contactsOfProject(turn.tx, project, today),
      last,
      duties: await dutiesOf(turn, { codes: [project.code] }),
      today,
      now: turn.now,
      hasMoney: turn.sight.money,
    }),
    model: { code: project.code },
  };
}

async function ofUnit(turn: Turn, unit: string): Promise<Answer> {
  const { tx, now, sight, chat } = turn;
  const today = dayOf(now);
  const own = (await tx.projects.all()).filter(
    (project) => project.unit === unit && maySee(turn, project.code),
  );
  if (chat.external && own.length === 0) return refused(turn, await notHere(turn), `谁负责 ${unit}`);
  const places = (await tx.teams.unitContacts()).filter((one) => one.unit === unit);
  const absences = await tx.teams.absences(today);
  const contacts = CONTACT_PARTS.flatMap((part) => places.filter((one) => one.part === part)).map((one) => {
    const away = awayOn(absences, one, today);
    return `**${one.part}**　${typed(one.name, 20)}${away ? `（请假到${formatDay(away.until, today)}）` : ""}`;
  });
  const isOwn = chat.external || turn.speaker.unit === unit;
  const mayOwe = (await refusedAct(turn, "duties.look", isOwn)) === null;
  return {
    card: unitOwnerCard({
      unit,
      contacts: contacts.join("\n") || "**联络员**　没有登记",
      asked: await contactsOf(tx, unit, today),
      projects: own.map(({ name }) => name),
      duties: mayOwe ? await dutiesOf(turn, { unit }) : null,
      today,
      hasMoney: sight.money,
    }),
  };
}

/** A person's places and what is open with them; of the projects that may be seen here. */
async function ofPerson(turn: Turn, who: Who): Promise<Answer> {
  const { tx, now, sight } = turn;
  const today = dayOf(now);
  const isTheirs = (one: { name: string; openId: string | null }) =>
    who.openId !== null && one.openId !== null ? one.openId === who.openId : one.name === who.name;
  const projects = new Map((await tx.projects.all()).map((project) => [project.code, project.name]));
  const places = (await tx.teams.places()).filter((one) => isTheirs(one) && maySee(turn, one.code));
  const contacts = turn.chat.external ? [] : (await tx.teams.unitContacts()).filter(isTheirs);
  if (places.length === 0 && contacts.length === 0 && (turn.chat.external || who.unit === null))
    return nobody(who.name);
  const roles = [
    ...contacts.map(({ unit, part }) => `${unit} ${part}`),
    ...TEAM_PARTS.flatMap((part) => {
      const names = places.flatMap((one) => (one.part === part ? (projects.get(one.code) ?? []) : []));
      return names.length > 0 ? [`${part}（${names.length}个）：${names.join("、")}`] : [];
    }),
  ];
  const away = awayOn(await tx.teams.absences(today), who, today);
  const codes = [...new Set(places.map(({ code }) => code))];
  const isOwn = turn.chat.external || who.openId === turn.speaker.openId || who.unit === turn.speaker.unit;
  const mayOwe = (await refusedAct(turn, "duties.look", isOwn)) === null;
  return {
    card: personCard({
      name: who.name,
      unit: who.unit,
      roles: roles.length > 0 ? roles : ["没有登记在任何项目的班子里"],
      away: away ? `请假到${formatDay(away.until, today)}` : null,
      duties: mayOwe ? await dutiesOf(turn, { codes, person: who.name }) : null,
      today,
      hasMoney: sight.money,
    }),
  };
}

function nobody(name: string): Answer {
  const sentence = `“${typed(name, 20)}”不在登记的人和班子里。要看一个项目找谁，请说“603谁负责”。`;
  return { card: { title: "没有登记", tone: "grey", blocks: [text(sentence)] } };
}
