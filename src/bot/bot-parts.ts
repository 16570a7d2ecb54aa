import type { Logger } from "pino";
import type { Command } from "./command.js";
import type { Names } from "./naming.js";
import type { Nudge } from "./nudge.js";
import type { Post } from "./post.js";

/** Names and chats as the platform knows them; asked before a turn, so that a turn waits for nothing. */
export interface KnownNames {
  /** null when the platform has not told */
  nameOf(openId: string): string | null;
}

/** What every turn stands on. */
export interface BotParts {
  commands: readonly Command[];
  posts: readonly Post[];
  nudges: readonly Nudge[];
  names: Names;
  directory: KnownNames;
  /** open_ids that belong to the office by configuration */
  admins: ReadonlySet<string>;
  isDemo: boolean;
  log: Logger;
}

/** The label of every card where figures are made up. */
export function labelOf(parts: Pick<BotParts, "isDemo">): string | undefined {
  return parts.isDemo ? "演示数据" : undefined;
}
