import { dayOf, formatDay, formatInstant } from "../../domain/day.js";
import type { Problem, ProblemChange, ProblemEvent } from "../../domain/problem.js";
import { type Button, buttons, type CardView, note, rule, type Tone, text } from "../card.js";
import { typed } from "../typed.js";
import { dueWords, levelName, peopleWords, STATES, saidWords, shownLevel } from "./problem-words.js";

/** events on the card; a problem that has more is looked up in 历史 */
const MOST_EVENTS = 12;

const TONES: Record<Problem["state"], Tone> = {
  open: "orange",
  "in-progress": "orange",
  "resolve-asked": "blue",
  closed: "green",
  reopened: "red",
};

export interface ProblemView {
  problem: Problem;
  project: string;
  /** oldest first */
  events: readonly ProblemEvent[];
  now: number;
  hasMoney: boolean;
}

/** One problem: where it stands, who sees to it until when, and all that has become of it. */
export function problemCard(view: ProblemView, offered: readonly Button[]): CardView {
  const { problem, project, events, now, hasMoney } = view;
  const shown = events.slice(-MOST_EVENTS);
  const { measures, extensions } = problem;
  return {
    title: `#${problem.number} ${STATES[problem.state]}　${project}`,
    tone: TONES[problem.state],
    blocks: [
      text(
        [
          `**${saidWords(problem.words, hasMoney, 200)}**`,
          `${problem.category}${problem.grade ? `　${problem.grade}` : ""}　${levelName(shownLevel(problem, now))}${problem.isReported ? "　已上报" : ""}`,
          peopleWords(problem),
          `期限 ${dueWords(problem, now)}${extensions.length > 0 ? `　延过${extensions.length}次` : ""}`,
          ...(problem.evidence ? [`佐证：${problem.evidence}条消息`] : []),
          ...measures.slice(-3).map((measure) => `措施 ${saidWords(measure, hasMoney)}`),
        ].join("\n"),
      ),
      rule,
      text(
        [
          "**经过**",
          ...(events.length > shown.length ? [`前面还有${events.length - shown.length}条`] : []),
          ...shown.map((event) => eventLine(event, now, hasMoney)),
        ].join("\n"),
      ),
      ...(offered.length > 0 ? [buttons(...offered)] : []),
      note("回复这张卡片就能接着办，如“让绿容局牵头”“延到10月底，原因管线未迁”“解决了”"),
    ],
  };
}

function eventLine(event: ProblemEvent, now: number, hasMoney: boolean): string {
  const what = changeWords(event.change, now, hasMoney);
  const told = `${formatInstant(event.saidAt, now)} ${typed(event.saidByName, 20)}：${what}`;
  return event.undone ? `~~${told.replaceAll("**", "")}~~（已撤销）` : told;
}

/** A button's own words are not told twice. */
const said = (what: string, words: string): string => `**${what}**${words === what ? "" : `　${words}`}`;

function changeWords(change: ProblemChange, now: number, hasMoney: boolean): string {
  const words = saidWords(change.words, hasMoney, 80);
  switch (change.is) {
    case "open":
      return said("登记", words);
    case "assign":
    case "update":
      return words;
    case "evidence":
      return said("佐证", saidWords(change.words.replace(/^(?:佐证|证据)[:：,，]\s*/, ""), hasMoney, 80));
    case "resolve":
      return said("申请销号", words);
    case "close":
      return "**同意销号**";
    case "reopen":
      return said("退回", words);
    case "extend":
      return `**延期到${formatDay(change.due, dayOf(now))}**　原因：${saidWords(change.reason, hasMoney, 60)}`;
    case "escalate":
      return `**上报**，${levelName(change.level)}`;
  }
}
