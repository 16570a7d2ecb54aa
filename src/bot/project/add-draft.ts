import { hasCriteria } from "../../domain/criteria.js";
import type { Day } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { type ProjectField, readProjectSentence } from "../../language/project-sentence.js";
import type { Turn } from "../turn.js";
import { fieldValue } from "./field-value.js";

/** A project on its way onto the list: the words for its fields, and what has been answered on the way. */
export interface AddDraft {
  fields: Partial<Record<ProjectField, string>>;
  /** words that were not understood */
  left: string[];
  /** the message as typed, and where it is */
  words: string;
  messageId: string;
  /** epoch ms */
  saidAt: number;
  /** it is none of those whose names come near */
  isOther?: true;
  /** the responsible unit is a new one */
  isNewUnit?: true;
  /** why it is added although it falls short of its criterion */
  exception?: string;
}

export function addDraft(turn: Turn, said: string): AddDraft {
  const { words, messageId, saidAt } = turn;
  return { ...readProjectSentence(said), words, messageId, saidAt };
}

/** A draft, read. */
export interface ReadDraft {
  facts: Partial<Project>;
  planYuan?: number;
  days: { milestone: string; day: Day }[];
  /** sentences about what cannot be taken as it is */
  faults: string[];
  /** what a project must have and this one has not */
  missing: ProjectField[];
  /** a responsible unit that is not known, with those that come near */
  unit?: { said: string; near: string[] };
}

const ALWAYS: readonly ProjectField[] = ["name", "class", "unit"];
/** what the criteria are checked by */
const CHECKED: readonly ProjectField[] = ["criterion", "totalYuan"];

export async function readDraft(turn: Turn, draft: AddDraft): Promise<ReadDraft> {
  const { fields } = draft;
  const read: ReadDraft = { facts: {}, days: [], faults: [], missing: [] };
  for (const [key, said] of Object.entries(fields)) {
    const field = key as ProjectField;
    if (!said?.trim() || field === "reason") continue;
    const value = await fieldValue(turn, field, said);
    if (value.is === "fact") Object.assign(read.facts, value.patch);
    else if (value.is === "plan") read.planYuan = value.yuan;
    else if (value.is === "day") read.days.push({ milestone: value.milestone, day: value.day });
    else if (value.is === "fault") read.faults.push(value.sentence);
    else if (draft.isNewUnit) read.facts.unit = value.said;
    else read.unit = { said: value.said, near: value.near };
  }
  const isSaid = (field: ProjectField) => (fields[field] ?? "").trim() !== "";
  const needed = hasCriteria(fields.class ?? null) ? [...ALWAYS, ...CHECKED] : ALWAYS;
  read.missing = needed.filter((field) => !isSaid(field) && !isWaived(field, fields));
  return read;
}

/** 重点民生 and 重大产业 count whatever they cost. */
const isWaived = (field: ProjectField, { criterion }: AddDraft["fields"]): boolean =>
  field === "totalYuan" && (criterion === "重点民生" || criterion === "重大产业");
