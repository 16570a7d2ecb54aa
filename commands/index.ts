import type { Command } from "../src/bot/command.js";
import { bind } from "./bind.js";
import { compare } from "./compare.js";
import { correct } from "./correct.js";
import { diagnose } from "./diagnose.js";
import { explain } from "./explain.js";
import { flow } from "./flow.js";
import { help } from "./help.js";
import { history } from "./history.js";
import { lagging } from "./lagging.js";
import { list } from "./list.js";
import { meeting } from "./meeting.js";
import { milestones } from "./milestones.js";
import { notYet } from "./not-yet.js";
import { overview } from "./overview.js";
import { people } from "./people.js";
import { reportedUp } from "./problem/reported-up.js";
import { problems } from "./problems.js";
import { recalled } from "./recalled.js";
import { report } from "./report.js";
import { retime } from "./retime.js";
import { status } from "./status.js";
import { subscribe, unsubscribe } from "./subscribe.js";
import { undo } from "./undo.js";
import { unknown } from "./unknown.js";
import { waive } from "./waive.js";

/** All that can be said to the bot, in the order of 帮助. */
export const commands: readonly Command[] = [
  report,
  undo,
  correct,
  waive,
  status,
  flow,
  list,
  lagging,
  history,
  overview,
  milestones,
  problems,
  reportedUp,
  compare,
  meeting,
  subscribe,
  unsubscribe,
  retime,
  people,
  bind,
  diagnose,
  explain,
  help,
  recalled,
  notYet,
  unknown,
];
