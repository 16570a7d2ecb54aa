import type { Answer, Click, ClickHandler } from "./command.js";
import { refusedCommand } from "./permissions.js";
import { refusedClick } from "./refuse.js";
import type { Turn } from "./turn.js";

/** What would be typed behind the command's own word; null where a field that it needs is empty. */
type Rest = (turn: Turn, click: Click) => string | null;

/**
 * A button under a post that does what one would else have to type: the command's answer comes in a message of
 * its own. The post stays, drawn anew, so that a second tap on the same face does nothing.
 */
export const opensCommand = (
  name: string,
  rest: Rest,
  redrawn: (turn: Turn, model: unknown) => Promise<Answer>,
): ClickHandler => ({
  async run(turn, click) {
    const command = turn.commands.find((one) => one.name === name);
    if (!command) return { toast: "现在看不了", tone: "info" };
    const refusal = await refusedCommand(turn, command);
    if (refusal) return refusedClick(turn, refusal, name);
    const words = rest(turn, click);
    if (words === null) return { toast: "还没有填，请先填上", tone: "info" };
    const said = { ...turn, words: `${name} ${words}`.trim() };
    const answer = await command.run(said, { items: [], rest: words });
    return {
      toast: "好的，在下面",
      ...(await redrawn(turn, click.model)),
      opens: { ...answer, by: answer.by ?? name },
    };
  },
});
