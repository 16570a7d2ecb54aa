import { brief } from "../src/bot/brief.js";
import type { Answer, Call, ClickAnswer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { mutedHere, mutedWords, muteHere } from "../src/bot/schedule/mute.js";
import { isOpenHoliday, quietTime } from "../src/bot/schedule/quiet-words.js";
import { LONGEST, readUntil, type Until } from "../src/bot/schedule/read-until.js";
import { notForAll } from "../src/bot/schedule/whose.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { addDays, type Day, dayOf, formatDay, isDay } from "../src/domain/day.js";
import { type Holiday, holidayNamed } from "../src/domain/holiday.js";

/** 静音: nothing is posted here for some days, and nothing of it is made up afterwards. */
export const mute: Command = {
  name: "静音",
  aliases: ["免打扰"],
  topic: "会议与提醒",
  summary: "这里暂停几天提醒，过后不补；私聊里是暂停您自己的",
  examples: ["静音 3天", "静音到周五"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  async run(turn, call) {
    const others = notForAll(turn, call.rest, { own: "静音 3天", all: "静音 3天" });
    if (others) return brief("没有静音", others);
    const said = wordsOf(turn, call);
    const holiday = holidayNamed(said, dayOf(turn.now));
    if (holiday) return overHoliday(turn, holiday);
    const until = readUntil(said, dayOf(turn.now));
    if (until.is !== "until") return { card: await askUntil(turn, until, said) };
    const refusal = await mayArrangePosts(turn);
    return refusal ? refused(turn, refusal, "静音") : { card: await silence(turn, until.day) };
  },
  clicks: {
    until: { run: (turn, { args }) => byButton(turn, String(args.day)) },
    end: { run: endByButton },
  },
};

/** 取消静音: posts come again from now on. */
export const unmute: Command = {
  name: "取消静音",
  aliases: ["解除静音", "结束静音", "恢复提醒"],
  topic: "会议与提醒",
  summary: "提醒马上恢复",
  examples: ["取消静音"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  async run(turn) {
    const refusal = await mayArrangePosts(turn);
    return refusal ? refused(turn, refusal, "取消静音") : end(turn);
  },
};

/** What is said of the time. Plain words are the whole message: 静音到周五 says it, 先别发提醒了 does not. */
function wordsOf({ words }: Turn, { rest }: Call): string {
  if (rest.startsWith("静音")) return rest.slice(2).trim();
  return rest === words.trim() ? quietTime(rest) : rest;
}

/**
 * 国庆期间别打扰我们: begun, or with nothing to post before it, it is a silence to its last day. Said earlier, a
 * silence from now on would also drop what is due before it: that is asked.
 */
async function overHoliday(turn: Turn, { name, from, until }: Holiday): Promise<Answer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refused(turn, refusal, "静音");
  const today = dayOf(turn.now);
  if (isOpenHoliday({ from, until }, today)) return { card: await silence(turn, until) };
  const days = `${formatDay(from, today)}到${formatDay(until, today)}`;
  return {
    card: {
      title: `${name}假期本来就不发`,
      tone: "blue",
      blocks: [
        text(
          `${name}放假（${days}）是休息日，休息日我不发提醒，不用静音。还没有改：要从今天起就不发、一直静音到假期结束，请点下面，这几天的提醒也不发、不补。`,
        ),
        buttons({ label: `从今天起静音${mutedWords(until, turn.now)}`, does: "until", args: { day: until } }),
      ],
    },
  };
}

async function silence(turn: Turn, day: Day): Promise<CardView> {
  const { chat, now } = turn;
  const before = await muteHere(turn, day);
  const changed = before !== null && before !== day ? `原来${mutedWords(before, now)}，改为` : "";
  const who = chat.type === "p2p" ? "不私下提醒您" : "本群不发提醒";
  return {
    title: `已静音${mutedWords(day, now)}`,
    tone: "green",
    blocks: [
      text(`${changed}${mutedWords(day, now)}为止${who}，这期间的以后也不补。问我照样马上答。`),
      buttons({ label: "取消静音", does: "end" }),
      note("想换个日子，再发一次，如“静音到周五”。"),
    ],
  };
}

async function end(turn: Turn): Promise<Answer> {
  const before = await muteHere(turn, null);
  return before === null
    ? said("没有静音", "这里本来就没有静音，提醒照常发。")
    : said(
        "已取消静音",
        `原来静音${mutedWords(before, turn.now)}，现在恢复。静音时漏掉的不补，看接下来的请发“订阅列表”。`,
      );
}

async function askUntil(turn: Turn, { is }: Until, words: string): Promise<CardView> {
  const today = dayOf(turn.now);
  const until = await mutedHere(turn);
  const choices = [
    { label: "今天", day: today },
    { label: "3天", day: addDays(today, 2) },
    { label: "一周", day: addDays(today, 6) },
  ];
  return {
    title: "静音到哪天？",
    tone: "blue",
    blocks: [
      text(`${until ? `现在静音${mutedWords(until, turn.now)}。` : ""}${ASKED[is](words)}`),
      buttons(
        ...choices.map(({ label, day }) => ({
          label: `${label}（${mutedWords(day, turn.now).replace(/（.*$/, "")}）`,
          does: "until",
          args: { day },
        })),
        ...(until ? [{ label: "取消静音", does: "end" }] : []),
      ),
      note("也可以写日子，如“静音到周五”“静音到9月30日”“静音 3天”。"),
    ],
  };
}

const ASKED: Record<Until["is"], (words: string) => string> = {
  until: () => "",
  none: () => "还没有改，请选一个。",
  unclear: (words) => `没看懂“${typed(words, 30)}”，没有改。`,
  past: (words) => `“${typed(words, 30)}”已经过去了，没有改。`,
  "too-long": () => `一次最多静音${LONGEST}天，没有改。一直不想收，请发“退订 名称”。`,
};

async function byButton(turn: Turn, day: string): Promise<ClickAnswer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refusedClick(turn, refusal, "静音");
  if (!isDay(day) || day < dayOf(turn.now))
    return { toast: "这天已经过去了，请再发一次“静音”", tone: "info" };
  return { toast: "已静音", card: await silence(turn, day) };
}

async function endByButton(turn: Turn): Promise<ClickAnswer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refusedClick(turn, refusal, "取消静音");
  const { card } = await end(turn);
  return { toast: card.title, card };
}

function said(title: string, sentence: string): Answer {
  return brief(title, sentence, title === "没有静音" ? "grey" : "green");
}
