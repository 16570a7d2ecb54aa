import type { Command } from "../src/bot/command.js";
import { actions } from "./actions.js";
import { agenda } from "./agenda.js";
import { agreement } from "./agreement.js";
import { audit } from "./audit.js";
import { bind } from "./bind.js";
import { bulletin } from "./bulletin.js";
import { carryOver } from "./carry-over.js";
import { chase } from "./chase.js";
import { close } from "./close-month.js";
import { compare } from "./compare.js";
import { correct } from "./correct.js";
import { contest } from "./credit/nominees.js";
import { credit } from "./credit.js";
import { decision } from "./decide.js";
import { diagnose } from "./diagnose.js";
import { explain } from "./explain.js";
import { waivedList } from "./flow/waived-list.js";
import { flow } from "./flow.js";
import { help } from "./help.js";
import { history } from "./history.js";
import { lagging } from "./lagging.js";
import { land } from "./land.js";
import { list } from "./list.js";
import { meetingList } from "./meeting/list.js";
import { meeting } from "./meeting.js";
import { milestones } from "./milestones.js";
import { minutes } from "./minutes.js";
import { monthState } from "./months/month-state.js";
import { restatements } from "./months/restatements.js";
import { snapshot } from "./months/snapshot.js";
import { mute, unmute } from "./mute.js";
import { overview } from "./overview.js";
import { people } from "./people.js";
import { plot } from "./plot.js";
import { preview } from "./preview.js";
import { reportedUp } from "./problem/reported-up.js";
import { problems } from "./problems.js";
import { addProject } from "./project-add.js";
import { changeProject } from "./project-change.js";
import { controlTotals, setControl } from "./project-control.js";
import { closeProject, restoreProject, withdrawProject } from "./project-end.js";
import { baseline, curve } from "./project-plan.js";
import { makeFormal, signProject } from "./project-sign.js";
import { promises } from "./promises.js";
import { ranking } from "./ranking.js";
import { recalled } from "./recalled.js";
import { report } from "./report.js";
import { retime } from "./retime.js";
import { rights } from "./rights.js";
import { rules } from "./rules.js";
import { setRules } from "./rules-set.js";
import { service } from "./service.js";
import { shortfall } from "./shortfall.js";
import { silence } from "./silence.js";
import { status } from "./status.js";
import { subscribe, unsubscribe } from "./subscribe.js";
import { tax } from "./tax.js";
import { absence } from "./team/absence.js";
import { contacts } from "./team/contacts.js";
import { duties } from "./team/duties.js";
import { forget } from "./team/forget.js";
import { handover } from "./team/handover.js";
import { owner } from "./team/owner.js";
import { team } from "./team/team.js";
import { undo } from "./undo.js";
import { unknown } from "./unknown.js";
import { waive } from "./waive.js";

/** All that can be said to the bot, in the order of 帮助. */
export const commands: readonly Command[] = [
  report,
  undo,
  correct,
  waive,
  credit,
  status,
  flow,
  waivedList,
  plot,
  land,
  agreement,
  list,
  lagging,
  history,
  audit,
  overview,
  milestones,
  problems,
  owner,
  team,
  duties,
  reportedUp,
  service,
  silence,
  compare,
  shortfall,
  ranking,
  promises,
  rules,
  snapshot,
  restatements,
  monthState,
  meeting,
  meetingList,
  agenda,
  decision,
  actions,
  minutes,
  chase,
  subscribe,
  unsubscribe,
  retime,
  mute,
  unmute,
  preview,
  addProject,
  changeProject,
  closeProject,
  withdrawProject,
  restoreProject,
  signProject,
  makeFormal,
  curve,
  baseline,
  controlTotals,
  setControl,
  setRules,
  bulletin,
  close,
  carryOver,
  people,
  tax,
  contest,
  contacts,
  absence,
  handover,
  forget,
  bind,
  diagnose,
  rights,
  explain,
  help,
  recalled,
  unknown,
];
