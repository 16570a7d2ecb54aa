import { labelOf } from "../src/bot/bot-parts.js";
import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { hidesPrices } from "../src/bot/land/hides-prices.js";
import { type Preview, previewNudge, previewPost } from "../src/bot/schedule/preview.js";
import { namesHere, type Wanted, wantedIn } from "../src/bot/schedule/wanted.js";
import { partOf, sendCard } from "../src/bot/send.js";
import type { Turn } from "../src/bot/turn.js";
import { type CardView, note, text } from "../src/cards/card.js";
import { withoutButtons } from "../src/cards/schedule/without-buttons.js";
import { typed } from "../src/cards/typed.js";
import { dayOf, formatDay, formatInstant } from "../src/domain/day.js";
import { formatPeriod, monthOf } from "../src/domain/period.js";

const NAME = "预览";

/** 预览: what the next run of a post would say, to whoever asks alone; nothing is posted, nothing changes. */
export const preview: Command = {
  name: NAME,
  aliases: ["预览提醒"],
  topic: "会议与提醒",
  summary: "先看一眼某个提醒下次会怎么发，只发给您一个人",
  examples: ["预览 滞后摘要"],
  act: "posts.own",
  insideOnly: "推进办的提醒只发给内部。",
  async run(turn, call) {
    const wanted = wantedIn(turn, call.rest.trim());
    if (!wanted)
      return said(
        "没有这个提醒",
        `${call.rest ? `没有“${typed(call.rest, 30)}”。` : ""}可以预览的有：${namesHere(turn).join("、")}。`,
      );
    if ("elsewhere" in wanted) return said("这里预览不了", `${wanted.elsewhere}预览不了。`);
    const found = await previewOf(turn, wanted);
    if (!found.card) return said(`${wanted.name}现在没有可以预览的`, emptyWords(turn, wanted, found));
    const shown = asPreview(turn, found, found.card);
    return turn.chat.type === "p2p" ? { card: shown } : inPrivate(turn, wanted.name, shown);
  },
};

const previewOf = (turn: Turn, wanted: Wanted): Promise<Preview> =>
  wanted.is === "post" ? previewPost(turn, wanted.post) : previewNudge(turn, wanted.nudge);

function emptyWords({ now }: Turn, wanted: Wanted, { at, until }: Preview): string {
  if (at === null)
    return `接下来没有排定的时间：${(wanted.is === "post" && wanted.post.whenUnknown) || "比如还没有排会"}。`;
  if (until !== undefined)
    return `看到${formatDay(until, dayOf(now))}，按现在的账没有到期要告诉您的。有到期的当天早上告诉您。`;
  return `下次是${formatInstant(at, now)}，按现在的账没有要说的，到时就不发。`;
}

function asPreview({ chat, now }: Turn, { at, unclosed }: Preview, card: CardView): CardView {
  const where = chat.type === "p2p" ? "给您" : chat.name ? `到“${typed(chat.name, 30)}”` : "到群里";
  const plain = withoutButtons(card);
  return {
    ...plain,
    title: `预览：${plain.title}`,
    blocks: [
      text(
        `${formatInstant(at ?? now, now)} 会这样发${where}，这份只有您看得到。${unclosed ? `${formatPeriod(unclosed, monthOf(now))}还没有关账，这份是按现在的数算的，到时以关账的数为准。` : "按现在的账算，到时以当时的为准。"}`,
      ),
      ...plain.blocks,
      note("预览上没有按钮，发出来的才有。"),
    ],
  };
}

/** What the whole group is to get is shown to one person first. */
async function inPrivate(turn: Turn, name: string, card: CardView): Promise<Answer> {
  const { openId } = turn.speaker;
  const parts = [partOf(NAME, { card })];
  await sendCard(
    turn.tx,
    parts,
    {
      lane: openId,
      owner: openId,
      cause: `preview:${turn.writeId}`,
      label: labelOf(turn),
      hidesPrices: hidesPrices(turn, parts),
    },
    turn.now,
  );
  return said("预览私下发给您了", `${name}下次会怎么发，请看我和您的私聊。群里没有发，什么也没改。`);
}

const said = (title: string, sentence: string): Answer => brief(title, sentence, "blue");
