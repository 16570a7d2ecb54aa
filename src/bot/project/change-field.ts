import { changedCard } from "../../cards/project/change-card.js";
import { checkCriteria, hasCriteria } from "../../domain/criteria.js";
import { formatMoney } from "../../domain/money.js";
import type { Project } from "../../domain/project.js";
import { isReserve } from "../../domain/project-details.js";
import { fieldName, type ProjectField } from "../../language/project-sentence.js";
import type { Answer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

type Fact = keyof Project;
type Values = Record<string, unknown>;

/** What a card of 改项目 takes back: the facts as they were, and as it has left them; null where there was none. */
export interface ChangeModel {
  code: string;
  field: ProjectField;
  before: Values;
  after: Values;
}

/** A fact as it is shown; null where there is none. */
function shownFact(project: Partial<Project>, field: ProjectField): string | null {
  switch (field) {
    case "alias":
      return (project.aliases ?? []).join("、") || null;
    case "totalYuan":
    case "spentYuan": {
      const yuan = project[field];
      return yuan === undefined ? null : formatMoney(yuan);
    }
    case "planYuan":
    case "plannedStart":
    case "plannedEnd":
    case "reason":
      return null;
    default:
      return project[field] ?? null;
  }
}

/** Writes the facts, keeps the change in the trail, and shows old → new with the way back. */
export async function changeField(
  turn: Turn,
  known: Project,
  field: ProjectField,
  wished: Partial<Project>,
  reason: string | undefined,
): Promise<Answer> {
  // Another instance may have changed something else of it since it was read.
  const project = (await turn.tx.projects.held(known.code)) ?? known;
  const patch = wished.aliases ? { aliases: changedAliases(known, project, wished.aliases) } : wished;
  // Whoever still uses the old name is understood.
  const renamed =
    patch.name === undefined
      ? patch
      : { ...patch, aliases: [...project.aliases.filter((one) => one !== patch.name), project.name] };
  const next: Project = { ...project, ...renamed };
  await turn.tx.projects.keepProject(next, turn.now);
  const [from, to] = [shownFact(project, field), shownFact(next, field)];
  await recordChanges(turn, {
    subject: "project",
    subjectId: project.code,
    what: fieldName(field),
    from,
    to,
    ...(reason ? { reason } : {}),
  });
  const keys = Object.keys(renamed) as Fact[];
  const model: ChangeModel = {
    code: project.code,
    field,
    before: valuesOf(project, keys),
    after: valuesOf(next, keys),
  };
  const notes = notesOn(project, next, field);
  return { card: changedCard({ name: next.name, field, from, to, reason, notes }), model };
}

/** What the wish adds and takes away, done to the aliases that there are by now. */
const changedAliases = (known: Project, { aliases }: Project, wished: readonly string[]): string[] => [
  ...aliases.filter((one) => wished.includes(one) || !known.aliases.includes(one)),
  ...wished.filter((one) => !aliases.includes(one) && !known.aliases.includes(one)),
];

function notesOn(before: Project, next: Project, field: ProjectField): string[] {
  const { criterion, totalYuan } = next;
  const checked = checkCriteria(criterion, totalYuan);
  const isChecked = field === "totalYuan" || field === "criterion" || field === "class";
  return [
    ...(field === "name" ? [`旧名“${before.name}”留作别名，照样听得懂。`] : []),
    ...(field === "alias" && next.aliases.length > before.aliases.length
      ? [`现在说“${next.aliases.at(-1) ?? ""}”也听得懂。`]
      : []),
    ...(isChecked && hasCriteria(next.class) && checked.result === "below"
      ? [`请注意：${checked.sentence}。`]
      : []),
    ...(isReserve(before.class) && !isReserve(next.class)
      ? [`预备转正式还要有年度计划和签约，请发“转正 ${next.name}”。`]
      : []),
  ];
}

const valuesOf = (project: Project, keys: readonly Fact[]): Values =>
  Object.fromEntries(keys.map((key) => [key, project[key] ?? null]));

const NULLABLE = new Set(["class", "classBasis", "unit"]);

/** Puts the facts back as they were; null where somebody has changed them since. */
export async function changeBack(
  turn: Turn,
  model: ChangeModel,
): Promise<{ project: Project; from: string | null; to: string | null } | null> {
  const { code, field, before, after } = model;
  const project = await turn.tx.projects.held(code);
  if (!project) return null;
  const keys = Object.keys(after) as Fact[];
  if (JSON.stringify(valuesOf(project, keys)) !== JSON.stringify(after)) return null;
  const restored: Values = { ...project };
  for (const [key, value] of Object.entries(before)) {
    if (value === null && !NULLABLE.has(key)) delete restored[key];
    else restored[key] = value;
  }
  const next = restored as unknown as Project;
  await turn.tx.projects.keepProject(next, turn.now);
  const [from, to] = [shownFact(project, field), shownFact(next, field)];
  await recordChanges(turn, {
    subject: "project",
    subjectId: code,
    what: fieldName(field),
    from,
    to,
    reason: "改回",
  });
  return { project: next, from, to };
}
