import { trailCard } from "../../cards/audit/trail-card.js";
import { figureTrailLine, otherTrailLine, type TrailView } from "../../cards/audit/trail-line.js";
import { changeLine } from "../../cards/change-line.js";
import { typed } from "../../cards/typed.js";
import { dayOf } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import type { AuditEntry } from "../../store/audit.js";
import type { Answer } from "../command.js";
import { isOwnProject, officeContact, type Refusal, refusedAct, roleOf, showsMoney } from "../permissions.js";
import { refused } from "../run-command.js";
import type { Turn } from "../turn.js";
import type { Asked } from "./asked.js";
import { isQuoted, placeOf } from "./place.js";
import { shownHere } from "./sight.js";
import { byTime, figureTrail, OF_PROJECT, otherTrail, type TrailEntry } from "./trail.js";

/** What a card of changes is drawn from again. */
export type TrailModel = Exclude<Asked, { of: "unknown" }> & { page: number };

/** changes that are looked at for one card */
const MOST = 200;
const TAKE = "报错了可以发“撤销”，或说“刚才说错了，是66%”";

/** The changes that are asked for, as far as this person may see them here. */
export async function trailAnswer(turn: Turn, model: TrailModel): Promise<Answer> {
  switch (model.of) {
    case "project":
      return ofProject(turn, model);
    case "person":
      return ofPerson(turn, model);
    case "kind":
    case "all":
      return ofMany(turn, model);
  }
}

async function ofProject(turn: Turn, model: Extract<TrailModel, { of: "project" }>): Promise<Answer> {
  const project = await turn.tx.projects.byCode(model.code);
  const { code } = model;
  const refusal = await refusedAct(
    turn,
    "audit.look",
    project !== null && (await isOwnProject(turn, project)),
  );
  const others = refusal
    ? []
    : shownHere(turn, await turn.tx.audit.latest(MOST, { subjects: OF_PROJECT, subjectIds: [code] }));
  const all = byTime([...(await figureTrail(turn, code)), ...otherTrail(others)]);
  const fitting = all.filter((entry) => isAbout(turn, entry, model));
  const isNarrowed = fitting.length > 0 && fitting.length < all.length;
  // Of what is not shown to this person it is not said whether there is any.
  if (refusal && fitting.length === 0) return refused(turn, refusal, `改动记录 ${code}`);
  const what = isNarrowed && model.figure ? `的${model.figure}` : "";
  const hints = [
    ...(fitting.length === 0 && model.figure && all.length > 0
      ? [`没有“${typed(model.figure, 20)}”的改动，上面是这个项目的全部`]
      : []),
    ...(refusal ? [`责任单位、计划、班子的改动不在这里列：${typed(refusal.sentence, 200)}`] : [TAKE]),
  ];
  return drawn(turn, model, fitting.length > 0 ? fitting : all, {
    title: `${project?.name ?? code}${what}：谁改的`,
    none: "还没有人报过，也没有人改过。",
    hints,
    about: () => "",
  });
}

/** Without words of a figure all of a project is meant. */
function isAbout(
  turn: Turn,
  entry: TrailEntry,
  { figure, fields }: { figure?: string; fields?: string[] },
): boolean {
  if (fields) return entry.is === "figure" && fields.includes(entry.change.field);
  if (figure === undefined) return true;
  if (entry.is === "figure") return changeLine(entry.change, dayOf(turn.now), false).includes(figure);
  const { what, subject } = entry.entry;
  return (
    what.includes(figure) || figure.includes(what) || (subject === "team" && /班子|专班|团队/.test(figure))
  );
}

async function ofPerson(turn: Turn, model: Extract<TrailModel, { of: "person" }>): Promise<Answer> {
  const refusal = await refusedToSeePeople(turn, model.isOwn);
  if (refusal) return refused(turn, refusal, `改动记录 ${model.name}`);
  const ids = (await turn.tx.people.all()).flatMap(({ name, openId }) => (name === model.name ? openId : []));
  const entries = await turn.tx.audit.latest(MOST, {
    subjects: ["person"],
    subjectIds: [model.name, ...ids],
  });
  const contact = await officeContact(turn.tx);
  const none =
    ids.length > 0
      ? `${typed(model.name, 20)}的登记没有留下改动。名单一开始就有的，要问请找${typed(contact, 60)}。`
      : `没有登记过“${typed(model.name, 20)}”。发“人员”可以看登记了谁。`;
  return drawn(turn, model, otherTrail(entries), {
    title: `${model.name}：谁登记的`,
    none,
    hints: [],
    about: () => "",
  });
}

/** Of people the office and the leaders see all; others what was done with themselves. */
async function refusedToSeePeople(turn: Turn, isOwn: boolean): Promise<Refusal | null> {
  return refusedAct(turn, "audit.look", isOwn);
}

async function ofMany(turn: Turn, model: Extract<TrailModel, { of: "kind" | "all" }>): Promise<Answer> {
  const isAll = model.of === "all";
  const refusal = await refusedAct(turn, "audit.look", isAll);
  if (refusal) return refused(turn, refusal, "改动记录");
  const projects = await turn.tx.projects.all();
  const own = roleOf(turn.speaker) === "reporter" ? await ownCodes(turn, projects) : null;
  const subjects = isAll ? (own ? OF_PROJECT : undefined) : model.subjects;
  const ids = own ? [...own] : !isAll && model.here ? [model.here] : undefined;
  const entries = await turn.tx.audit.latest(MOST, {
    ...(subjects ? { subjects } : {}),
    ...(ids ? { subjectIds: ids } : {}),
  });
  const names = new Map(projects.map(({ code, name }) => [code, name]));
  const people = new Map((await turn.tx.people.all()).map(({ openId, name }) => [openId, name]));
  const about = ({ subject, subjectId, chatId }: AuditEntry): string => {
    if (subject === "chat" || subject === "posts") return subjectId === chatId ? "" : "群";
    const known = names.get(subjectId) ?? people.get(subjectId) ?? subjectId;
    return typed(known.startsWith("ou_") || known.startsWith("oc_") ? "" : known, 30);
  };
  return drawn(turn, model, otherTrail(shownHere(turn, entries)), {
    title: isAll ? (own ? "本单位项目的改动" : "最近的改动") : `${model.title}的改动`,
    none: "还没有改动。",
    hints: ["看一个项目的，发“改动记录 项目名”，填报也在里面"],
    about,
  });
}

async function ownCodes(turn: Turn, projects: readonly Project[]): Promise<Set<string>> {
  const teams = await turn.tx.teams.teamsOf(turn.speaker.openId);
  const { unit } = turn.speaker;
  return new Set(
    projects.flatMap((one) => ((unit !== null && one.unit === unit) || teams.has(one.code) ? one.code : [])),
  );
}

interface Frame {
  title: string;
  none: string;
  hints: string[];
  about(entry: AuditEntry): string;
}

async function drawn(
  turn: Turn,
  model: TrailModel,
  entries: readonly TrailEntry[],
  { title, none, hints, about }: Frame,
): Promise<Answer> {
  const lines: string[] = [];
  for (const entry of entries) lines.push(await lineOf(turn, entry, about));
  return { card: trailCard({ title, lines, page: model.page, none, hints }), model };
}

async function lineOf(turn: Turn, entry: TrailEntry, about: Frame["about"]): Promise<string> {
  const isFigure = entry.is === "figure";
  const { chatId } = isFigure ? entry.record : entry.entry;
  const code = isFigure ? entry.record.code : entry.entry.subjectId;
  const by = isFigure ? entry.record.saidBy : entry.entry.by;
  const place = chatId ? await placeOf(turn, chatId) : { name: "", isPrivate: false };
  const project = await turn.tx.projects.byCode(code);
  const view: TrailView = {
    now: turn.now,
    hasMoney: project ? showsMoney(turn, project) : turn.sight.money,
    place: place.name,
    isQuoted: isQuoted(turn, place, by),
    about: isFigure ? "" : about(entry.entry),
  };
  return isFigure ? figureTrailLine(entry.record, entry.change, view) : otherTrailLine(entry.entry, view);
}
