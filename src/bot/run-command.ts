import { typed } from "../cards/typed.js";
import { brief } from "./brief.js";
import type { Answer, Call, Command } from "./command.js";
import { type Refusal, refusedCommand } from "./permissions.js";
import { logRefusal } from "./refuse.js";
import type { Turn } from "./turn.js";

const TITLES: Partial<Record<Refusal["code"], string>> = {
  "office-only": "这件事要请推进办来办",
  "not-here": "这里看不了",
  "inside-only": "这里看不了",
  "not-in-this-chat": "这里办不了",
};

/** Runs a command for whoever may use it here; others learn why not and whom to ask. */
export async function runCommand(turn: Turn, command: Command, call: Call): Promise<Answer> {
  const refusal = await refusedCommand(turn, command);
  return refusal ? refused(turn, refusal, turn.words || command.name) : command.run(turn, call);
}

/** The answer to somebody who may not; kept in the log of refusals. */
export async function refused(turn: Turn, refusal: Refusal, what: string): Promise<Answer> {
  await logRefusal(turn, refusal, what);
  return brief(refusal.title ?? TITLES[refusal.code] ?? "没有记账", typed(refusal.sentence, 400));
}
