import type { Item } from "../language/items.js";
import type { ClickAnswer } from "./command.js";
import { route } from "./route.js";
import { runCommand } from "./run-command.js";
import type { Turn } from "./turn.js";

/** A card becomes the answer to these items, as the command that answers them draws it; null where none does. */
export async function answerAs(turn: Turn, items: readonly Item[]): Promise<ClickAnswer | null> {
  const [call] = route(items);
  const command = call && turn.commands.find(({ name }) => name === call.command);
  if (!command) return null;
  const { model = null, by = command.name, ...answer } = await runCommand(turn, command, call);
  return { toast: "好的", ...answer, model, becomes: by };
}
