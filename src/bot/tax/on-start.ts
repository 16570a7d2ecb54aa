import { taxQuestionCard } from "../../cards/tax/tax-card.js";
import { standingOf } from "../../domain/ledger-entry.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { START, startChange } from "../../domain/tax.js";
import type { Chat } from "../../store/chats.js";
import type { Repositories } from "../../store/store.js";
import { labelOf } from "../bot-parts.js";
import { changeCard, type Part, partOf, sendCard } from "../send.js";
import type { Turn } from "../turn.js";

/** The command that answers the card's form. */
const TAX = "留税";

/** What the form is about; plain JSON. */
export interface TaxModel {
  code: string;
}

/**
 * When 开工 is reported done the office is asked in its own group, and nowhere else, who builds and where
 * they pay taxes: once per project. Taking 开工 back takes the question back.
 */
export async function onStart(turn: Turn, code: string, before: Figures, after: Figures): Promise<void> {
  const change = startChange(before.milestones[START]?.done, after.milestones[START]?.done);
  if (change === "began") await ask(turn, code, after);
  if (change === "taken-back") await takeBack(turn, code);
}

/** Once there is a group to ask in, what was reported before is asked there; how many questions that makes. */
export async function askWaiting(turn: Turn): Promise<number> {
  const { tx } = turn;
  const office = await officeGroup(tx);
  const waiting = office ? (await tx.tax.all()).filter(({ state }) => state === "waiting") : [];
  for (const { code } of waiting)
    if (office)
      await askIn(office, turn, code, await tx.ledger.figuresToShow(code), await saidStart(turn, code));
  return waiting.length;
}

/** Who has reported 开工; undefined where it was not told by a person. */
async function saidStart({ tx }: Turn, code: string): Promise<string | undefined> {
  const started = standingOf(await tx.ledger.ofProject(code)).filter(
    (one) => one.measure === "milestone" && one.milestone === START && one.status === "done",
  );
  return started.at(-1)?.saidByName;
}

async function ask(turn: Turn, code: string, figures: Figures): Promise<void> {
  const { tx, now } = turn;
  const known = await tx.tax.find(code);
  if (known && known.state !== "withdrawn") return;
  const office = await officeGroup(tx);
  if (!office) return tx.tax.ask(code, null, now);
  return askIn(office, turn, code, figures, (turn.author ?? turn.speaker).name);
}

async function askIn(
  office: Chat,
  turn: Turn,
  code: string,
  figures: Figures,
  saidBy: string | undefined,
): Promise<void> {
  const { tx, now } = turn;
  const project = await tx.projects.byCode(code);
  const model: TaxModel = { code };
  const card = taxQuestionCard({
    project: project?.name ?? code,
    started: figures.milestones[START]?.done ?? null,
    ...(saidBy === undefined ? {} : { saidBy }),
    now,
  });
  const cardId = await sendCard(
    tx,
    [partOf(TAX, { card, model })],
    { lane: office.chatId, owner: null, cause: turn.writeId, label: labelOf(turn) },
    now,
  );
  await tx.tax.ask(code, cardId, now);
}

/** What was answered stays known; only an open question goes. */
async function takeBack(turn: Turn, code: string): Promise<void> {
  const { tx, now } = turn;
  const known = await tx.tax.find(code);
  if (!known || known.state === "answered" || known.state === "withdrawn") return;
  await tx.tax.withdraw(code);
  const card = known.cardId === null ? null : await tx.cards.find(known.cardId);
  const project = await tx.projects.byCode(code);
  if (!card) return;
  const view = {
    title: `不用答了　${project?.name ?? code}`,
    tone: "grey" as const,
    blocks: [{ is: "text" as const, md: "开工的填报已经撤销，这一条留税不用答了。再报开工时会再问。" }],
  };
  const part: Part = { kind: TAX, view, model: { code } satisfies TaxModel };
  await changeCard(
    tx,
    card,
    [part],
    card.id,
    { lane: card.chatId, owner: null, cause: turn.writeId, label: labelOf(turn) },
    now,
  );
}

/** The office's own group, the first one the bot joined; never one with people from outside. */
async function officeGroup(tx: Repositories): Promise<Chat | null> {
  return (await tx.chats.groups()).find(({ office, external }) => office && !external) ?? null;
}
