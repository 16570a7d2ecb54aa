import type { ClickHandler } from "./command.js";
import { refusedCommand } from "./permissions.js";
import { refusedClick } from "./refuse.js";

/** A button that leads to another command's card on the same project. */
export const otherCommand = (name: string): ClickHandler => ({
  async run(turn, click) {
    const command = turn.commands.find((one) => one.name === name);
    const refusal = command ? await refusedCommand(turn, command) : null;
    if (refusal) return refusedClick(turn, refusal, name);
    const show = command?.clicks?.show;
    if (!show) return { toast: "现在看不了", tone: "info" };
    return { ...(await show.run(turn, click)), becomes: name };
  },
});
