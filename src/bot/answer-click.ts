import { z } from "zod";
import type { CardRecord } from "../store/cards.js";
import type { Repositories } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { ClickHandler, Command } from "./command.js";
import type { ClickEvent } from "./events.js";
import { hidesPrices } from "./land/hides-prices.js";
import { openTurn } from "./open-turn.js";
import { officeContact, type Refusal, refusedCommand } from "./permissions.js";
import { refusedClick } from "./refuse.js";
import { changeCard, type Part, partOf, sendCard } from "./send.js";
import type { Turn } from "./turn.js";
import type { Row, Toast } from "./worker.js";

const buttonValue = z.object({
  card: z.string(),
  version: z.number(),
  part: z.number().int().min(0),
  does: z.string(),
  args: z.record(z.string(), z.unknown()),
});

const GONE: Toast = { text: "这张卡片太旧了，请重新发一条消息", tone: "info" };
const MOVED_ON: Toast = { text: "卡片已经更新，请看最新的内容", tone: "info" };

/** Works off one click: the toast answers the callback, the changed card leaves through the outbox. */
export async function answerClick(
  parts: BotParts,
  tx: Repositories,
  row: Row,
  event: ClickEvent,
  now: number,
): Promise<Toast> {
  const parsed = buttonValue.safeParse(event.value);
  if (!parsed.success) return GONE;
  const { card: cardId, version, part: index, does, args } = parsed.data;
  const card = await tx.cards.find(cardId);
  const faces = (card?.model ?? []) as Part[];
  const face = faces[index];
  const command = parts.commands.find(({ name }) => name === face?.kind);
  const byItself = [...parts.posts, ...parts.nudges].find(({ name }) => name === face?.kind);
  const handler = handlerOf(command ?? byItself, does);
  if (!card || !face || !handler) return GONE;
  const turn = await openTurn(
    parts,
    tx,
    {
      chatId: event.chatId,
      // What was sent to a person by their open_id is in private, though the chat may never have been spoken in.
      chatType: card?.chatId === event.clickerId ? "p2p" : "group",
      openId: event.clickerId,
      isOutside: event.fromOutside,
      messageId: event.messageId,
      writeId: `click:${row.seq}`,
      words: "",
      mentions: [],
      saidAt: now,
    },
    now,
  );
  if (!isAtHome(card, turn)) {
    const refused = await refusedClick(turn, await forwarded(turn), `点转来的卡片：${face.kind}`);
    return { text: refused.toast, tone: "error" };
  }
  // The chat may have become an outside one since the card was sent.
  const refusal = command ? await refusedCommand(turn, command) : null;
  if (refusal) {
    const refused = await refusedClick(turn, refusal, `点卡片：${face.kind}`);
    return { text: refused.toast, tone: "error" };
  }
  // A double tap, or two people at once: the first one counts.
  if (!handler.repeats && card.version !== version) return MOVED_ON;

  const answer = await handler.run(turn, {
    args: { ...args, ...(event.value.option === undefined ? {} : { option: event.value.option }) },
    form: event.form ?? {},
    model: face.model,
    owner: card.owner,
    cardId,
  });
  if (answer.card) {
    const next: Part = {
      kind: answer.becomes ?? face.kind,
      view: answer.card,
      model: answer.model ?? face.model,
      ...(answer.asks ? { asks: true } : {}),
      ...(face.about === undefined ? {} : { about: face.about }),
    };
    const { beside } = answer;
    const besides = beside ? [{ ...partOf(beside.by, beside), about: beside.about }] : [];
    await changeCard(
      tx,
      card,
      besides.reduce(withBeside, faces.with(index, next)),
      event.messageId,
      {
        lane: event.chatId,
        owner: card.owner,
        cause: `inbox:${row.seq}`,
        label: labelOf(parts),
        hidesPrices: hidesPrices(turn, [next, ...besides]),
      },
      now,
    );
  }
  if (answer.opens) {
    const part = partOf(answer.opens.by, answer.opens);
    await sendCard(
      tx,
      [part],
      {
        lane: event.chatId,
        owner: turn.speaker.openId,
        cause: `inbox:${row.seq}`,
        label: labelOf(parts),
        hidesPrices: hidesPrices(turn, [part]),
      },
      now,
    );
  }
  return { text: answer.toast, tone: answer.tone ?? "success" };
}

/** The places of the others stay: their buttons know themselves by them. */
function withBeside(faces: Part[], part: Part): Part[] {
  const at = faces.findIndex(({ about, asks }) => about === part.about && asks);
  return at < 0 ? [...faces, part] : faces.with(at, part);
}

/**
 * A forwarded card must not act where other people see other things. One that was sent to a person has
 * their open_id in place of a chat, and is that person's own.
 */
const isAtHome = (card: CardRecord, { chat, speaker }: Turn): boolean =>
  card.chatId === (card.chatId.startsWith("ou_") ? speaker.openId : chat.chatId);

async function forwarded({ tx }: Turn): Promise<Refusal> {
  const contact = await officeContact(tx);
  return {
    code: "forwarded-card",
    sentence: `这张卡片只有收到它的人能在原来的会话里点，要办这件事请找${contact}`,
  };
}

function handlerOf(maker: Pick<Command, "clicks"> | undefined, does: string): ClickHandler | undefined {
  return maker?.clicks && Object.hasOwn(maker.clicks, does) ? maker.clicks[does] : undefined;
}
