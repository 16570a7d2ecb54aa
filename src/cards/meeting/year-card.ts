import { dayOf, formatDay } from "../../domain/day.js";
import { heldBy, heldWords } from "../../domain/meeting.js";
import type { Meeting } from "../../store/meetings.js";
import { type Block, buttons, type CardView, line, note, text } from "../card.js";
import { isDayOnly, meetingTime } from "../meeting-time.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";

const PAGE = 8;

export interface YearView {
  year: number;
  /** of the year, by time */
  meetings: readonly Meeting[];
  /** by meeting: how many actions it decided, and how many of them are closed */
  actions: ReadonlyMap<number, { all: number; closed: number }>;
  page: number;
  now: number;
}

/** The meetings of a year, and how many 推进会 were held of twelve; those to come stand first. */
export function yearCard({ year, meetings, actions, page, now }: YearView): CardView {
  const isThisYear = dayOf(now).startsWith(String(year));
  const starts = (kind: Meeting["kind"]) =>
    meetings.filter((one) => one.kind === kind).map(({ startsAt }) => startsAt);
  const topics = heldBy(starts("专题"), now);
  const ahead = meetings.filter(({ startsAt }) => startsAt > now);
  const past = meetings.filter(({ startsAt }) => startsAt <= now).toReversed();
  const pages = paged([...ahead, ...past], page, PAGE);
  const turns = pageButtons(pages);
  const counts = [
    `推进会：**${heldWords(heldBy(starts("推进会"), now), year, isThisYear)}**`,
    topics > 0 ? `专题协调会：开了${topics}次` : "",
    ahead.length > 0 ? `还排着${ahead.length}次` : "",
  ];
  return {
    title: `${year}年的会议`,
    tone: "blue",
    blocks: [
      text(counts.filter(Boolean).join("\n")),
      ...pages.shown.map((meeting) => meetingLine(meeting, actions.get(meeting.id), now)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(
        meetings.length === 0
          ? "还没有记着的会。以前开过的，推进办可以补记：排会 补记 1月20日、2月24日"
          : "排会、改期、取消都用一句话说；以前开过没记的：排会 补记 1月20日",
      ),
    ],
  };
}

function meetingLine(
  meeting: Meeting,
  actions: { all: number; closed: number } | undefined,
  now: number,
): Block {
  const { id, title, startsAt, place } = meeting;
  const isBare = isDayOnly(startsAt);
  const when = isBare
    ? formatDay(dayOf(startsAt), dayOf(now))
    : `${meetingTime(startsAt, now)} ${typed(place, 40)}`;
  const decided = actions ? `　议定${actions.all}项，办结${actions.closed}` : "";
  const words = `${startsAt > now ? "🔵" : "✅"} **${typed(title, 40)}**\n${when}${decided}`;
  if (startsAt > now || isBare) return text(words);
  return line(words, { label: "纪要", does: "minutes", args: { id } });
}
