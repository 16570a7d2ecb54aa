import type { Logger } from "pino";
import type { HandedOn, MessageEvent } from "../bot/events.js";
import { type Handed, handedOnBy, isAwaited } from "../bot/hands-on.js";
import { MOST_RETRIES, type Row } from "../bot/worker.js";
import type { Store } from "../store/store.js";
import type { FeishuApi, ReadOutcome } from "./api.js";
import { recallKey } from "./decode.js";
import type { Verdict } from "./errors.js";
import { type Reader, wordsOf } from "./handed-on.js";

/** ms: the turns of all chats wait no longer for a slow platform; what comes later serves the row's next attempt */
const MOST_WAIT = 300;
/** questions whose answers have not come in time, or wait for their row */
const MOST_KEPT = 200;

export interface OpenerParts {
  api: Pick<FeishuApi, "read">;
  store: Store;
  /** the app and the bot; it is known by the time that rows are worked on */
  reader: Reader;
  /** null when nobody knows the name */
  nameOf(openId: string, event: MessageEvent): Promise<string | null>;
  log: Logger;
}

/**
 * Opens what messages hand on: merged forwards, and messages replied to with 记一下. The platform is asked
 * when the event is safe and acknowledged, and before the transaction of its turn opens; what does not come
 * in time is awaited by that row's lane alone, which is put off and tried again.
 */
export class Opener {
  /** what was asked for a row that is put off, by its seq */
  private readonly asked = new Map<number, Promise<ReadOutcome>>();

  constructor(private readonly parts: OpenerParts) {}

  async prepare(rows: readonly Row[]): Promise<void> {
    const waiting = rows.flatMap((row) => {
      const handed = row.event.kind === "message" ? handedOnBy(row.event) : null;
      return handed ? [{ row, event: row.event as MessageEvent, handed }] : [];
    });
    if (waiting.length === 0) return;
    for (const { row, event, handed } of waiting) row.event = { ...event, handedOn: unanswered(handed, row) };
    const inTime = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, MOST_WAIT);
    });
    await Promise.race([
      Promise.all(waiting.map(({ row, event, handed }) => this.open(row, event, handed, inTime.signal))),
      timeIsUp,
    ]);
    clearTimeout(timer);
    // What comes from now on must not change a row whose turn is under way, or which is put off.
    inTime.abort();
    // A message can be taken back or edited: only an answer that came too late for its row is kept for it.
    for (const { row } of waiting) if (!isAwaited(row.event)) this.asked.delete(row.seq);
  }

  private async open(row: Row, event: MessageEvent, handed: Handed, inTime: AbortSignal): Promise<void> {
    try {
      const handedOn = await this.ask(row, event, handed);
      if (!inTime.aborted) row.event = handedOn ? { ...event, handedOn } : event;
    } catch (error) {
      this.parts.log.error({ code: "open-handed-on", messageId: handed.messageId, err: error });
    }
  }

  /**
   * A message that spoke to the bot is still in the inbox: without the right to read all of a group this is
   * the only way to one there. What it says may have been edited since, so the platform is asked first. Null
   * when there is none, or when it has to be opened itself.
   */
  private async copyOf(event: MessageEvent, { by, messageId }: Handed): Promise<HandedOn | null> {
    if (by !== "quote") return null;
    if (await this.parts.store.read.inbox.find(recallKey(messageId))) return { by, is: "gone" };
    const copy = (await this.parts.store.read.inbox.find(messageId)) as MessageEvent | null;
    if (copy?.kind !== "message" || copy.chatId !== event.chatId || copy.text === "") return null;
    const author = { openId: copy.senderId, name: await this.nameOf(copy.senderId, event) };
    return { by, is: "read", text: copy.text, saidAt: copy.saidAt, unread: 0, author };
  }

  /** Undefined for the bot's own message, which hands nothing on. */
  private async ask(row: Row, event: MessageEvent, handed: Handed): Promise<HandedOn | undefined> {
    const outcome = await this.answerFor(row, handed.messageId);
    if (outcome.kind !== "read") return this.untold(row, event, handed, outcome);
    const words = wordsOf(outcome.messages, this.parts.reader);
    if (words?.is !== "read" || !words.author) return words ? { by: handed.by, ...words } : undefined;
    const { openId } = words.author;
    return { by: handed.by, ...words, author: { openId, name: await this.nameOf(openId, event) } };
  }

  private async untold(
    row: Row,
    event: MessageEvent,
    handed: Handed,
    outcome: Exclude<ReadOutcome, { kind: "read" }>,
  ): Promise<HandedOn | undefined> {
    const { by, messageId } = handed;
    this.parts.log.warn({ code: "handed-on-untold", messageId, reason: outcome.reason });
    if (!isFinal(outcome)) return unanswered(handed, row);
    if (outcome.verdict === "no-original") return { by, is: "gone" };
    const copy = await this.copyOf(event, handed);
    if (copy) return copy;
    // Without the right to read the group the platform does not even tell that a message is the bot's own.
    const isOwn = by === "quote" && (await this.parts.store.read.cards.ofMessage(messageId)) !== null;
    return isOwn ? undefined : { by, is: "closed" };
  }

  /** One question at a time for a row; it is asked again where the answer is none. */
  private async answerFor({ seq }: Row, messageId: string): Promise<ReadOutcome> {
    const underWay = this.asked.get(seq);
    if (underWay) return underWay;
    const answer = this.parts.api.read(messageId);
    const [oldest] = this.asked.keys();
    if (oldest !== undefined && this.asked.size >= MOST_KEPT) this.asked.delete(oldest);
    this.asked.set(seq, answer);
    const forget = () => {
      if (this.asked.get(seq) === answer) this.asked.delete(seq);
    };
    answer.then((outcome) => isFinal(outcome) || forget(), forget);
    return answer;
  }

  /** Who hands on words of their own needs no name for them. */
  private async nameOf(openId: string, event: MessageEvent): Promise<string | null> {
    return openId === event.senderId ? null : this.parts.nameOf(openId, event);
  }
}

type Final =
  | Extract<ReadOutcome, { kind: "read" }>
  | (Extract<ReadOutcome, { kind: "refused" }> & { verdict: Exclude<Verdict, "retry" | "token"> });

/** Asking again would be answered the same. */
const isFinal = (outcome: ReadOutcome): outcome is Final =>
  outcome.kind === "read" ||
  (outcome.kind === "refused" && outcome.verdict !== "retry" && outcome.verdict !== "token");

/** The platform is given the time that any row is; then its sender is told. */
const unanswered = ({ by }: Handed, { attempts }: Row): HandedOn => ({
  by,
  is: attempts < MOST_RETRIES ? "awaited" : "silent",
});
