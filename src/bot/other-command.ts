import type { ClickHandler } from "./command.js";

/** A button that leads to another command's card on the same project. */
export const otherCommand = (name: string): ClickHandler => ({
  async run(turn, click) {
    const show = turn.commands.find((command) => command.name === name)?.clicks?.show;
    if (!show) return { toast: "现在看不了", tone: "info" };
    return { ...(await show.run(turn, click)), becomes: name };
  },
});
