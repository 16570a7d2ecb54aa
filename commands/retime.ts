import { brief } from "../src/bot/brief.js";
import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import type { Post } from "../src/bot/post.js";
import { EARLIEST, LATEST } from "../src/bot/posting-time.js";
import { postingTimes } from "../src/bot/posting-times.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { isMovable, movableHere, movePost, ownOf } from "../src/bot/schedule/move-post.js";
import { fromItsName, movedWeekday, timeSaid } from "../src/bot/schedule/retime-words.js";
import { readWished, type Wished } from "../src/bot/schedule/wished-time.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

/** 改时间: a post leaves this chat at another time, to the minute; what is not said of it stays. */
export const retime: Command = {
  name: "改时间",
  aliases: ["修改时间"],
  topic: "会议与提醒",
  summary: "改某个提醒在这里的时间：每周的改星期和钟点，按日子发的改钟点",
  examples: ["改时间 滞后摘要 周二 9:30"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  async run(turn, call) {
    const movable = movableHere(turn);
    const moved = movedWeekday(call.rest);
    if (moved) return askWhich(turn, moved);
    const words = fromItsName(turn, call.rest);
    const post = movable.find(({ name }) => words.startsWith(name));
    if (!post)
      return unchanged(
        `${fixedWords(turn, words)}可以改时间的有：${movable.map(({ name }) => name).join("、")}。请这样说：${exampleOf(movable[0])}`,
      );
    const own = await ownOf(turn, post);
    const said = timeSaid(words.slice(post.name.length));
    const wished = readWished(post, own, said);
    if (!wished) return notRead(post, said);
    if (isTooEarlyOrLate(wished)) return unchanged(`${HOURS}，如“${exampleTime(post)}”。`);
    const refusal = await mayArrangePosts(turn);
    return refusal ? refused(turn, refusal, `改时间 ${post.name}`) : movePost(turn, post, own, wished);
  },
  clicks: { move: { run: moveByButton } },
};

const HOURS = "提醒只在工作日 8:30 到 18:00 发，请换个时间";

const isTooEarlyOrLate = ({ time, weekday }: Wished): boolean =>
  time < EARLIEST || time > LATEST || (weekday ?? 1) > 5;

/** 周一不要发了改周三: no post is named, so nothing is moved before one is tapped. */
async function askWhich(turn: Turn, said: string): Promise<Answer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refused(turn, refusal, "改时间");
  const choices: { name: string; was: string; will: string; wished: Wished }[] = [];
  for (const post of movableHere(turn)) {
    const own = await ownOf(turn, post);
    const wished = post.weekly && own.active ? readWished(post, own, said) : null;
    if (wished && isTooEarlyOrLate(wished)) return unchanged(`${HOURS}，如“改时间 ${post.name} 周二 9:30”。`);
    if (wished)
      choices.push({
        name: post.name,
        was: postingTimes(post, own),
        will: postingTimes(post, wished),
        wished,
      });
  }
  if (choices.length === 0) return unchanged(`这里没有每周发的提醒。收哪些、什么时候发，请看“订阅列表”。`);
  return {
    card: {
      title: "要改哪个提醒的时间？",
      tone: "blue",
      blocks: [
        text(
          ["还没有改，点一下才改：", ...choices.map((one) => `${one.name}　${one.was} → ${one.will}`)].join(
            "\n",
          ),
        ),
        buttons(
          ...choices.map(({ name, will, wished }) => ({
            label: `${name}改到${will.replace(/ ?和.*$/, "")}`,
            does: "move",
            args: { name, ...wished },
          })),
        ),
        note("也可以写全，如“滞后摘要改到周三早上9点20”。"),
      ],
    },
  };
}

async function moveByButton(turn: Turn, { args }: Click): Promise<ClickAnswer> {
  const name = String(args.name);
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refusedClick(turn, refusal, `改时间 ${name}`);
  const post = movableHere(turn).find((one) => one.name === name);
  if (!post) return { toast: "这里没有这个提醒", tone: "info" };
  const wished: Wished = {
    weekday: args.weekday === null ? null : Number(args.weekday),
    time: String(args.time),
  };
  const { card } = await movePost(turn, post, await ownOf(turn, post), wished);
  return { toast: card.title, card };
}

function notRead(post: Post, words: string): Answer {
  const fault = words ? `没看懂时间“${typed(words, 30)}”。` : "";
  const parts = post.weekly ? "请写星期和钟点，或只写要改的那一个" : "它的日子是定好的，请只写钟点";
  return unchanged(`${fault}${parts}，如“改时间 ${post.name} ${exampleTime(post)}”。`);
}

/** Why the time of what was named is not for moving. */
function fixedWords({ posts, nudges }: Turn, words: string): string {
  if (nudges.some(({ name }) => words.startsWith(name)))
    return "私下的提醒每个工作日早上合成一条发，不单独改时间；不想收请私聊我发“退订 名称”。";
  const post = posts.find(({ name }) => words.startsWith(name));
  if (!post) return "";
  return isMovable(post)
    ? `${post.name}只发到推进办的群里。`
    : post.whenUnknown
      ? `${post.name}${post.whenUnknown}，时间不用改。`
      : `${post.name}跟着会走，改了会它就跟着改。`;
}

const exampleTime = ({ weekly }: Post): string => (weekly ? "周二 9:30" : "9:40");

const exampleOf = (post: Post | undefined): string =>
  post ? `改时间 ${post.name} ${exampleTime(post)}` : "改时间 名称 9:40";

const unchanged = (sentence: string): Answer => brief("没有改动", sentence);
