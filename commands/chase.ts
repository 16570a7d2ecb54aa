import { labelOf } from "../src/bot/bot-parts.js";
import { brief } from "../src/bot/brief.js";
import {
  type Addressees,
  addressees,
  CHASE_NUDGE,
  chaseByHand,
  runOf,
} from "../src/bot/chase/chase-by-hand.js";
import { type ChaseModel, drawnChase } from "../src/bot/chase/chase-clicks.js";
import { chasedIn } from "../src/bot/chase/chased.js";
import type { Answer, ClickAnswer, Command } from "../src/bot/command.js";
import { hidesPricesFrom } from "../src/bot/nudging.js";
import { refusedAct } from "../src/bot/permissions.js";
import { postsFrom } from "../src/bot/posting-time.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refusedClick } from "../src/bot/refuse.js";
import { partOf, sendCard } from "../src/bot/send.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { dayOf, formatInstant } from "../src/domain/day.js";
import { formatPeriod, type Period, periodOf } from "../src/domain/period.js";
import type { SettingKey } from "../src/store/settings.js";

const HOUR = 3_600_000;
const NAMED = 10;

interface Model {
  month: Period;
  /** full names of the units whose people are asked alone; without it everybody is */
  units?: readonly string[];
}

/** 催报: now, by hand, to whose reports are missing, all or of a unit; shown before it leaves, once an hour a chat. */
export const chase: Command = {
  name: "催报",
  aliases: ["催一下", "催报一下"],
  topic: "会议与提醒",
  summary: "马上私下提醒还没报的人，先看名单再发；可以只催一家单位；每群每小时一次",
  examples: ["催报", "催报 区建管委"],
  act: "posts.chase",
  async run(turn, { rest }): Promise<Answer> {
    const round = chaseByHand(turn);
    const { month } = round;
    const what = formatPeriod(month, periodOf(dayOf(turn.now)));
    const chased = chasedIn(turn, rest);
    if ("unread" in chased) return brief("没有催", chased.unread);
    if (chased.month && chased.month !== month)
      return brief("没有催", `现在催的是${what}的进度，请发“催报”。别的月份谁没报，请问“8月谁没报”。`);
    const found = await addressees(turn, round, chased.units);
    const { people, missing, silent } = found;
    const whose = chased.units.length > 0 ? typed(chased.units.join("、"), 60) : "";
    if (missing === 0) return brief(`${what}都报齐了`, `${whose}${whose ? `${what}都报了，` : ""}不用催。`);
    const left = await leftOutWords(turn, found);
    const unasked = silent > 0 ? `另有${silent}个项目的联络员没有账号，催不到。` : "";
    if (people.size === 0 && left !== "")
      return brief("没有催", `${whose}${what}还有${missing}个项目没报。${left}${unasked}`);
    if (people.size === 0)
      return brief(
        "没有催",
        `${whose}${what}还有${missing}个项目没报，联络员都没有登记账号。请先发“联络员 单位 @某人”。`,
      );
    const wait = await waitFor(turn);
    if (wait > 0) return brief("刚催过", `本群每小时只催一次，${Math.ceil(wait / 60_000)}分钟后再来。`);
    return {
      card: {
        title: `要催${people.size}个人报${what}进度吗？`,
        tone: "blue",
        blocks: [
          text(`${whose}还有${missing}个项目没报。会私下提醒：${await namesOf(turn, [...people.keys()])}。`),
          ...(left ? [text(left)] : []),
          ...(unasked ? [text(unasked)] : []),
          ...(notNow(turn) ? [text(`${notNow(turn)}。`)] : []),
          buttons({ label: "发出", does: "send", look: "primary" }, { label: "算了", does: "drop" }),
          note("只发给本人，群里不点名。"),
        ],
      },
      model: { month, ...(chased.units.length > 0 ? { units: chased.units } : {}) } satisfies Model,
    };
  },
  clicks: {
    send: { run: sendAll },
    drop: { run: async () => ({ toast: "好的，没有催", ...brief("没有催", "没有发给任何人。") }) },
  },
};

async function sendAll(turn: Turn, { model }: { model: unknown }): Promise<ClickAnswer> {
  const refusal = await refusedAct(turn, "posts.chase");
  if (refusal) return refusedClick(turn, refusal, "催报");
  const { month, units = [] } = model as Model;
  const wait = await waitFor(turn);
  if (wait > 0) return { toast: `本群每小时只催一次，${Math.ceil(wait / 60_000)}分钟后再来`, tone: "info" };
  const later = notNow(turn);
  if (later) return { toast: later, tone: "info" };
  const round = chaseByHand(turn);
  if (round.month !== month) return { toast: "要催的月份已经变了，请重新发“催报”", tone: "info" };
  const found = await addressees(turn, round, units);
  const { people } = found;
  const left = await leftOutWords(turn, found);
  if (people.size === 0)
    return { toast: "没有催", tone: "info", ...brief("没有催", left || "都报齐了，不用催。") };
  await turn.tx.settings.set(settingOf(turn), String(turn.now));
  for (const [to, { missing, isAll }] of people) {
    // Who was asked for all that is missing is not asked once more by the bot's own round.
    if (round.isInRound && isAll) await turn.tx.schedule.claim(runOf(round, to), turn.now, turn.now);
    const codes = missing.map(({ project }) => project.code);
    const chased: ChaseModel = { month, stage: round.stage, codes, done: [] };
    const answer = await drawnChase(turn, chased, !(await turn.tx.outsiders.has(to)), missing);
    await sendCard(
      turn.tx,
      [partOf(CHASE_NUDGE, answer)],
      {
        lane: to,
        owner: to,
        cause: `chase:${turn.writeId}`,
        label: labelOf(turn),
        hidesPrices: await hidesPricesFrom(turn.tx, to),
      },
      turn.now,
    );
  }
  await recordChanges(turn, {
    subject: "posts",
    subjectId: turn.chat.chatId,
    what: "催报",
    from: null,
    to: `${month} ${people.size}人`,
  });
  return {
    toast: `已提醒${people.size}个人`,
    ...brief("已催报", `私下提醒了${await namesOf(turn, [...people.keys()])}。${left}`),
  };
}

/** Private reminders keep to posting hours: from when on they can leave; null within them. */
function notNow({ now }: Turn): string | null {
  const from = postsFrom(now);
  return from === now ? null : `现在不是提醒时间，${formatInstant(from, now)}以后再点“发出”`;
}

/** Who is not asked, and why; empty where nobody is left out. */
async function leftOutWords(turn: Turn, { muted, off, askedToday }: Addressees): Promise<string> {
  const groups = [
    ["静音中，不催", muted],
    ["已退订催报提醒，不催", off],
    ["今天已经私下提醒过，不再催", askedToday],
  ] as const;
  const words: string[] = [];
  for (const [why, people] of groups)
    if (people.length > 0) words.push(`${why}：${await namesOf(turn, people)}。`);
  return words.join("");
}

const settingOf = ({ chat }: Turn): SettingKey => `chased ${chat.chatId}`;

async function waitFor(turn: Turn): Promise<number> {
  const last = await turn.tx.settings.get(settingOf(turn));
  return last === null ? 0 : Number(last) + HOUR - turn.now;
}

async function namesOf({ tx }: Turn, people: readonly string[]): Promise<string> {
  const known = await Promise.all(people.slice(0, NAMED).map((openId) => tx.people.find(openId)));
  const names = known.map((person) => typed(person?.name ?? "联络员", 20));
  return `${names.join("、")}${people.length > NAMED ? `等${people.length}人` : ""}`;
}
