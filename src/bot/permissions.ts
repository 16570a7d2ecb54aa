import type { Project } from "../store/projects.js";
import type { Sight, Speaker, Turn } from "./turn.js";

/** A refusal: its code goes to the log, its sentence to the person. */
export interface Refusal {
  code: "not-registered" | "not-yours" | "office-only" | "leader-reads" | "not-here" | "no-money";
  sentence: string;
}

const ASK_OFFICE = "请联系推进办综合管理科登记（由推进办发“人员 @您 单位 填报”）。";

/** Office writes all; a reporter what belongs to the unit or team; others read. */
export async function refusedToWrite(turn: Turn, project: Project): Promise<Refusal | null> {
  const { speaker, sight } = turn;
  if (sight.codes && !sight.codes.has(project.code)) return notHere(project.name);
  if (speaker.role === "office") return null;
  if (!speaker.isRegistered || speaker.role === "guest")
    return {
      code: "not-registered",
      sentence: `您还没有登记为填报人，${project.name} 没有记账。${ASK_OFFICE}`,
    };
  if (speaker.role === "leader")
    return {
      code: "leader-reads",
      sentence: `${project.name} 没有记账：领导账号只看不填，请让填报单位或推进办来报。`,
    };
  if (project.unit !== null && project.unit === speaker.unit) return null;
  if (await turn.tx.projects.isOnTeam(project.code, speaker.openId)) return null;
  const owner = project.unit ? `由 ${project.unit} 填报` : "还没有定责任单位";
  return {
    code: "not-yours",
    sentence: `${project.name} ${owner}，您登记在 ${speaker.unit ?? "（未填单位）"}，没有记账。要改责任单位，请找推进办。`,
  };
}

export function refusedOffice(speaker: Speaker): Refusal | null {
  if (speaker.role === "office") return null;
  return { code: "office-only", sentence: "这件事只有推进办能办，请在群里 @ 推进办的同事。" };
}

export function notHere(name: string): Refusal {
  return {
    code: "not-here",
    sentence: `本群只能看绑定的项目，${name} 不在其中。需要的话请推进办在推进群里查。`,
  };
}

/** What may be shown in this chat to this person. */
export function sightOf(speaker: Speaker, chat: { external: boolean }, boundCodes: readonly string[]): Sight {
  const isGuestHere = chat.external || (speaker.isOutside && !speaker.isRegistered);
  return isGuestHere ? { codes: new Set(boundCodes), money: false } : { codes: null, money: true };
}

/** Which posts a group gets, and when: the office's to say; in a private chat everybody's own. */
export function mayArrangePosts(turn: Turn): Refusal | null {
  if (turn.chat.type === "p2p") return null;
  if (turn.chat.external)
    return { code: "not-here", sentence: "外部群不发推进办的提醒。要单独发，请推进办另行安排。" };
  return refusedOffice(turn.speaker);
}
