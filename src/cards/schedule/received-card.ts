import { type Day, dayOf, daysBetween, formatDay, timeOf, weekdayName } from "../../domain/day.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
import { typed } from "../typed.js";

/** A post as 订阅列表 names it. */
export interface Shown {
  name: string;
  summary: string;
  /** when it comes, in words */
  when: string;
  isOn: boolean;
  /** by when it comes next, epoch ms, the nearest first; empty where nothing is known ahead */
  runs: readonly number[];
  /** what stands where no day is known ahead; left out = 排了会才有 */
  whenUnknown?: string;
  /** told to one person in private */
  isPersonal?: boolean;
}

export interface Received {
  isGroup: boolean;
  today: Day;
  shown: readonly Shown[];
  /** `到9月23日（周五）` while nothing is posted */
  muted: string | null;
  /** units and projects that the posts are about; empty = all */
  about: readonly string[];
}

/** units and projects that are named */
const NAMED = 6;
/** runs of all posts together that are named with day and hour */
const COMING = 5;
/** calendar days within which more than the next run of a post is named */
const NEAR = 45;

/** 订阅列表: what a chat gets and when, what it may get besides, and how to change it. */
export function receivedCard({ isGroup, today, shown, muted, about }: Received): CardView {
  const on = shown.filter((one) => one.isOn);
  const off = shown.filter((one) => !one.isOn);
  const blocks: Block[] = [
    ...(muted ? [text(`🔕 静音${muted}：这期间的不发，以后也不补。`)] : []),
    ...coming(on, today),
    ...(on.length > 0 ? on.map((one) => text(lineOf(one, today))) : [text("现在什么都不收。")]),
    ...(about.length > 0 ? [text(`滞后摘要、报送进度只讲绑定的：${namesOf(about)}。`)] : []),
    ...(off.length > 0 ? [rule, text(["还可以订阅：", ...off.map(offLine)].join("\n"))] : []),
    ...(muted ? [buttons({ label: "取消静音", does: "unmute" })] : []),
    note("要开请发“订阅 名称”，要关请发“退订 名称”；“静音 3天”暂停，“预览 名称”先看一眼。"),
  ];
  return { title: `${isGroup ? "本群" : "您"}的提醒`, tone: "blue", blocks };
}

/** `9月26日（周一）09:10　滞后摘要`, the next ones of all posts together. */
function coming(on: readonly Shown[], today: Day): Block[] {
  const runs = on
    .flatMap(({ name, runs: own }) => own.map((by) => ({ by, name })))
    .sort((a, b) => a.by - b.by)
    .slice(0, COMING);
  if (runs.length === 0) return [];
  const lines = runs.map(({ by, name }) => `${nextDay(dayOf(by), today)}${timeOf(by)}　${name}`);
  return [text(["**接下来**", ...lines].join("\n"))];
}

function lineOf(one: Shown, today: Day): string {
  const [next, ...later] = one.runs.map(dayOf);
  const near = later.filter((day) => daysBetween(today, day) <= NEAR).map((day) => formatDay(day, today));
  const days = next ? `下次${[nextDay(next, today), ...near].join("、")}` : unknownWords(one);
  return `✅ **${one.name}**　${one.when}\n${one.summary}。${days}`;
}

const offLine = ({ name, when, summary }: Shown): string => `－ **${name}**　${summary}（${when}）`;

/** The nearest with its weekday: that is the one people look for. */
const nextDay = (day: Day, today: Day): string => `${formatDay(day, today)}（${weekdayName(day)}）`;

const unknownWords = ({ isPersonal, whenUnknown = "排了会才有" }: Shown): string =>
  isPersonal ? "有到期的当天早上告诉您" : `没有排定的，${whenUnknown}`;

const namesOf = (about: readonly string[]): string =>
  `${about
    .slice(0, NAMED)
    .map((name) => typed(name, 30))
    .join("、")}${about.length > NAMED ? `等${about.length}个` : ""}`;
