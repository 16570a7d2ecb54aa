import type { Post } from "../src/bot/post.js";
import { lagDigest } from "./lag-digest.js";
import { meetingReminder } from "./meeting-reminder.js";

/** All that the bot posts by itself. */
export const posts: readonly Post[] = [meetingReminder, lagDigest];
