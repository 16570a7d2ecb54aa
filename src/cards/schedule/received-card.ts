import { type Day, formatDay, weekdayName } from "../../domain/day.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
import { typed } from "../typed.js";

/** A post as 订阅列表 names it. */
export interface Shown {
  name: string;
  summary: string;
  /** when it comes, in words */
  when: string;
  isOn: boolean;
  /** the days on which it comes next; empty where no day is known ahead */
  days: readonly Day[];
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

/** 订阅列表: what a chat gets and when, what it may get besides, and how to change it. */
export function receivedCard({ isGroup, today, shown, muted, about }: Received): CardView {
  const on = shown.filter((one) => one.isOn);
  const off = shown.filter((one) => !one.isOn);
  const blocks: Block[] = [
    ...(muted ? [text(`🔕 静音${muted}：这期间的不发，以后也不补。`)] : []),
    ...(on.length > 0 ? on.map((one) => text(lineOf(one, today))) : [text("现在什么都不收。")]),
    ...(about.length > 0 ? [text(`滞后摘要、报送进度只讲绑定的：${namesOf(about)}。`)] : []),
    ...(off.length > 0 ? [rule, text(["还可以订阅：", ...off.map(offLine)].join("\n"))] : []),
    ...(muted ? [buttons({ label: "取消静音", does: "unmute" })] : []),
    note("要开请发“订阅 名称”，要关请发“退订 名称”；“静音 3天”暂停，“预览 名称”先看一眼。"),
  ];
  return { title: `${isGroup ? "本群" : "您"}的提醒`, tone: "blue", blocks };
}

function lineOf(one: Shown, today: Day): string {
  const days = one.days.map((day, index) => dayWords(day, index === 0, today)).join("、");
  return `✅ **${one.name}**　${one.when}：${one.summary}\n　　接下来：${days || unknownWords(one)}`;
}

const offLine = ({ name, when, summary }: Shown): string => `－ **${name}**　${when}：${summary}`;

/** The nearest with its weekday: that is the one people look for. */
const dayWords = (day: Day, isFirst: boolean, today: Day): string =>
  `${formatDay(day, today)}${isFirst ? `（${weekdayName(day)}）` : ""}`;

const unknownWords = ({ isPersonal }: Shown): string =>
  isPersonal ? "有到期的当天早上告诉您" : "没有排定的，排了会才有";

const namesOf = (about: readonly string[]): string =>
  `${about
    .slice(0, NAMED)
    .map((name) => typed(name, 30))
    .join("、")}${about.length > NAMED ? `等${about.length}个` : ""}`;
