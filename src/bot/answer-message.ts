import { text } from "../cards/card.js";
import { closedMonth } from "../domain/data-month.js";
import { understand } from "../language/understand.js";
import type { Repositories } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { Answer } from "./command.js";
import type { MessageEvent } from "./events.js";
import { openTurn } from "./open-turn.js";
import { ofProject, projectRepliedTo } from "./replied-to.js";
import { route } from "./route.js";
import { runCommand } from "./run-command.js";
import { type Part, partOf, sendCard } from "./send.js";
import type { Turn } from "./turn.js";
import type { Row } from "./worker.js";

/** characters of a message that is read; more is refused with a sentence */
const LONGEST = 8000;
/** answers on one card; who asks more at once is told */
const MOST_ANSWERS = 6;
/** What answers a message that no command answers. */
const NOT_UNDERSTOOD = "没听懂";

/** Answers one message with exactly one reply; what does not speak to the bot gets none. */
export async function answerMessage(
  parts: BotParts,
  tx: Repositories,
  row: Row,
  event: MessageEvent,
  now: number,
): Promise<void> {
  if (!event.toBot) return;
  const turn = await openTurn(
    parts,
    tx,
    {
      chatId: event.chatId,
      chatType: event.chatType,
      openId: event.senderId,
      isOutside: event.fromOutside,
      messageId: event.messageId,
      writeId: `message:${event.messageId}`,
      words: event.text,
      mentions: event.mentions,
      repliedTo: event.parentId,
      saidAt: event.saidAt,
    },
    now,
  );
  await sendCard(
    tx,
    await answers(parts, turn, event),
    {
      lane: event.chatId,
      replyTo: event.messageId,
      owner: event.senderId,
      cause: `inbox:${row.seq}`,
      label: labelOf(parts),
    },
    now,
  );
}

async function answers(parts: BotParts, turn: Turn, event: MessageEvent): Promise<Part[]> {
  if (event.type !== "text" && event.type !== "post")
    return [
      plain(
        "这类消息我读不了",
        "图片、语音、视频、文件和表情我还读不了，没有记账。请打字告诉我，如“武宁路 形象进度65%”。",
      ),
    ];
  if (event.text.length > LONGEST)
    return [
      plain(
        "内容太长了",
        `一次最多读 ${LONGEST} 个字，这条有 ${event.text.length} 个字，没有记账。请分几次发。`,
      ),
    ];
  const follow = await projectRepliedTo(turn);
  const { items } = understand(event.text, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: closedMonth(turn.saidAt),
    ...(follow === null ? {} : { follow }),
  });
  const calls = route(ofProject(items, follow));
  if (calls.length === 0) calls.push({ command: NOT_UNDERSTOOD, items: [], rest: event.text });
  const made: Part[] = [];
  for (const call of calls.slice(0, MOST_ANSWERS)) {
    const command =
      parts.commands.find(({ name }) => name === call.command) ??
      parts.commands.find(({ name }) => name === NOT_UNDERSTOOD);
    if (command) made.push(partOf(command.name, await runCommand(turn, command, call)));
  }
  if (calls.length > MOST_ANSWERS)
    made.push(plain("还没答完", `一次最多答${MOST_ANSWERS}个问题，其余的请再发一次。`));
  return made;
}

function plain(title: string, sentence: string): Part {
  const answer: Answer = { card: { title, tone: "grey", blocks: [text(sentence)] } };
  return partOf(NOT_UNDERSTOOD, answer);
}
