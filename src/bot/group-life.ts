import { buttons, text } from "../cards/card.js";
import { typed } from "../cards/typed.js";
import type { Repositories } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { JoinedEvent, RecalledEvent } from "./events.js";
import { openTurn } from "./open-turn.js";
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
  const { chatId, external } = event;
  await tx.chats.keep({ chatId, type: "group", name: event.name, external, office: false }, now);
  if (!external) await subscribeByDefault(parts, tx, chatId, now);
  const help = parts.commands.find(({ name }) => name === "帮助");
  if (!help) return;
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
  const answer = await help.run(turn, { items: [], rest: "" });
  await sendCard(
    tx,
    [partOf(help.name, { ...answer, card: { ...answer.card, title: "大家好，我是靠谱" } })],
    { lane: chatId, owner: null, cause: `inbox:${row.seq}`, label: labelOf(parts) },
    now,
  );
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
    if (post.byDefault && !chosen.has(post.name))
      await tx.schedule.subscribe({
        chatId,
        job: post.name,
        active: true,
        since: now,
        weekday: null,
        time: null,
      });
}

/** A recalled message does not undo its report: its sender is asked. */
export async function recalled(
  parts: BotParts,
  tx: Repositories,
  row: Row,
  event: RecalledEvent,
  now: number,
): Promise<void> {
  const write = await tx.ledger.ofMessage(event.messageId);
  if (!write?.saidBy) return;
  const [first] = write.records;
  await sendCard(
    tx,
    [
      partOf("撤回提示", {
        card: {
          title: "原消息撤回了，账还在",
          tone: "orange",
          blocks: [
            text(
              `<at id=${write.saidBy}></at> 您撤回的“${typed(first?.words ?? "", 60)}”已经记了账。要一起撤销吗？`,
            ),
            buttons({ label: "撤销这笔账", does: "undo", look: "primary" }, { label: "保留", does: "keep" }),
          ],
        },
        model: { writeId: write.writeId },
      }),
    ],
    { lane: event.chatId, owner: write.saidBy, cause: `inbox:${row.seq}`, label: labelOf(parts) },
    now,
  );
}
