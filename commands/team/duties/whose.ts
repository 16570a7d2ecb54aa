import type { Call } from "../../../src/bot/command.js";
import { ownIn } from "../../../src/bot/lists/own-projects.js";
import type { DutyScope } from "../../../src/bot/people/duties.js";
import { NAME, whoIs } from "../../../src/bot/people/who.js";
import { projectsNamed } from "../../../src/bot/projects-named.js";
import type { Turn } from "../../../src/bot/turn.js";
import { findMentions } from "../../../src/language/names/mentions.js";
import { normalise } from "../../../src/language/text/normalise.js";

/** Whose duties are asked for; plain JSON. */
export interface WhoseDuties {
  scope: DutyScope;
  title: string;
  /** the asker's own, or to be seen here by anybody */
  isOwn: boolean;
}

/** 责任清单, 我要办什么: the words that ask, the name aside. */
const ASKING =
  /责任清单|任务清单|待办(?:清单|事项)?|清单|(?:还|现在|最近|本周|这周)?(?:有什么|有哪些|要|该|得|需要)(?:要)?(?:办|做)(?:些)?(?:什么|哪些|啥)?的?(?:事情?)?|[的?？呢啊吗\s]|看看?|查|列/g;

/** Whose list: the unit's or person's named, else the speaker's own; in an outside chat that of its projects. */
export async function whoseDuties(turn: Turn, call: Call): Promise<WhoseDuties | null> {
  const said = call.rest.replace(ASKING, " ").trim();
  const unit = findMentions(normalise(said).text, turn.names).find((one) => one.unit)?.unit;
  if (unit) {
    const scope: DutyScope = { unit };
    return {
      scope,
      title: `${unit}的责任清单`,
      isOwn: turn.chat.external || (await isOwnScope(turn, scope)),
    };
  }
  const isOwnAsked = said === "" || ownIn(said) !== null;
  if (isOwnAsked) return ownList(turn);
  const [project] = await projectsNamed(turn, said);
  if (project) {
    const scope: DutyScope = { codes: [project.code] };
    const isOwn = turn.chat.external || (project.unit !== null && project.unit === turn.speaker.unit);
    const isSeen = turn.sight.codes?.has(project.code) ?? true;
    return isSeen ? { scope, title: `${project.name}的责任清单`, isOwn } : ownList(turn);
  }
  return NAME.test(said) || turn.mentions.length > 0 ? ofPerson(turn, said) : null;
}

async function ownList(turn: Turn): Promise<WhoseDuties> {
  const { speaker, sight, chat, tx } = turn;
  if (chat.external && sight.codes)
    return { scope: { codes: [...sight.codes] }, title: "这里的责任清单", isOwn: true };
  const teams = [...(await tx.teams.teamsOf(speaker.openId))];
  const scope: DutyScope = {
    ...(speaker.unit ? { unit: speaker.unit } : {}),
    codes: teams,
    person: speaker.name,
  };
  const title = speaker.unit ? `您的责任清单（${speaker.unit}）` : "您的责任清单";
  return { scope, title, isOwn: speaker.isRegistered };
}

/** Of one person: the projects on whose team they are, and the problems that they are named for. */
async function ofPerson(turn: Turn, said: string): Promise<WhoseDuties | null> {
  const [mention] = turn.mentions;
  const who = await whoIs(turn, mention?.name ?? said);
  const places = (await turn.tx.teams.places()).filter(({ name, openId }) =>
    who.openId !== null && openId !== null ? openId === who.openId : name === who.name,
  );
  const named = (await turn.tx.problems.list({ codes: null })).some(({ person }) => person === who.name);
  if (who.unit === null && places.length === 0 && !named) return null;
  const scope: DutyScope = { codes: [...new Set(places.map(({ code }) => code))], person: who.name };
  const isOwn = who.openId === turn.speaker.openId || (who.unit !== null && who.unit === turn.speaker.unit);
  return { scope, title: `${who.name}的责任清单`, isOwn };
}

/** Whether a list is of the speaker's own unit, or of its projects alone. */
export async function isOwnScope({ speaker, tx }: Turn, { unit, codes = [] }: DutyScope): Promise<boolean> {
  if (!speaker.isRegistered || speaker.unit === null) return false;
  if (unit !== undefined) return unit === speaker.unit;
  const projects = await Promise.all(codes.map((code) => tx.projects.byCode(code)));
  return projects.length > 0 && projects.every((project) => project?.unit === speaker.unit);
}
