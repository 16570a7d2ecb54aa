import { type Day, dayOf } from "../../domain/day.js";
import { findMentions, type Mention, mask } from "../../language/names/mentions.js";
import { nearUnits } from "../../language/near-units.js";
import { normalise, typed } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";
import { linesOf, unitAlone } from "./decision-lines.js";
import { dueInNormal } from "./read-due.js";
import { type Cut, wordsLeft } from "./words-left.js";

/** One decision as far as its words say it; plain JSON, so that a question can wait with it. */
export interface Decision {
  /** what is to be done, without the unit and the day */
  words: string;
  /** the unit's full name */
  unit?: string;
  /** what was said for a unit that is not known, and the units that may be meant */
  saidUnit?: string;
  near: string[];
  due?: Day;
  /** days that may be meant */
  either?: Day[];
  /** a day that is over */
  past?: Day;
  person?: string;
  /** the project's code */
  code?: string;
}

const MOST_NEAR = 4;

/** Behind these a unit is somebody whom the one in charge deals with. */
const NOT_IN_CHARGE = /(?:配合|会同|协同|协助|协调|对接|联系|报送?|报请|向|征求|通过|商|跟|与|和)\s*$/;
const BEFORE_DAY = /(?:于|在|务必|务须|须|要|最晚|最迟|截止到?|截至|限期?|争取|力争)\s*$/;
const PERSON = /(?:责任人|联系人|经办人)\s*[:：是]?\s*@?([\u4e00-\u9fa5]{2,4})(?=$|[\s,，。;；)）])/;
const UNIT_LIKE =
  /^[\s由请让]*([\u4e00-\u9fa5]{1,10}?(?:局|委|办|中心|公司|集团|街道|镇|所|院|部|科|队))(?=[\s,，:：牵负于在务尽抓\d]|$)/;

/** `区建管委 9/30 完成管线迁改方案`, in any order; several lines at once. Headings and empty lines are left out. */
export async function readDecisions(turn: Turn, said: string): Promise<Decision[]> {
  const units = await turn.tx.projects.units();
  const codes = new Map((await turn.tx.projects.all()).map(({ name, code }) => [name, code]));
  const read: Decision[] = [];
  let heading: string | undefined;
  for (const line of linesOf(turn, said)) {
    const alone = unitAlone(turn, line);
    if (alone) {
      heading = alone;
      continue;
    }
    read.push(await readOne(turn, line, heading, { units, codes }));
  }
  return read;
}

interface Known {
  units: Awaited<ReturnType<Turn["tx"]["projects"]["units"]>>;
  codes: ReadonlyMap<string, string>;
}

async function readOne(
  turn: Turn,
  line: string,
  heading: string | undefined,
  { units, codes }: Known,
): Promise<Decision> {
  const normal = normalise(line);
  const { text } = normal;
  const mentions = findMentions(text, turn.names);
  const inCharge = mentions.filter(
    ({ unit, start }) => unit !== undefined && !NOT_IN_CHARGE.test(text.slice(0, start)),
  );
  const [first, second] = inCharge;
  // 区建管委、区发改委: one of them has it; which one is asked.
  const areTwo = first && second && /^\s*[、,，和及]\s*$/.test(text.slice(first.end, second.start));
  const owner = areTwo ? undefined : first;
  const masked = mask(text, mentions);
  const { span, due, past, either } = dueInNormal(masked, dayOf(turn.saidAt));
  const mentioned = turn.mentions.find(({ name }) => line.includes(`@${name}`));
  const named = PERSON.exec(text);
  const person = mentioned?.name ?? named?.[1];
  const ofPerson = mentioned ? (await turn.tx.people.find(mentioned.openId))?.unit : undefined;

  const cuts: Cut[] = [];
  if (owner) cuts.push({ start: owner.start, end: owner.end });
  if (span) cuts.push(withWordsBefore(text, span));
  if (named) cuts.push({ start: named.index, end: named.index + named[0].length });
  if (mentioned) {
    const at = text.indexOf(`@${mentioned.name}`);
    if (at >= 0) cuts.push({ start: at, end: at + mentioned.name.length + 1 });
  }
  const project = projectIn(mentions);
  const standing = project && standsAlone(text, project, cuts);
  if (standing) cuts.push({ start: project.start, end: project.end });

  const unit = areTwo ? undefined : (owner?.unit ?? heading ?? ofPerson ?? undefined);
  const unknown = unit || areTwo ? null : unknownUnit(masked, span?.start);
  const both = areTwo ? inCharge.flatMap((one) => one.unit ?? []).slice(0, MOST_NEAR) : [];
  const near = unknown ? nearUnits(unknown.name, units, MOST_NEAR) : both;
  if (unknown && (near.length > 0 || unknown.isUnit)) cuts.push(unknown);
  const code = project?.projects[0] && codes.get(project.projects[0].name);
  return {
    words: wordsLeft((start, end) => typed(normal, start, end), text, cuts),
    near,
    ...(unit ? { unit } : {}),
    ...(unknown && (near.length > 0 || unknown.isUnit) ? { saidUnit: unknown.name } : {}),
    ...(due ? { due } : {}),
    ...(either ? { either } : {}),
    ...(past ? { past } : {}),
    ...(person ? { person } : {}),
    ...(code ? { code } : {}),
  };
}

function withWordsBefore(text: string, { start, end }: Cut): Cut {
  const before = BEFORE_DAY.exec(text.slice(0, start));
  return { start: start - (before?.[0].length ?? 0), end };
}

/** The one project that is named; a company that is also a unit is none. */
function projectIn(mentions: readonly Mention[]): Mention | undefined {
  const named = mentions.filter(({ projects, unit }) => projects.length === 1 && unit === undefined);
  const [first] = named;
  return first && named.every(({ projects }) => projects[0]?.name === first.projects[0]?.name)
    ? first
    : undefined;
}

/** 武宁路 区建管委 9/30 完成…: a name of its own, not a part of what is to be done. */
function standsAlone(text: string, { start, end }: Mention, cuts: readonly Cut[]): boolean {
  const isEdge = (at: number, char: string) =>
    char === "" || /[\s,，:：;；、]/.test(char) || cuts.some((cut) => cut.start === at || cut.end === at);
  return isEdge(start, text.charAt(start - 1)) && isEdge(end, text.charAt(end)) && start < 12;
}

/** The first word where a unit would stand, up to the day. */
function unknownUnit(
  masked: string,
  until: number | undefined,
): (Cut & { name: string; isUnit: boolean }) | null {
  const head = until !== undefined && until > 0 ? masked.slice(0, until) : masked;
  const like = UNIT_LIKE.exec(head);
  const word = /^[\s由请让]*([\u4e00-\u9fa5]{2,8})(?=[\s,，:：]|$)/.exec(head);
  const found = like ?? word;
  if (!found?.[1]) return null;
  const start = found.index + found[0].indexOf(found[1]);
  return { start, end: start + found[1].length, name: found[1], isUnit: like !== null };
}
