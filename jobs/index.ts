import type { Nudge } from "../src/bot/nudge.js";
import type { Post } from "../src/bot/post.js";
import { lagDigest } from "./lag-digest.js";
import { meetingReminder } from "./meeting-reminder.js";

/** All that the bot posts in chats by itself. */
export const posts: readonly Post[] = [meetingReminder, lagDigest];

/** All that the bot tells people in private by itself. */
export const nudges: readonly Nudge[] = [];
