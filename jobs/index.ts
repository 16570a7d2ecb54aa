import type { Nudge } from "../src/bot/nudge.js";
import type { Post } from "../src/bot/post.js";
import { bulletinDraft } from "./bulletin-draft.js";
import { bulletinPublication } from "./bulletin-publication.js";
import { calendarRunsOut } from "./calendar-runs-out.js";
import { lagDigest } from "./lag-digest.js";
import { leaderBriefing } from "./leader-brief.js";
import { meetingReminder } from "./meeting-reminder.js";
import { milestoneDue } from "./milestone-due.js";
import { monthClose } from "./month-close.js";
import { noMeeting } from "./no-meeting.js";
import { problemDue } from "./problem-due.js";
import { reportChase } from "./report-chase.js";
import { reportChaseUnits } from "./report-chase-units.js";
import { reportsStillMissing } from "./reports-still-missing.js";
import { waivedDue } from "./waived-due.js";
import { yearEnd } from "./year-end.js";

/** All that the bot posts in chats by itself. */
export const posts: readonly Post[] = [
  meetingReminder,
  noMeeting,
  lagDigest,
  reportChaseUnits,
  reportsStillMissing,
  monthClose,
  bulletinDraft,
  bulletinPublication,
  calendarRunsOut,
  yearEnd,
];

/** All that the bot tells people in private by itself. */
export const nudges: readonly Nudge[] = [
  reportChase as Nudge,
  milestoneDue as Nudge,
  problemDue as Nudge,
  waivedDue as Nudge,
  leaderBriefing as Nudge,
];
