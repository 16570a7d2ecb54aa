import { postingTimes } from "../posting-times.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import { isOn } from "./chosen.js";
import { chosenIn } from "./subscribed.js";
import type { Wanted } from "./wanted.js";

/**
 * Turns a post of this chat, or the speaker's own, on or off. What was due while it was off is not made up;
 * the audit trail keeps a change.
 *
 * @returns when it comes, in words
 */
export async function turnOn(turn: Turn, wanted: Wanted, active: boolean): Promise<string> {
  const { tx, now } = turn;
  const key = wanted.is === "post" ? turn.chat.chatId : turn.speaker.openId;
  const known =
    wanted.is === "post"
      ? await chosenIn(wanted.post, tx, turn.chat)
      : {
          chatId: key,
          job: wanted.name,
          active: isOn(wanted.nudge, await tx.schedule.ofChat(key)),
          since: 0,
          weekday: null,
          time: null,
        };
  const since = active && !known.active ? now : known.since;
  await tx.schedule.subscribe({ ...known, active, since });
  if (turn.chat.type === "p2p") await tx.chats.setPerson(turn.chat.chatId, turn.speaker.openId);
  if (known.active !== active)
    await recordChanges(turn, {
      subject: "posts",
      subjectId: key,
      what: `定时消息 ${wanted.name}`,
      from: received(known.active),
      to: received(active),
    });
  return wanted.is === "post" ? postingTimes(wanted.post, known) : wanted.nudge.when;
}

const received = (active: boolean): string => (active ? "收" : "不收");
