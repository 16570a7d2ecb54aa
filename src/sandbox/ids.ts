import { createHash, randomBytes } from "node:crypto";

/** Random, so that an id never comes twice, a restart included. */
const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

export const newMessageId = (): string => `om_${hex(16)}`;
export const newChatId = (): string => `oc_${hex(16)}`;
export const newAppId = (): string => `cli_${hex(8)}`;
export const newEventId = (): string => hex(16);
export const newToken = (prefix: string): string => `${prefix}${hex(20)}`;

/** The id that all apps of one developer see; follows from the open_id, so a scene need not name it. */
export function unionIdOf(openId: string): string {
  return `on_${createHash("sha256").update(openId).digest("hex").slice(0, 32)}`;
}
