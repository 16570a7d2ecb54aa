import type { Attendance } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { typed } from "../typed.js";

export interface Expected {
  /** who is asked to come; with it also who has said neither */
  invited?: readonly Person[];
  /** open_ids of those who are named, the others are counted; null: all */
  here?: ReadonlySet<string> | null;
}

/** `参会2人：张伟、王芳`, `请假3人：陈主任，另2人`; with `invited` also who has said neither. */
export function attendanceLines(
  answers: readonly Attendance[],
  { invited = [], here = null }: Expected = {},
): string[] {
  const answered = new Set(answers.map(({ openId }) => openId));
  const line = (word: string, list: readonly Named[]) => `${word}${list.length}人${namesOf(list, here)}`;
  const said = (word: string) => answers.filter(({ answer }) => answer === word);
  const coming = said("参会");
  const away = said("请假");
  const silent = invited.filter(({ openId }) => !answered.has(openId));
  return [
    coming.length > 0 ? line("参会", coming) : "还没有人报参会",
    ...(away.length > 0 ? [line("请假", away)] : []),
    ...(silent.length > 0 ? [line("还没回复", silent)] : []),
  ];
}

type Named = Pick<Attendance, "openId" | "name" | "standIn">;

/** Who is not of the chat is counted, not named there by surprise. */
function namesOf(list: readonly Named[], here: ReadonlySet<string> | null): string {
  const named = list.filter(({ openId }) => here?.has(openId) ?? true);
  const names = named
    .map(({ name, standIn }) => `${typed(name, 20)}${standIn ? `（${typed(standIn, 20)}替会）` : ""}`)
    .join("、");
  const others = list.length - named.length;
  if (named.length === 0) return "";
  return `：${names}${others > 0 ? `，另${others}人` : ""}`;
}
