import type { Answer, Call } from "./command.js";
import { runCommand } from "./run-command.js";
import type { Turn } from "./turn.js";

/** What was asked of one command is a matter of another: that one answers, and its buttons stand on the card. */
export async function handOver(turn: Turn, name: string, call: Call): Promise<Answer> {
  const command = turn.commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name} to hand over to`);
  return { ...(await runCommand(turn, command, call)), by: name };
}
