import { closedMonthBy } from "../domain/data-month.js";
import type { Item } from "../language/items.js";
import { actedOn, understand } from "../language/understand.js";
import type { Repositories } from "../store/store.js";
import { ofAction } from "./action/replied-to.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import { brief } from "./brief.js";
import type { Answer } from "./command.js";
import { keepSpokenOf, lacksProject, type Talk, talk } from "./conversation.js";
import type { MessageEvent } from "./events.js";
import { takenFrom } from "./handed-on-items.js";
import { hidesPrices } from "./land/hides-prices.js";
import { openTurn } from "./open-turn.js";
import { ofProblem } from "./problem/replied-to.js";
import { ofProject, projectRepliedTo } from "./replied-to.js";
import { route } from "./route.js";
import { runCommand } from "./run-command.js";
import { type Said, saidIn } from "./said.js";
import { type Part, partOf, sendCard } from "./send.js";
import { ofService } from "./service/replied-to.js";
import type { Turn } from "./turn.js";
import type { Row } from "./worker.js";

/** characters of a message that is read; more is refused with a sentence */
const LONGEST = 8000;
/** The command that what is answered so becomes a report of. */
const REPORT = "报";
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
  const said = saidIn(event);
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
      words: "words" in said ? said.words : "",
      mentions: event.mentions,
      repliedTo: event.parentId,
      saidAt: "saidAt" in said ? said.saidAt : event.saidAt,
      sentAt: event.saidAt,
      handedOnSince: "handedOnSince" in said ? said.handedOnSince : undefined,
    },
    now,
  );
  const made = "sentence" in said ? [plain(said.title, said.sentence)] : await answers(parts, turn, said);
  await sendCard(
    tx,
    made,
    {
      lane: event.chatId,
      replyTo: event.messageId,
      owner: event.senderId,
      cause: `inbox:${row.seq}`,
      label: labelOf(parts),
      hidesPrices: hidesPrices(turn, made),
    },
    now,
  );
}

async function answers(parts: BotParts, turn: Turn, said: Said): Promise<Part[]> {
  if (said.text.length > LONGEST)
    return [
      plain(
        "内容太长了",
        `一次最多读 ${LONGEST} 个字，这条有 ${said.text.length} 个字，没有记账。请分几次发。`,
      ),
    ];
  const talking = talk(turn);
  const isHandedOn = said.handedOnSince !== undefined;
  const answer = isHandedOn ? null : await talking.answer(said.text);
  if (answer) return [partOf(REPORT, answer)];
  const read = await itemsOf(turn, talking, said.text);
  const corrected = isHandedOn ? null : await talking.correct(read, said.text);
  if (corrected) return [partOf(REPORT, corrected)];
  const { items, notes } = isHandedOn ? await takenFrom(turn, read) : { items: read, notes: [] };
  const calls = route(items);
  if (calls.length === 0 && notes.length === 0)
    calls.push({ command: NOT_UNDERSTOOD, items: [], rest: said.text });
  const made: Part[] = [];
  for (const call of calls.slice(0, MOST_ANSWERS)) {
    const command =
      parts.commands.find(({ name }) => name === call.command) ??
      parts.commands.find(({ name }) => name === NOT_UNDERSTOOD);
    if (!command) continue;
    const answer = await runCommand(turn, command, call);
    made.push(partOf(answer.by ?? command.name, answer));
  }
  if (calls.length > MOST_ANSWERS)
    made.push(plain("还没答完", `一次最多答${MOST_ANSWERS}个问题，其余的请再发一次。`));
  await keepSpokenOf(turn, items, made.some(({ asks }) => asks) ? turn.messageId : null);
  for (const { title, sentence } of notes) made.push(plain(title, sentence));
  if (said.note) made.push(plain("还有没读的", said.note));
  return made;
}

/** What the message means: seen from what it replies to, and from what its sender spoke of just before. */
async function itemsOf(turn: Turn, talking: Talk, said: string): Promise<readonly Item[]> {
  const read = (follow: string | null) =>
    actedOn(
      understand(said, {
        now: turn.saidAt,
        names: turn.names,
        closedMonth: closedMonthBy(turn.saidAt, turn.closes),
        ...(follow === null ? {} : { follow }),
      }),
    );
  const repliedTo = await projectRepliedTo(turn);
  const items = read(repliedTo);
  const isHandedOn = turn.handedOnSince !== undefined;
  const own = turn.repliedTo === undefined || isHandedOn ? null : await ofProblem(turn, said, items);
  if (own) return own;
  const decided = turn.repliedTo === undefined || isHandedOn ? null : await ofAction(turn, said, items);
  if (decided) return decided;
  const asked = turn.repliedTo === undefined || isHandedOn ? null : await ofService(turn, said, items);
  if (asked) return asked;
  if (repliedTo !== null) return ofProject(items, repliedTo);
  // What others speak of is not what its sender has just spoken of.
  const spokenOf = !isHandedOn && lacksProject(items) ? await talking.project() : null;
  return spokenOf === null ? items : read(spokenOf);
}

function plain(title: string, sentence: string): Part {
  const answer: Answer = brief(title, sentence);
  return partOf(NOT_UNDERSTOOD, answer);
}
