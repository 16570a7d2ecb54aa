import type { Attendance } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { typed } from "../typed.js";

/** `参会2人：张伟、王芳`, `请假1人：…`; with `invited` also who has said neither. */
export function attendanceLines(answers: readonly Attendance[], invited: readonly Person[] = []): string[] {
  const names = (word: string) =>
    answers.filter(({ answer }) => answer === word).map(({ name }) => typed(name, 20));
  const line = (word: string, list: string[]) => `${word}${list.length}人：${list.join("、")}`;
  const coming = names("参会");
  const away = names("请假");
  const answered = new Set(answers.map(({ openId }) => openId));
  const silent = invited.filter(({ openId }) => !answered.has(openId)).map(({ name }) => typed(name, 20));
  return [
    coming.length > 0 ? line("参会", coming) : "还没有人报参会",
    ...(away.length > 0 ? [line("请假", away)] : []),
    ...(silent.length > 0 ? [line("还没回复", silent)] : []),
  ];
}
