import { labelOf } from "../src/bot/bot-parts.js";
import { brief } from "../src/bot/brief.js";
import { type ChaseModel, drawnChase } from "../src/bot/chase/chase-clicks.js";
import { missingReports } from "../src/bot/chase/missing-reports.js";
import type { Answer, ClickAnswer, Command } from "../src/bot/command.js";
import { hidesPricesFrom } from "../src/bot/nudging.js";
import { askedForEach } from "../src/bot/people/asked-for-each.js";
import { refusedAct } from "../src/bot/permissions.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refusedClick } from "../src/bot/refuse.js";
import { partOf, sendCard } from "../src/bot/send.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { closeDayOf } from "../src/domain/data-month.js";
import { dayOf } from "../src/domain/day.js";
import { addMonths, formatPeriod, type Period, periodOf } from "../src/domain/period.js";
import type { SettingKey } from "../src/store/settings.js";

/** name of the private post, whose buttons answer on the cards sent from here */
const NUDGE = "催报提醒";
const HOUR = 3_600_000;
const NAMED = 10;

interface Model {
  month: Period;
}

/** 催报: now, by hand, to everybody whose reports are missing; shown before it leaves, once an hour a chat. */
export const chase: Command = {
  name: "催报",
  aliases: ["催一下", "催报一下"],
  topic: "会议与提醒",
  summary: "马上私下提醒还没报的人，先看名单再发；每群每小时一次",
  examples: ["催报"],
  act: "posts.chase",
  async run(turn): Promise<Answer> {
    const month = monthToChase(turn);
    const { people, missing, silent } = await addressees(turn, month);
    const what = formatPeriod(month, periodOf(dayOf(turn.now)));
    if (missing === 0) return brief(`${what}都报齐了`, "不用催。");
    if (people.size === 0)
      return brief(
        "没有催",
        `${what}还有${missing}个项目没报，联络员都没有登记账号。请先发“联络员 单位 @某人”。`,
      );
    const wait = await waitFor(turn);
    if (wait > 0) return brief("刚催过", `本群每小时只催一次，${Math.ceil(wait / 60_000)}分钟后再来。`);
    return {
      card: {
        title: `要催${people.size}个人报${what}进度吗？`,
        tone: "blue",
        blocks: [
          text(`还有${missing}个项目没报。会私下提醒：${await namesOf(turn, [...people.keys()])}。`),
          ...(silent > 0 ? [text(`另有${silent}个项目的联络员没有账号，催不到。`)] : []),
          buttons({ label: "发出", does: "send", look: "primary" }, { label: "算了", does: "drop" }),
          note("只发给本人，群里不点名。"),
        ],
      },
      model: { month } satisfies Model,
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
  const { month } = model as Model;
  const wait = await waitFor(turn);
  if (wait > 0) return { toast: `本群每小时只催一次，${Math.ceil(wait / 60_000)}分钟后再来`, tone: "info" };
  const { people } = await addressees(turn, month);
  await turn.tx.settings.set(settingOf(turn), String(turn.now));
  const stage = dayOf(turn.now) > closeDayOf(month) ? "D+1" : "D-1";
  for (const [to, codes] of people) {
    const chased: ChaseModel = { month, stage, codes, done: [] };
    const answer = await drawnChase(turn, chased, !(await turn.tx.outsiders.has(to)));
    await sendCard(
      turn.tx,
      [partOf(NUDGE, answer)],
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
    ...brief("已催报", `私下提醒了${await namesOf(turn, [...people.keys()])}。`),
  };
}

/** The month that is still open, once it is nearly over; before that the closed one, where something lacks. */
function monthToChase({ closedMonth, now }: Turn): Period {
  const open = addMonths(closedMonth, 1);
  return open < periodOf(dayOf(now)) ? open : closedMonth;
}

async function addressees(turn: Turn, month: Period) {
  const missing = (await missingReports(turn, month, turn.sight.codes)).map(({ project }) => project);
  const asked = await askedForEach(turn.tx, missing, dayOf(turn.now));
  const people = new Map<string, string[]>();
  let silent = 0;
  for (const { code } of missing) {
    const to = asked.get(code)?.contact;
    if (to) people.set(to, [...(people.get(to) ?? []), code]);
    else silent += 1;
  }
  return { people, missing: missing.length, silent };
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
