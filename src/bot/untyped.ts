import type { Command } from "./command.js";

/** What all commands share that nobody types: they answer what was said otherwise, and 帮助 does not list them. */
export const untyped = {
  aliases: [],
  topic: "管理",
  summary: "",
  examples: [],
  isHidden: true,
} as const satisfies Partial<Command>;
