import { type Block, buttons, text } from "../cards/card.js";
import { changeLine } from "../cards/change-line.js";
import { typed } from "../cards/typed.js";
import { dayOf } from "../domain/day.js";
import { saidBy } from "../domain/ledger-changes.js";
import type { Write } from "../store/ledger.js";
import type { Repositories } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { JoinedEvent, LeftEvent, RecalledEvent } from "./events.js";
import { openTurn } from "./open-turn.js";
import { BOT, recordChanges } from "./record-change.js";
import { openDrafts, openQuestions, redrawFace } from "./report/open-question.js";
import { withQuestionsClosed } from "./report/sections.js";
import { withoutDrafts } from "./report/settle-drafts.js";
import { partOf, sendCard } from "./send.js";
import type { Row } from "./worker.js";

/** The bot was added to a group: it says what it can do, and inside groups get the standing posts. */
export async function joined(
  parts: BotParts,
  tx: Repositories,
  row: Row,
  event: JoinedEvent,
  now: number,
): Promise<void> {
  const { chatId } = event;
  // Once an outside group, always one: its people have not left because the bot comes again.
  const external = event.external || ((await tx.chats.find(chatId))?.external ?? false);
  await tx.chats.keep({ chatId, type: "group", name: event.name, external, office: false }, event.at);
  if (!external) await subscribeByDefault(parts, tx, chatId, now);
  // What fell due while the bot was not in the group is not made up.
  for (const subscription of await tx.schedule.ofChat(chatId))
    await tx.schedule.subscribe({ ...subscription, since: now });
  const turn = await openTurn(
    parts,
    tx,
    {
      chatId,
      chatType: "group",
      openId: event.byId,
      isOutside: false,
      messageId: "",
      writeId: `joined:${row.seq}`,
      words: "",
      mentions: [],
      saidAt: now,
    },
    now,
  );
  const kind = external ? "外部群" : "内部群";
  await recordChanges(turn, { subject: "chat", subjectId: chatId, what: "靠谱进群", from: null, to: kind });
  const help = parts.commands.find(({ name }) => name === "帮助");
  if (!help) return;
  const answer = await help.run(turn, { items: [], rest: "" });
  await sendCard(
    tx,
    [partOf(help.name, { ...answer, card: { ...answer.card, title: "大家好，我是靠谱" } })],
    { lane: chatId, owner: null, cause: `inbox:${row.seq}`, label: labelOf(parts) },
    now,
  );
}

/** The bot was removed from a group, or the group was dissolved. */
export async function left(tx: Repositories, { chatId, at }: LeftEvent, now: number): Promise<void> {
  await tx.chats.leave(chatId, at);
  await tx.audit.add([
    {
      subject: "chat",
      subjectId: chatId,
      what: "靠谱离群",
      from: null,
      to: "不再收发",
      at: now,
      by: BOT,
      byName: BOT,
      chatId,
    },
  ]);
}

/** Standing posts begin with the day the bot is in the group; what the group has chosen stays. */
export async function subscribeByDefault(
  parts: Pick<BotParts, "posts">,
  tx: Repositories,
  chatId: string,
  now: number,
): Promise<void> {
  const chosen = new Set((await tx.schedule.ofChat(chatId)).map(({ job }) => job));
  for (const post of parts.posts)
    if (post.byDefault && !post.isOffices && !chosen.has(post.name))
      await tx.schedule.subscribe({
        chatId,
        job: post.name,
        active: true,
        since: now,
        weekday: null,
        time: null,
      });
}

/** What the buttons under the question about a recalled message need. */
export interface RecallModel {
  writeIds: string[];
}

/** A recalled message does not undo its report: its sender is asked. */
export async function recalled(
  parts: BotParts,
  tx: Repositories,
  row: Row,
  event: RecalledEvent,
  now: number,
): Promise<void> {
  await closeWhatWaits(parts, tx, row, event, now);
  const write = await tx.ledger.ofMessage(event.messageId);
  const steps = await tx.problems.ofMessage(event.messageId);
  const saidBy = write?.saidBy ?? steps[0]?.saidBy;
  if (!saidBy) return;
  // The message itself and the answers to questions about it may have written.
  const model: RecallModel = {
    writeIds: [...new Set([...(write?.records ?? []), ...steps].map(({ writeId }) => writeId))],
  };
  const chat = await tx.chats.find(event.chatId);
  await sendCard(
    tx,
    [
      partOf("撤回提示", {
        card: {
          title: "原消息撤回了，账还在",
          tone: "orange",
          blocks: [
            text(`<at id=${saidBy}></at> 您撤回的消息已经记了账，要一起撤销吗？`),
            ...(write ? [text(await recordLines(tx, write, now, chat !== null && !chat.external))] : []),
            ...(await problemLines(tx, model.writeIds)),
            buttons({ label: "撤销这笔账", does: "undo", look: "primary" }, { label: "保留", does: "keep" }),
          ],
        },
        model,
      }),
    ],
    { lane: event.chatId, owner: saidBy, cause: `inbox:${row.seq}`, label: labelOf(parts) },
    now,
  );
}

/** What was taken back is not to be written by a tap that comes later. */
async function closeWhatWaits(
  { isDemo }: BotParts,
  tx: Repositories,
  row: Row,
  { messageId }: RecalledEvent,
  now: number,
): Promise<void> {
  const card = await tx.cards.ofMessage(messageId);
  if (!card) return;
  const turn = { tx, now, writeId: `inbox:${row.seq}`, isDemo };
  const drafts = openDrafts(card);
  const [question] = openQuestions(card);
  if (drafts) await redrawFace(turn, card, drafts.face, withoutDrafts(drafts.model, "原消息撤回了"));
  else if (question)
    await redrawFace(
      turn,
      card,
      question.face,
      withQuestionsClosed(question.model, "原消息撤回了，没有记。"),
    );
}

/** Which problems it has entered or taken on. */
async function problemLines(tx: Repositories, writeIds: readonly string[]): Promise<Block[]> {
  const numbers = await Promise.all(writeIds.map((writeId) => tx.problems.ofWrite(writeId)));
  const names = [...new Set(numbers.flat())].map((number) => `#${number}`);
  return names.length > 0 ? [text(`登记或办理的问题：${names.join("、")}`)] : [];
}

/** What is on the ledger, in the ledger's words: who takes a message back does not want it repeated. */
async function recordLines(tx: Repositories, write: Write, now: number, hasMoney: boolean): Promise<string> {
  const lines: string[] = [];
  for (const record of write.records) {
    const project = await tx.projects.byCode(record.code);
    lines.push(`${typed(project?.name ?? record.code)}　${changeLine(saidBy(record), dayOf(now), hasMoney)}`);
  }
  return lines.join("\n");
}
