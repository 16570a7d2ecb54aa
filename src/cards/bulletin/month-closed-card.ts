import { DRAFT_AFTER } from "../../domain/bulletin.js";
import { closeDayOf } from "../../domain/data-month.js";
import { dayOf, formatDay } from "../../domain/day.js";
import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import { addMonths, formatPeriod, type Period } from "../../domain/period.js";
import { greyWords, reportWords } from "../../domain/report-counts.js";
import { addWorkdays } from "../../domain/workdays.js";
import type { Snapshot } from "../../store/months.js";
import { type CardView, note, text } from "../card.js";
import { restatedCount } from "../months/restated-line.js";
import { asCounted, type SnapshotLine } from "../months/snapshot-card.js";
import { closedWords, snapshotNumber } from "../months/snapshot-words.js";
import { typed } from "../typed.js";

/** names of one kind that a phone still shows */
const MOST = 10;

export interface MonthClosed {
  /** the lamps at the close before, by code; null where there was none */
  before: ReadonlyMap<string, LampColour> | null;
  restated: number;
  now: number;
}

/** 月度关账: the snapshot's number, lamps and what changed, who is missing, and what comes next. */
export function monthClosedCard(
  snapshot: Snapshot,
  lines: readonly SnapshotLine[],
  { before, restated, now }: MonthClosed,
): CardView {
  const { month } = snapshot;
  const name = formatPeriod(month);
  // What is finished owes no report and has no lamp to change.
  const open = lines.filter(({ isFinished }) => !isFinished);
  const finished = lines.length - open.length;
  const count = (lamp: LampColour) => open.filter((one) => one.lamp === lamp).length;
  const lamps = (["red", "yellow", "green", "grey"] as const).map((one) => `${lampSign(one)}${count(one)}`);
  const missing = open.filter(isMissing).map((one) => one.name);
  const counted = open.map(asCounted);
  const grey = greyWords(counted);
  return {
    title: `${name}已关账　快照 ${snapshotNumber(snapshot)}`,
    subtitle: closedWords(snapshot, now),
    tone: "blue",
    blocks: [
      text(
        [
          `**${reportWords(counted, "已报")}**`,
          ...(missing.length > 0 ? [`未报：${named(missing)}`] : []),
          `${lamps.join(" ")}${grey ? `（${grey}）` : ""}，共${open.length}个${finished > 0 ? `，另有竣工${finished}个` : ""}`,
          ...changes(open, before, month),
        ].join("\n"),
      ),
      text(`**更正**　${restatedCount(month, restated) || "关账以后还没有更正"}`),
      text(nextSteps(month, missing.length, dayOf(now)).join("\n")),
      note("不需要这条提醒，请发“退订 月度关账”。"),
    ],
  };
}

function changes(lines: readonly SnapshotLine[], before: MonthClosed["before"], month: Period): string[] {
  if (!before) return [];
  const last = formatPeriod(addMonths(month, -1), month);
  const moved = lines.filter(({ code, lamp }) => before.has(code) && before.get(code) !== lamp);
  const to = (lamp: LampColour, words: string) => {
    const names = moved.filter((one) => one.lamp === lamp).map((one) => one.name);
    return names.length > 0 ? [`${lampSign(lamp)} ${words}${names.length}：${named(names)}`] : [];
  };
  const said = [
    ...to("red", "新增红"),
    ...to("yellow", "转黄"),
    ...to("green", "转绿"),
    ...to("grey", "转灰"),
  ];
  return said.length > 0 ? [`**比${last}**`, ...said] : [`比${last}，灯没有变化`];
}

function nextSteps(month: Period, missing: number, today: string): string[] {
  const draftOn = addWorkdays(closeDayOf(month), DRAFT_AFTER);
  const next = addMonths(month, 1);
  return [
    "**下一步**",
    ...(missing > 0 ? ["未报的请催一催；补报照常收，记为更正"] : []),
    draftOn > today
      ? `${formatDay(draftOn, today)}把通报草稿发在这里；现在就要，点“看通报”`
      : "通报草稿请点“看通报”",
    `${formatPeriod(next, month)}数据${formatDay(closeDayOf(next), today)}关账`,
  ];
}

/** It owed a report of the month, and none had come when it closed. */
export const isMissing = ({ isFinished, isNotOwed, reported }: SnapshotLine): boolean =>
  !isFinished && !isNotOwed && !reported;

/** Names of projects hold a 、 themselves, so a list of them is parted otherwise. */
const named = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST)
    .map((name) => typed(name, 40))
    .join("；")}${names.length > MOST ? `等${names.length}个` : ""}`;
