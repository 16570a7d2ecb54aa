import { dayOf, partsOf, periodFrom } from "./dates/calendar.js";
import { findDates } from "./dates/dates.js";
import type { CommandItem, Item, Period } from "./items.js";
import { findMentions, mask } from "./names/mentions.js";
import type { NameIndex } from "./names.js";
import { type Opening, readOpening } from "./read/commands.js";
import { correctedLast } from "./read/corrected-last.js";
import { isUndo, readCorrection } from "./read/corrections.js";
import { namesDays } from "./read/listed-days.js";
import { readMeetingTalk } from "./read/meeting-talk.js";
import { readStatements } from "./read/statements.js";
import { readTable } from "./read/tables.js";
import { readTakeBack } from "./read/take-back.js";
import { readWish } from "./read/wishes.js";
import { NOT_TO_BE_WRITTEN } from "./rules/doubt.js";
import { OVERRIDE } from "./rules/overrides.js";
import type { Scene } from "./scene.js";
import { type Normal, normalise } from "./text/normalise.js";
import { withoutRetracted } from "./text/retractions.js";
import { noTrace, Tracer, type TraceStep } from "./trace.js";

/** What is known beside the words of a message. */
export interface Context {
  /** epoch milliseconds: the moment the message was sent */
  now: number;
  names: NameIndex;
  /** the last month whose figures are complete; by default the one before now, before the 5th the one before that */
  closedMonth?: Period;
  /** the project of this speaker's last turn, for messages that name none */
  follow?: string;
  /** asks for the steps of the reading */
  trace?: boolean;
}

/** What a message means. */
export interface Understanding {
  items: Item[];
  /** the command that plain words lead to; it answers the whole message in the place of `items` */
  wish?: CommandItem;
  /** how the reading came about; empty unless asked for */
  trace: TraceStep[];
}

/**
 * Reads a message. Pure: the same words, names and moment give the same items, in the order of the
 * text. A doubt becomes an `ask` item with the possible readings as options, never a guess.
 */
export function understand(text: string, context: Context): Understanding {
  const tracer = context.trace ? new Tracer() : noTrace;
  const normal = normalise(text);
  tracer.add("normalise", () => normal.text);
  const { items, wish } = read(normal, context, tracer);
  const result: Item[] = items.length > 0 ? items : [{ intent: "none" }];
  tracer.add("items", () => result.map((item) => JSON.stringify(item)).join("\n"));
  if (wish) tracer.add("wish", () => wish.name);
  return { items: result, ...(wish ? { wish } : {}), trace: tracer.steps };
}

/** What a message asks the bot to do: the command that plain words lead to, else what it means. */
export function actedOn({ items, wish }: Pick<Understanding, "items" | "wish">): Item[] {
  return wish ? [wish] : items;
}

function read(normal: Normal, context: Context, tracer: Tracer): Omit<Understanding, "trace"> {
  const { names } = context;
  const opening = daysAsked(readOpening(normal, names), context);
  tracer.add("opening", () => (opening ? JSON.stringify(opening) : "no command"));
  if (opening?.is === "item") return { items: [opening.item] };
  if (isUndo(normal.text)) return { items: [{ intent: "undo", text: normal.raw.trim() }] };
  const first = sceneOf(opening ? blankStart(normal, opening.start) : normal, context);
  const last = opening ? undefined : correctedLast(first);
  if (last) return { items: [last] };
  const meant = withoutRetracted(first.normal, first.masked, first.today);
  if (meant) tracer.add("retracted", () => meant.text);
  const scene = meant ? sceneOf(meant, context) : first;
  tracer.add(
    "names",
    () =>
      `${scene.masked.replaceAll("\ue000", "▇").replaceAll("\ue001", "▒")}  ${scene.mentions.map(({ spelling }) => spelling).join(", ")}`,
  );
  if (OVERRIDE.test(scene.masked)) return { items: [] };
  const items = itemsOf(scene, opening, context, tracer);
  const wish = opening ? undefined : readWish(scene, items);
  return { items, ...(wish ? { wish } : {}) };
}

function itemsOf(
  scene: Scene,
  opening: Exclude<Opening, { is: "item" }> | undefined,
  context: Context,
  tracer: Tracer,
): Item[] {
  const meeting = opening ? undefined : readMeetingTalk(scene);
  if (meeting) return [meeting];
  const correction = opening ? undefined : readCorrection(scene);
  if (correction) return correction.intent === "none" ? [] : [correction];
  const takenBack = opening ? undefined : readTakeBack(scene);
  if (takenBack) return takenBack.intent === "none" ? [] : [takenBack];
  const table = readTable(scene, (phrase, project) => {
    const row = sceneOf(normalise(phrase), { ...context, follow: project.name });
    return readStatements(row, "report", noTrace);
  });
  const items = table ?? readStatements(scene, opening?.wanted, tracer);
  // 别记！武宁路76%: told to be known, not to be kept.
  return NOT_TO_BE_WRITTEN.test(scene.masked) ? items.filter(({ intent }) => intent === "query") : items;
}

/** The opening; a command's words that name days are taken as a question. */
function daysAsked(opening: Opening | undefined, context: Context): Opening | undefined {
  if (opening?.is !== "item" || opening.item.intent !== "command") return opening;
  const { item } = opening;
  return item.rest !== undefined && namesDays(item, sceneOf(normalise(item.rest), context))
    ? { is: "keyword", wanted: "query", start: 0 }
    : opening;
}

/** Leaves out 报 or 查 at the beginning and keeps all positions. */
function blankStart(normal: Normal, start: number): Normal {
  return { ...normal, text: " ".repeat(start) + normal.text.slice(start) };
}

/** The scene in which a normal text is read. */
function sceneOf(normal: Normal, context: Context): Scene {
  const { names } = context;
  const today = dayOf(context.now);
  const mentions = findMentions(normal.text, names);
  return {
    normal,
    masked: mask(normal.text, mentions),
    mentions,
    names,
    today,
    closedMonth: context.closedMonth ?? lastClosed(today),
    follow: context.follow === undefined ? undefined : names.project.get(context.follow),
    dates: (text) => findDates(text, today),
  };
}

function lastClosed(today: string): Period {
  const { year, month, day } = partsOf(today);
  return periodFrom(year, day < 5 ? month - 2 : month - 1);
}
