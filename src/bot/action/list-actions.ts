import { actionListCard } from "../../cards/action/action-list-card.js";
import type { CardView } from "../../cards/card.js";
import { meetingTime } from "../../cards/meeting-time.js";
import { typed } from "../../cards/typed.js";
import { type Action, isOpenAction } from "../../domain/action.js";
import { carriedOf, carriedWords, isLate } from "../../domain/action-carry.js";
import { dayOf, formatDay } from "../../domain/day.js";
import { findMentions } from "../../language/names/mentions.js";
import { normalise } from "../../language/text/normalise.js";
import type { Meeting } from "../../store/meetings.js";
import type { Answer, ClickHandler } from "../command.js";
import { decidingMeeting, known, meetingBefore } from "../meeting/meetings-here.js";
import { projectsNamed } from "../projects-named.js";
import type { Turn } from "../turn.js";
import { actionClicks } from "./clicks.js";

/** Which actions a list is of; plain JSON. */
interface Filter {
  unit?: string;
  /** the project's code */
  code?: string;
  meetingId?: number;
  isLate?: true;
  state?: "open" | "finish-asked" | "closed";
  /** closed ones, too */
  all?: true;
}

interface ListModel {
  filter: Filter;
}

const LATE = /逾期|超期|过期/;
const ASKED = /等办结|待办结|申请办结/;
const SILENT = /待知悉|没知悉|未知悉|没有知悉/;
const CLOSED = /(?<![未没])(?:已办结|办结的|完成的)/;
const ALL = /全部|所有|历史/;
const OWN = /我|本单位|咱/;
const LAST_MEETING = /上(?:一)?次|[本这]次|会上/;
const YEAR = 366 * 24 * 3_600_000;

/** `议定事项 区建管委 逾期`: the open ones, or those that the words ask for. */
export async function listActions(turn: Turn, words: string): Promise<Answer> {
  const model: ListModel = { filter: await filterIn(turn, words) };
  return { card: await listView(turn, model.filter, 1), model };
}

/** The buttons of a list of actions and of the actions opened from it. */
export const actionListClicks: Record<string, ClickHandler> = {
  ...actionClicks,
  page: {
    repeats: true,
    async run(turn, { args, model }) {
      return { toast: "好的", card: await listView(turn, (model as ListModel).filter, Number(args.page)) };
    },
  },
};

async function filterIn(turn: Turn, words: string): Promise<Filter> {
  const { text } = normalise(words);
  const unit = findMentions(text, turn.names).find((mention) => mention.unit !== undefined)?.unit;
  const [project, ...others] = unit ? [] : await projectsNamed(turn, words);
  const own = OWN.test(words) ? turn.speaker.unit : null;
  const meeting = await meetingIn(turn, words);
  return {
    ...(unit ? { unit } : own ? { unit: own } : {}),
    ...(project && others.length === 0 ? { code: project.code } : {}),
    ...(meeting ? { meetingId: meeting.id, all: true as const } : {}),
    ...(LATE.test(words) ? { isLate: true as const } : {}),
    ...(ASKED.test(words)
      ? { state: "finish-asked" as const }
      : SILENT.test(words)
        ? { state: "open" as const }
        : CLOSED.test(words)
          ? { state: "closed" as const }
          : {}),
    ...(ALL.test(words) ? { all: true as const } : {}),
  };
}

/** 上次会的, 9月13日的会: the meeting whose actions are asked for. */
async function meetingIn(turn: Turn, words: string): Promise<Meeting | null> {
  const { tx, now, chat } = turn;
  const held = await known(tx, await tx.meetings.between(now - YEAR, now + 1), chat.chatId);
  const said = words.normalize("NFKC");
  const named = held.findLast(({ startsAt }) => said.includes(formatDay(dayOf(startsAt))));
  if (named) return named;
  if (!LAST_MEETING.test(words)) return null;
  const last = { chatId: chat.chatId, kind: "推进会" as const, code: null, problem: null, title: "" };
  return (await decidingMeeting(turn)) ?? meetingBefore(tx, last, now);
}

async function listView(turn: Turn, filter: Filter, page: number): Promise<CardView> {
  const { tx, now } = turn;
  const { unit, code, meetingId, state } = filter;
  const found = await tx.actions.list({
    withClosed: filter.all === true || state === "closed",
    ...(unit ? { unit } : {}),
    ...(meetingId === undefined ? {} : { meetingId }),
  });
  const actions = found.filter(
    (one) =>
      (!code || one.code === code) &&
      (!filter.isLate || isLate(one, now)) &&
      (!state || one.state === state || (state === "closed" && !isOpenAction(one))),
  );
  const names = new Map((await tx.projects.all()).map((project) => [project.code, project.name]));
  const meeting = meetingId === undefined ? null : await tx.meetings.find(meetingId);
  return actionListCard({
    title: titleOf(filter, code ? names.get(code) : undefined),
    head: meeting ? headOf(meeting, actions, now) : "",
    actions,
    names,
    page,
    now,
  });
}

function headOf(meeting: Meeting, actions: readonly Action[], now: number): string {
  const counted = actions.length > 0 ? `\n${carriedWords(carriedOf(actions, now), "议定")}` : "";
  return `${meetingTime(meeting.startsAt, now)} ${typed(meeting.title, 40)}${counted}`;
}

function titleOf({ unit, isLate: late, state, all, meetingId }: Filter, project: string | undefined): string {
  const kind =
    meetingId !== undefined
      ? "这次会的议定事项"
      : late
        ? "逾期的议定事项"
        : state === "finish-asked"
          ? "等办结的议定事项"
          : state === "open"
            ? "待知悉的议定事项"
            : state === "closed"
              ? "已办结的议定事项"
              : all
                ? "全部议定事项"
                : "没办结的议定事项";
  return [unit ?? "", project ?? "", kind].filter(Boolean).join(" ");
}
