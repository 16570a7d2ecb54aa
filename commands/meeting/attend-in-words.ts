import { attend, type Reply } from "../../src/bot/attend.js";
import { brief } from "../../src/bot/brief.js";
import type { Answer, Click, ClickAnswer } from "../../src/bot/command.js";
import { type Candidates, candidatesFor } from "../../src/bot/meeting/attendable.js";
import { type Model, meetingLabel, timeAndPlace } from "../../src/bot/meeting/meeting-texts.js";
import type { Turn } from "../../src/bot/turn.js";
import { type Button, buttons, note, text } from "../../src/cards/card.js";
import { attendButtons } from "../../src/cards/meeting/attend-blocks.js";
import { plain, typed } from "../../src/cards/typed.js";
import { readAttendance } from "../../src/language/attendance.js";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import { typed as asTyped, normalise } from "../../src/language/text/normalise.js";
import type { Attendance, Meeting } from "../../src/store/meetings.js";

const MOST = 5;
const FOR_LEAVE = "要登记休假请说“我请假到9月30日”。";

/** What was said of coming, small enough for a button. */
type Said = { reply: Reply; standIn: string; isSure: boolean };

/** `明天的会我参加`, `请假，王芳代我参会`; null where the words are about something else. */
export function attendanceSaid({ names }: Pick<Turn, "names">, words: string): Said | null {
  const normal = normalise(words);
  const read = readAttendance(mask(normal.text, findMentions(normal.text, names)));
  if (!read) return null;
  const { reply, standIn, isSure } = read;
  return { reply, standIn: standIn ? plain(asTyped(normal, standIn.start, standIn.end), 20) : "", isSure };
}

/** Kept as the button keeps it where one meeting can be meant; else it is asked, and nothing is kept. */
export async function attendInWords(turn: Turn, said: Said, words: string): Promise<Answer> {
  const found = await candidatesFor(turn, words);
  const [only, ...more] = found.meetings;
  if (!only) return nothingAhead(said, words);
  if (more.length === 0 && found.isMeant && (said.isSure || found.isReply)) return kept(turn, only, said);
  return askWhich(turn, found, said);
}

/** The meeting that was asked for is tapped; who taps speaks for themselves alone. */
export async function attendChosen(turn: Turn, { args, owner }: Click): Promise<ClickAnswer> {
  if (owner !== null && owner !== turn.speaker.openId)
    return { toast: "这是在问别人，您来不来请自己说一句“会议我参加”或“会议我请假”", tone: "info" };
  const meeting = await turn.tx.meetings.find(Number(args.id));
  if (!meeting || meeting.startsAt <= turn.now)
    return { toast: "这个会已经开了、取消或改期了", tone: "info" };
  const said: Said = { reply: args.reply as Reply, standIn: String(args.standIn), isSure: true };
  const answer = await kept(turn, meeting, said);
  return { toast: answer.card.title, ...answer };
}

async function kept(turn: Turn, meeting: Meeting, said: Said): Promise<Answer> {
  const { tx, now, speaker } = turn;
  const before = (await tx.meetings.attendance(meeting.id)).find(({ openId }) => openId === speaker.openId);
  await attend(turn, meeting.id, said.reply, { standIn: said.standIn });
  const answer = inWords({ answer: said.reply === "attend" ? "参会" : "请假", standIn: said.standIn });
  const was = before && inWords(before) !== answer ? `原来是${inWords(before)}，改为${answer}。` : "";
  const how =
    said.reply === "attend"
      ? "来不了请说“会议我请假”，有人替会请说“请假，某某代我参会”。"
      : `${said.standIn ? "换人" : "有人替会"}请说“请假，某某代我参会”，又能来了请说“会议我参加”。`;
  const [coming, away] = attendButtons;
  const other = said.reply === "attend" ? away : coming;
  return {
    card: {
      title: `已记下：${plain(answer, 40)}`,
      tone: "green",
      blocks: [
        text(`${nameOf(meeting)}${timeAndPlace(meeting, now)}，${typed(answer, 40)}。${was}${how}`),
        ...(other ? [buttons({ label: `改成${other.label}`, does: other.does })] : []),
      ],
    },
    model: { id: meeting.id } satisfies Model,
  };
}

function askWhich({ now }: Turn, { meetings, isMeant }: Candidates, said: Said): Answer {
  const verb = said.reply === "attend" ? "参会" : said.standIn ? `请假，${said.standIn}替会` : "请假";
  const choices = meetings.slice(0, MOST).map(
    (one): Button => ({
      label: `${meetingLabel(one, now)}　${verb}`,
      does: "reply",
      args: { id: one.id, reply: said.reply, standIn: said.standIn },
    }),
  );
  const times = meetings.slice(0, MOST).map((one) => `${nameOf(one)}${timeAndPlace(one, now)}`);
  return {
    card: {
      title: "说的是哪个会？",
      tone: "blue",
      blocks: [
        text(`${isMeant ? "" : "没有您说的那个会。"}排着的有：${times.join("；")}。还没有记，是的话点一下。`),
        buttons(...choices),
        ...(said.reply === "attend" ? [] : [note(`不是说会的话不用管。${FOR_LEAVE}`)]),
      ],
    },
    model: { id: null } satisfies Model,
  };
}

function nothingAhead({ reply }: Said, words: string): Answer {
  const leave = reply !== "attend" && /请个?假/.test(words) ? FOR_LEAVE : "";
  return brief(
    "现在没有排着的会",
    `不用回复，没有记什么。排了会我会在会前提醒，到时说一声或点“参会”“请假”就行。${leave}`,
    "blue",
  );
}

const nameOf = ({ kind }: Meeting): string => (kind === "专题" ? "" : "推进会 ");

const inWords = ({ answer, standIn }: Pick<Attendance, "answer" | "standIn">): string =>
  standIn ? `${answer}，${standIn}替会` : answer;
