import { randomUUID } from "node:crypto";
import type { CardView } from "../cards/card.js";
import { cardJson } from "../cards/card-json.js";
import { withoutLandPrices } from "../cards/land-price.js";
import { hasButtons, merged } from "../cards/merge.js";
import { fitsPlace } from "../domain/acts.js";
import type { CardRecord } from "../store/cards.js";
import type { NewOutboxRow } from "../store/outbox.js";
import type { Repositories } from "../store/store.js";
import type { Answer } from "./command.js";

/** One answer on a card: who made it, what it shows, what it is drawn from. Kept as the card's model. */
export interface Part {
  /** name of the command or post that answers its buttons */
  kind: string;
  view: CardView;
  model: unknown;
  /** it asks something that has not been answered */
  asks?: boolean;
  /** which line of the card's first part it is about, where a click on that has led to it */
  about?: string;
}

export interface Sending {
  /** chat_id, or open_id for a private message */
  lane: string;
  /** set when it answers a message */
  replyTo?: string;
  /** open_id of the person answered */
  owner: string | null;
  /** `inbox:SEQ`, `run:ID`, `nudge:DAY` or `card:ID`; runs and nudges leave only in posting hours */
  cause: string;
  /** epoch ms: a message that has not left by then makes no sense any more */
  until?: number;
  label: string | undefined;
  /** who is answered may see no prices of land; whoever is in a group may not, outside the office's own */
  hidesPrices?: boolean;
}

export const partOf = (kind: string, answer: Answer): Part => ({
  kind,
  view: answer.card,
  model: answer.model ?? null,
  ...(answer.asks ? { asks: true } : {}),
});

/** ms that a question waits for its answer */
const PATIENCE = 24 * 3_600_000;

const waitsUntil = (parts: readonly Part[], now: number): number | null =>
  parts.some(({ asks }) => asks) ? now + PATIENCE : null;

/** Only beside other parts is a view drawn again as it was; the view of a single part is always a new one. */
function kept(parts: readonly Part[]): (Omit<Part, "view"> & { view?: CardView })[] {
  return parts.length > 1 ? [...parts] : parts.map(({ view, ...part }) => part);
}

/** Puts one card with all the answers into the outbox; the card's id. */
export async function sendCard(
  tx: Repositories,
  parts: Part[],
  sending: Sending,
  now: number,
): Promise<string> {
  const view = await asShown(tx, merged(parts.map((part) => part.view)), sending);
  const card: CardRecord = {
    id: randomUUID(),
    kind: parts[0]?.kind ?? "",
    model: kept(parts),
    version: 1,
    chatId: sending.lane,
    owner: sending.owner,
  };
  // A question without buttons is answered in words, and lapses like any other.
  if (hasButtons(view.blocks) || parts.some(({ asks }) => asks))
    await tx.cards.add(card, now, waitsUntil(parts, now));
  const content = cardJson(view, { cardId: card.id, version: card.version, label: sending.label });
  await tx.outbox.add([outgoing(sending, content, card.id)], now);
  return card.id;
}

/** The last look at a card: a price of land that somebody has typed goes nowhere where it may not be seen. */
async function asShown(tx: Repositories, view: CardView, { lane, hidesPrices }: Sending): Promise<CardView> {
  const chat = await tx.chats.find(lane);
  const isOpenGroup =
    chat !== null && (chat.external || chat.type === "group") && !fitsPlace("land.price", chat);
  return hidesPrices || isOpenGroup ? withoutLandPrices(view) : view;
}

/** Somebody else has drawn the card anew since it was read: what was done with it is not to be kept. */
export class CardMovedOn extends Error {
  constructor(id: string) {
    super(`the card ${id} has moved on`);
  }
}

/**
 * Puts a card's new face into the outbox; older changes that have not left give way. Throws `CardMovedOn`
 * when another process was faster: the row is then worked off again, with the card as it is.
 */
export async function changeCard(
  tx: Repositories,
  card: CardRecord,
  parts: Part[],
  messageId: string,
  sending: Sending,
  now: number,
): Promise<void> {
  const version = await tx.cards.turn(card.id, card.version, kept(parts), waitsUntil(parts, now));
  if (version === null) throw new CardMovedOn(card.id);
  const view = await asShown(tx, merged(parts.map((part) => part.view)), sending);
  const content = cardJson(view, { cardId: card.id, version, label: sending.label });
  await tx.outbox.supersedePatches(card.id, now);
  // The change of a post that has not left yet does not leave before it.
  const waits = messageId === card.id ? await tx.outbox.leaveOfCard(card.id) : null;
  const row = { ...outgoing(sending, content, card.id), op: "patch" as const, target: messageId };
  await tx.outbox.add([{ ...row, ...waits }], now);
}

/** Puts a document into the outbox, as a message of its own; it leaves after what was put in before. */
export async function sendFile(
  tx: Repositories,
  file: { name: string; bytes: Buffer },
  sending: Sending,
  now: number,
): Promise<void> {
  const id = randomUUID();
  await tx.files.add({ id, ...file }, now);
  await sendKeptFile(tx, id, sending, now);
}

/** The same with a document that is in the store already: one for all chats that it goes to. */
export const sendKeptFile = (
  tx: Pick<Repositories, "outbox">,
  fileId: string,
  sending: Sending,
  now: number,
): Promise<void> => tx.outbox.add([{ ...outgoing(sending, fileId, null), msgType: "file" }], now);

function outgoing(sending: Sending, content: string, cardId: string | null): NewOutboxRow {
  return {
    lane: sending.lane,
    op: sending.replyTo ? "reply" : "create",
    target: sending.replyTo ?? sending.lane,
    msgType: "interactive",
    content,
    uuid: randomUUID(),
    cardId,
    cause: sending.cause,
    inHours: /^(?:run|nudge):/.test(sending.cause),
    expiresAt: sending.until ?? null,
  };
}
