import { brief } from "../../src/bot/brief.js";
import type { Answer } from "../../src/bot/command.js";
import { howToBook, timeAndPlace } from "../../src/bot/meeting/meeting-texts.js";
import { nextElsewhere } from "../../src/bot/meeting/meetings-here.js";
import type { Turn } from "../../src/bot/turn.js";
import { typed } from "../../src/cards/typed.js";

/** Nothing to change in this chat: a meeting is changed where those who attend can see it. */
export async function noneHere(turn: Turn, title: string): Promise<Answer> {
  const other = await nextElsewhere(turn);
  return brief(
    title,
    other
      ? `这里没有排会。${timeAndPlace(other.meeting, turn.now)}的推进会是在“${typed(other.group, 30)}”里排的，请到那个群里说，参会的人都看得到。`
      : `这里没有排会。${howToBook(turn.now)}`,
  );
}
