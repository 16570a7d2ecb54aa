import { type Applied, applyEntry, applyNext, isNext, type Ledger, ledgerOf } from "../domain/ledger.js";
import { againWarnings } from "../domain/ledger-again.js";
import { type Change, changesBetween } from "../domain/ledger-changes.js";
import { type Entry, type Measured, standingOf } from "../domain/ledger-entry.js";
import type { Figures } from "../domain/ledger-figures.js";
import type { Warning } from "../domain/ledger-warning.js";
import { monthOf, type Period, yearOf } from "../domain/period.js";
import type { Project } from "../domain/project.js";
import type { Restated } from "../domain/restated.js";
import type { Ledger as Ledgers, NewRecord, Write } from "../store/ledger.js";
import type { Repositories } from "../store/store.js";
import { dataMonthOfTurn } from "./data-month-of.js";
import { askedOfFrozen } from "./frozen.js";
import { keepRestated } from "./keep-restated.js";
import { isAlreadySaid } from "./report/already-said.js";
import { onStart } from "./tax/on-start.js";
import type { Turn } from "./turn.js";

/** A figure on its way into the ledger. */
export interface Draft {
  measured: Measured;
  approx?: true;
  /** the person has answered the question about it */
  isConfirmed?: true;
  /** id of the entry in whose place it comes */
  corrects?: number;
  /** the month that was named for what has no month of its own */
  forMonth?: Period;
}

export type Entered =
  | { draft: Draft; kind: "written"; changes: Change[] }
  /** the same person has said it before: not written again */
  | { draft: Draft; kind: "known"; changes: Change[] }
  /** odd, so not written: to be asked first */
  | { draft: Draft; kind: "asked"; warning: Warning };

/** What became of the drafts, and the project's figures before and after. */
export interface Booked {
  entered: Entered[];
  before: Figures;
  after: Figures;
  /** 更正: what it changed of months that were closed */
  restated?: readonly Restated[];
}

/**
 * Enters what a message says of one project: what is odd is left out and comes back as a question, the
 * rest is written. The figures count from the message's own time, so a late one becomes history.
 */
export async function enter(turn: Turn, project: Project, drafts: readonly Draft[]): Promise<Booked> {
  const { entered, kept, before, after } = await weighed(turn, project, drafts, turn.tx.ledger.figures);
  if (kept.length > 0 && !isNews(before.figures, after.figures) && (await areKnown(turn, project, kept)))
    return { entered: entered.map(known), before: before.figures, after: before.figures };
  const figures = kept.length > 0 ? await append(turn, project, kept, before) : before.figures;
  const restated = await keepRestated(turn, project.code, before.figures, figures);
  await onStart(turn, project.code, before.figures, figures);
  return { entered, before: before.figures, after: figures, restated };
}

/** Before several projects are written: nobody else writes any of them until the transaction ends. */
export async function hold({ tx }: Turn, names: Iterable<string>): Promise<void> {
  const codes: string[] = [];
  for (const name of names) {
    const project = await tx.projects.byName(name);
    if (project) codes.push(project.code);
  }
  if (codes.length > 1) await tx.ledger.hold(codes);
}

/** What entering would lead to; nothing is written, and nobody is kept from writing. */
export async function weigh(turn: Turn, project: Project, drafts: readonly Draft[]): Promise<Booked> {
  const { entered, before, after } = await weighed(turn, project, drafts, turn.tx.ledger.figuresToShow);
  return { entered, before: before.figures, after: after.figures };
}

interface Weighed {
  entered: Entered[];
  /** what is not asked about first */
  kept: NewRecord[];
  before: Stand;
  after: Stand;
}

async function weighed(
  turn: Turn,
  project: Project,
  drafts: readonly Draft[],
  figuresOf: Ledgers["figures"],
): Promise<Weighed> {
  const records = drafts.map((draft) => record(turn, project, draft));
  const before = await standOf(turn.tx, project.code, entryOf(records[0], 0), figuresOf);
  let stand = before;
  const entered: Entered[] = [];
  const kept: NewRecord[] = [];
  for (const [index, draft] of drafts.entries()) {
    const next = records[index];
    if (!next) continue;
    // A provisional id after all known ones; ids of one message ascend in the order of the text.
    const applied = apply(stand, entryOf(next, Number.MAX_SAFE_INTEGER - drafts.length + index));
    // A signed target needs its reason, however sure the person is of the figure.
    const [warning] = [
      ...(await askedOfFrozen(turn, project.code, next, stand.figures)),
      ...(draft.isConfirmed ? [] : [...(await saidAgain(turn, project, next)), ...applied.warnings]),
    ];
    if (warning) {
      entered.push({ draft, kind: "asked", warning });
      continue;
    }
    stand = applied.stand;
    kept.push(next);
    entered.push({ draft, kind: "written", changes: applied.changes });
  }
  return { entered, kept, before, after: stand };
}

function isNews(before: Figures, after: Figures): boolean {
  return after.reported.length > before.reported.length || changesBetween(before, after).length > 0;
}

/** entries of the month among which the person's last word on a figure is looked for */
const LOOKED_BACK = 12;

/**
 * What has been booked by the same person some minutes ago is not booked again unasked; nor, of words that are
 * handed on, what anybody has booked at the time they were said.
 */
async function saidAgain(turn: Turn, { code }: Project, next: NewRecord): Promise<Warning[]> {
  const { tx, speaker, handedOnSince } = turn;
  if (next.measure !== "investment" || next.scope !== "increment") return [];
  const latest = await tx.ledger.latestOf(code, dataMonthOfTurn(turn), [next.measure], LOOKED_BACK);
  const known = standingOf(latest).filter(
    ({ saidBy }) => handedOnSince !== undefined || saidBy === speaker.openId,
  );
  const [again] = againWarnings(entryOf(next, 0), known, handedOnSince);
  if (again?.code !== "increment-again") return [];
  const first = known.find(({ saidAt }) => saidAt === again.firstSaidAt);
  return [first && first.saidBy !== speaker.openId ? { ...again, by: first.saidByName } : again];
}

/** All of it stands already, in the words of the same person: once more would only be noise. */
async function areKnown(turn: Turn, { code }: Project, kept: NewRecord[]): Promise<boolean> {
  const { tx, speaker } = turn;
  const measures = [...new Set(kept.map(({ measure }) => measure))];
  const month = kept[0]?.dataMonth ?? dataMonthOfTurn(turn);
  const latest = await tx.ledger.latestOf(code, month, measures, LOOKED_BACK);
  return kept.every((next) => isAlreadySaid(latest, entryOf(next, 0), speaker.openId));
}

function known(one: Entered): Entered {
  if (one.kind !== "written") return one;
  return { ...one, kind: "known", changes: one.changes.map((change) => ({ ...change, note: "already" })) };
}

/** Writes the records, and the figures they lead to. */
async function append(turn: Turn, project: Project, kept: NewRecord[], before: Stand): Promise<Figures> {
  const { tx, saidAt, now } = turn;
  const ids = await tx.ledger.append(kept, now);
  if (before.ledger) return keepFresh(tx, project.code, saidAt);
  const entries = kept.map((next, index) => entryOf(next, ids[index] ?? 0));
  const figures = entries.reduce((sum, entry) => applyNext(sum, entry).figures, before.figures);
  await tx.ledger.keepFigures(project.code, figures, yearOf(monthOf(saidAt)));
  return figures;
}

export interface TakenBack {
  project: string;
  /** what the figures are now, old → new */
  changes: Change[];
}

/** Takes a write back; null when it was taken back before. The card that echoed it is the caller's to draw. */
export async function withdraw(turn: Turn, write: Write): Promise<TakenBack[] | null> {
  const { tx, now, speaker } = turn;
  if (!(await tx.ledger.withdraw(write.writeId, speaker.openId, turn.messageId, now))) return null;
  const taken: TakenBack[] = [];
  const codes = new Set(write.records.map((record) => record.code));
  if (codes.size > 1) await tx.ledger.hold([...codes]);
  for (const code of codes) {
    const before = await tx.ledger.figures(code);
    const after = await keepFresh(tx, code, now);
    await keepRestated(turn, code, before, after);
    await onStart(turn, code, before, after);
    const project = await tx.projects.byCode(code);
    taken.push({ project: project?.name ?? code, changes: changesBetween(before, after) });
  }
  return taken;
}

/** Brings a project's state in line with its entries. */
export async function keepFresh(tx: Repositories, code: string, at: number): Promise<Figures> {
  const { figures } = ledgerOf(await tx.ledger.ofProject(code));
  await tx.ledger.keepFigures(code, figures, yearOf(monthOf(at)));
  return figures;
}

/** Either the figures alone, when nothing known was said later, or all entries. */
type Stand = { figures: Figures; ledger?: Ledger };

async function standOf(
  tx: Repositories,
  code: string,
  first: Entry,
  figuresOf: Ledgers["figures"],
): Promise<Stand> {
  const figures = await figuresOf(code);
  if (isNext(figures, { ...first, id: Number.MAX_SAFE_INTEGER })) return { figures };
  const ledger = ledgerOf(await tx.ledger.ofProject(code));
  return { figures: ledger.figures, ledger };
}

function apply(stand: Stand, entry: Entry): Applied & { stand: Stand } {
  if (!stand.ledger) {
    const applied = applyNext(stand.figures, entry);
    return { ...applied, stand: { figures: applied.figures } };
  }
  const applied = applyEntry(stand.ledger, entry);
  return { ...applied, stand: { figures: applied.figures, ledger: applied.ledger } };
}

function record(turn: Turn, project: Project, draft: Draft): NewRecord {
  return {
    ...draft.measured,
    ...(draft.approx ? { approx: draft.approx } : {}),
    ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
    code: project.code,
    saidAt: turn.saidAt,
    dataMonth: draft.forMonth ?? dataMonthOfTurn(turn),
    saidBy: (turn.author ?? turn.speaker).openId,
    saidByName: (turn.author ?? turn.speaker).name,
    chatId: turn.chat.chatId,
    messageId: turn.messageId,
    words: turn.words,
    writeId: turn.writeId,
    source: "chat",
  };
}

function entryOf(record: NewRecord | undefined, id: number): Entry {
  if (!record) throw new RangeError("a report needs an entry");
  const {
    code: _code,
    saidBy: _saidBy,
    saidByName: _saidByName,
    chatId: _chatId,
    messageId: _messageId,
    words: _words,
    writeId: _writeId,
    source: _source,
    ...entry
  } = record;
  return { ...entry, id };
}
