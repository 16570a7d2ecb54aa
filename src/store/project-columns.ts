import type { Period } from "../domain/period.js";
import type { Project } from "../domain/project.js";
import { type Criterion, type Ended, endedYear, type Nature } from "../domain/project-details.js";
import type { Gap } from "../domain/report-gap.js";
import { decode, decodeOrNull, encode } from "./codec.js";

/** A project as its table has it. */
export interface ProjectColumns {
  code: string;
  name: string;
  aliases: string;
  class: string | null;
  class_basis: Project["classBasis"];
  kind: string;
  stage: string;
  facts: string;
  unit: string | null;
  first_month: Period;
  gaps: string | null;
  ended_as: Ended["as"] | null;
  ended_on: string | null;
  ended_reason: string | null;
  ended_year: number | null;
  criterion: Criterion | null;
  nature: Nature | null;
  total_yuan: number | null;
  spent_yuan: number | null;
  spent_to: number | null;
  content: string | null;
  builder: string | null;
  lead: string | null;
  support: string | null;
  leader: string | null;
}

export const toProject = (row: ProjectColumns): Project => ({
  code: row.code,
  name: row.name,
  aliases: decode(row.aliases),
  class: row.class,
  classBasis: row.class_basis,
  kind: row.kind,
  stage: row.stage,
  facts: row.facts,
  unit: row.unit,
  firstMonth: row.first_month,
  ...(row.ended_as === null ? {} : { ended: toEnded(row, row.ended_as) }),
  ...present({
    criterion: row.criterion,
    nature: row.nature,
    totalYuan: row.total_yuan,
    spentYuan: row.spent_yuan,
    spentTo: row.spent_to,
    gaps: decodeOrNull<Gap[]>(row.gaps),
    content: row.content,
    builder: row.builder,
    lead: row.lead,
    support: row.support,
    leader: row.leader,
  }),
});

function toEnded(
  { ended_on: on, ended_reason: reason, ended_year: year }: ProjectColumns,
  as: Ended["as"],
): Ended {
  const ended: Ended = { as, on: on ?? "", reason: reason ?? "" };
  return year === null || year === endedYear(ended) ? ended : { ...ended, year };
}

export const toColumns = (project: Project): ProjectColumns => ({
  code: project.code,
  name: project.name,
  aliases: encode(project.aliases),
  class: project.class,
  class_basis: project.classBasis,
  kind: project.kind,
  stage: project.stage,
  facts: project.facts,
  unit: project.unit,
  first_month: project.firstMonth,
  gaps: project.gaps ? encode(project.gaps) : null,
  ended_as: project.ended?.as ?? null,
  ended_on: project.ended?.on ?? null,
  ended_reason: project.ended?.reason ?? null,
  ended_year: project.ended ? endedYear(project.ended) : null,
  criterion: project.criterion ?? null,
  nature: project.nature ?? null,
  total_yuan: project.totalYuan ?? null,
  spent_yuan: project.spentYuan ?? null,
  spent_to: project.spentTo ?? null,
  content: project.content ?? null,
  builder: project.builder ?? null,
  lead: project.lead ?? null,
  support: project.support ?? null,
  leader: project.leader ?? null,
});

type Present<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** Without what is null: an absent fact is not there. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Present<T>;
}
