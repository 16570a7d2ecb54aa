import { plain } from "../cards/typed.js";
import type { Attendance, Meeting } from "../store/meetings.js";
import type { Click } from "./command.js";
import { mayOfAll } from "./permissions.js";
import type { Turn } from "./turn.js";

type Attended = { toast: string; tone?: "info"; meeting: Meeting | null };
type Closed = { toast: string; tone: "info" };

/** What somebody says of coming: 参会, 请假, or 请假·换人 with the name of who comes instead. */
export type Reply = "attend" | "decline" | "standIn";

/** The meeting that a button is about; a card may be older than what has become of its meeting. */
export async function stillAhead({ tx, now }: Turn, meetingId: number): Promise<Meeting | Closed> {
  const meeting = await tx.meetings.find(meetingId);
  if (!meeting) return { toast: "这个会已经取消或改期了", tone: "info" };
  return meeting.startsAt > now ? meeting : { toast: "会已经开了", tone: "info" };
}

/** The answer of whoever clicks; the last one counts. Without a meeting the toast says why. */
export async function attend(
  turn: Turn,
  meetingId: number,
  reply: Reply,
  form: Click["form"],
): Promise<Attended> {
  const { tx, speaker, now } = turn;
  const meeting = await stillAhead(turn, meetingId);
  if ("toast" in meeting) return { ...meeting, meeting: null };
  const standIn = reply === "standIn" ? plain(String(form.standIn ?? ""), 20) : "";
  if (reply === "standIn" && !standIn)
    return { toast: "还没有填替会人，填好再点", tone: "info", meeting: null };
  const answer: Attendance = {
    openId: speaker.openId,
    name: speaker.name,
    answer: reply === "attend" ? "参会" : "请假",
    ...(standIn ? { standIn } : {}),
  };
  await tx.meetings.answer(meeting.id, answer, now);
  const said = standIn ? `请假，${standIn}替会` : "请假；有人替会的话，请在下面填上";
  return { toast: `已记下：${reply === "attend" ? "参会" : said}`, meeting };
}

/**
 * Whose answers are told by name: in the meeting's own chat everybody's (null), elsewhere only the speaker's,
 * who may be alone there in knowing the others. The office may look them up in private.
 */
export function namedHere(
  turn: Pick<Turn, "chat" | "speaker">,
  { chatId }: Pick<Meeting, "chatId">,
): ReadonlySet<string> | null {
  const { chat, speaker } = turn;
  if (chat.chatId === chatId || (chat.type === "p2p" && mayOfAll(turn, "meeting.arrange"))) return null;
  return new Set([speaker.openId]);
}
