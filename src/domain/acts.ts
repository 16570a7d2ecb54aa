/** own: only what belongs to the person's unit or team */
export type Grant = "yes" | "own" | "no";

/**
 * Where an act may take place, or what it shows may be seen.
 * inside: not in chats with people of other organisations; narrow: the office's own group, or in private
 * with the bot; office: the office's own group alone.
 */
export type Where = "anywhere" | "inside" | "narrow" | "office";

export interface ActRow {
  /** the act in the office's words, as refusals name it */
  say: string;
  /** 推进办 */
  office: Grant;
  /** 领导 */
  leader: Grant;
  /** 填报 */
  reporter: Grant;
  /** not registered, or from outside */
  guest: Grant;
  where: Where;
  /** what holds beside the grants, in a person's words */
  rule?: string;
}

const row = (
  say: string,
  [office, leader, reporter, guest]: readonly [Grant, Grant, Grant, Grant],
  where: Where = "anywhere",
  rule?: string,
): ActRow => ({ say, office, leader, reporter, guest, where, ...(rule === undefined ? {} : { rule }) });

/** 谁可以做什么: the one table of it. What a role may do, and where. */
export const ACTS = {
  look: row("查看项目", ["yes", "yes", "yes", "yes"], "anywhere", "外部群只看绑定的项目，不看金额"),
  report: row("报进度", ["yes", "no", "own", "no"], "anywhere", "领导只看不填"),
  "entry.undo": row("撤销、更正填报", ["yes", "no", "own", "no"], "anywhere", "推进办能撤别人的"),
  "problem.raise": row("登记问题", ["yes", "no", "own", "no"]),
  "problem.handle": row("办理问题", ["yes", "no", "own", "no"], "anywhere", "牵头单位也能办"),
  "problem.extend": row("延期", ["yes", "no", "own", "no"], "anywhere", "要写原因，推进办可以不同意"),
  "problem.return": row(
    "退回、重新打开",
    ["yes", "no", "own", "no"],
    "anywhere",
    "销号以后，牵头单位不能再打开",
  ),
  "problem.ask-close": row("申请销号", ["yes", "no", "own", "no"]),
  "problem.close": row("销号", ["yes", "no", "no", "no"], "anywhere", "自己报的不能自己销"),
  "problem.ask-up": row("提请上报", ["yes", "yes", "own", "no"], "anywhere", "到办级为止"),
  "problem.send-up": row("上报区政府", ["yes", "yes", "no", "no"]),
  "project.change": row("新增、修改项目", ["yes", "no", "no", "no"], "inside"),
  "plan.freeze": row("冻结、调整年度目标", ["yes", "no", "no", "no"], "inside"),
  "control.set": row("修改控制数", ["yes", "no", "no", "no"], "inside"),
  "rule.set": row("修改亮灯规则", ["yes", "no", "no", "no"], "inside"),
  "team.set": row("调整班子", ["yes", "no", "own", "no"], "inside"),
  "meeting.arrange": row("排会、改会", ["yes", "no", "no", "no"], "inside"),
  "meeting.decide": row("记议定事项", ["yes", "no", "no", "no"], "inside"),
  "action.handle": row("办理议定事项", ["yes", "no", "own", "no"], "inside"),
  "month.close": row("关账", ["yes", "no", "no", "no"], "inside"),
  "year.carry": row("办理年末结转", ["yes", "no", "no", "no"], "inside"),
  "ranking.look": row("看排名和评分", ["yes", "yes", "no", "no"], "narrow"),
  "ranking.sign": row("签发评分", ["yes", "yes", "no", "no"], "narrow"),
  "bulletin.draft": row("起草通报", ["yes", "no", "no", "no"], "narrow"),
  "bulletin.review": row(
    "审核通报",
    ["yes", "yes", "no", "no"],
    "narrow",
    "编辑、送审的人不能审核，推进办没有别的同事时请领导审核",
  ),
  "bulletin.sign": row("签发通报", ["yes", "yes", "no", "no"], "narrow", "审核通过以后，审核的人也能签发"),
  "promise.look": row("看说到做到率", ["yes", "yes", "own", "no"], "inside"),
  "audit.look": row("看改动记录", ["yes", "yes", "own", "no"], "inside"),
  "land.price": row("看成交价", ["yes", "yes", "own", "no"], "narrow"),
  "tax.handle": row("看留税情况", ["yes", "no", "no", "no"], "office"),
  "credit.name": row("提名亮点", ["yes", "yes", "own", "no"], "inside"),
  "credit.look": row("看立功竞赛名单", ["yes", "yes", "no", "no"], "narrow"),
  "credit.decide": row("定立功竞赛入选", ["yes", "yes", "no", "no"], "narrow"),
  "service.ask": row("登记企业诉求", ["yes", "yes", "yes", "no"], "inside"),
  "service.handle": row("办理企业诉求", ["yes", "no", "own", "no"], "inside"),
  "person.set": row("登记人员", ["yes", "no", "no", "no"], "anywhere", "名单不在外部群里列出"),
  "person.leave": row("办理交接和离岗", ["yes", "no", "no", "no"], "inside"),
  "absence.note": row("登记请假", ["yes", "yes", "own", "no"], "inside", "本人的和本单位的"),
  "duties.look": row("看责任清单", ["yes", "yes", "own", "own"], "anywhere", "外部群只看绑定的项目"),
  "chat.bind": row("绑定群", ["yes", "no", "no", "no"]),
  "posts.arrange": row("安排本群的定时消息", ["yes", "no", "no", "no"], "inside"),
  "posts.chase": row("催报", ["yes", "no", "no", "no"], "inside"),
  "posts.own": row("安排自己私聊里的定时消息", ["yes", "yes", "yes", "yes"], "inside"),
  "rights.look": row("看全部权限", ["yes", "no", "no", "no"], "inside"),
  "bot.diagnose": row("看运行情况", ["yes", "no", "no", "no"], "inside"),
} as const satisfies Record<string, ActRow>;

export type Act = keyof typeof ACTS;

/** A row with what it may have beside its grants. */
export const actRow = (act: Act): ActRow => ACTS[act];

export type ActRole = "office" | "leader" | "reporter" | "guest";

export const grantOf = (act: Act, role: ActRole): Grant => ACTS[act][role];

/** The chat as far as acts are concerned. */
export interface ActPlace {
  type: "group" | "p2p";
  external: boolean;
  /** the office's own group */
  office: boolean;
}

export function fitsPlace(act: Act, place: ActPlace): boolean {
  const where: Where = ACTS[act].where;
  if (where === "anywhere") return true;
  if (place.external) return false;
  if (where === "inside") return true;
  const isOfficeGroup = place.office && place.type === "group";
  return isOfficeGroup || (where === "narrow" && place.type === "p2p");
}
