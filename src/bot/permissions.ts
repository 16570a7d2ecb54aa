import { ACTS, type Act, type ActRow, fitsPlace, grantOf } from "../domain/acts.js";
import type { Project } from "../domain/project.js";
import type { Chat } from "../store/chats.js";
import type { Repositories } from "../store/store.js";
import type { Command } from "./command.js";
import type { Sight, Speaker, Turn } from "./turn.js";

/** A refusal: its code goes to the log, its sentence to the person. */
export interface Refusal {
  code:
    | "not-registered"
    | "not-yours"
    | "office-only"
    | "not-allowed"
    | "not-in-this-chat"
    | "leader-reads"
    | "not-here"
    | "inside-only"
    | "not-your-button"
    | "own-problem"
    | "forwarded-card";
  sentence: string;
}

/** more names than these help nobody */
const MOST_NAMES = 2;

/** Whom to turn to: `推进办李敏（综合管理科）`. */
export async function officeContact(tx: Pick<Repositories, "people">): Promise<string> {
  const office = await tx.people.office();
  const names = office
    .slice(0, MOST_NAMES)
    .map(({ name, section }) => `${name}${section ? `（${section}）` : ""}`);
  return names.length > 0 ? `推进办${names.join("、")}` : "推进办综合管理科";
}

/** Office writes all; a reporter what belongs to the unit or team; others read. */
export async function refusedToWrite(turn: Turn, project: Project): Promise<Refusal | null> {
  const { speaker } = turn;
  if (!maySee(turn, project.code)) return notHere(turn);
  if (speaker.role === "office") return null;
  const contact = await officeContact(turn.tx);
  if (!speaker.isRegistered || speaker.role === "guest")
    return {
      code: "not-registered",
      sentence: `您还没有登记为填报人，${project.name}没有记账。请找${contact}登记，登记后再报一次。`,
    };
  if (speaker.role === "leader")
    return {
      code: "leader-reads",
      sentence: `${project.name}没有记账：领导只看不填，请让填报单位或${contact}来报。`,
    };
  if (project.unit !== null && project.unit === speaker.unit) return null;
  if (await turn.tx.projects.isOnTeam(project.code, speaker.openId)) return null;
  const owner = project.unit ? `由${project.unit}填报` : "还没有定责任单位";
  return {
    code: "not-yours",
    sentence: `${project.name}${owner}，您登记在${speaker.unit ?? "（未填单位）"}，没有记账。登记有误请找${contact}。`,
  };
}

/** What the command asks of speaker and chat; projects have their own rule. */
export async function refusedCommand(turn: Turn, command: Command): Promise<Refusal | null> {
  if (command.insideOnly && turn.chat.external)
    return { code: "inside-only", sentence: `${command.insideOnly}${await hereInstead(turn)}` };
  return JUDGED_LATER.has(command.act) ? null : refusedAct(turn, command.act);
}

/** Whether these are allowed depends on the project or the chat; the command itself asks. */
const JUDGED_LATER: ReadonlySet<Act> = new Set<Act>(["report", "posts.arrange"]);

/**
 * What the table of acts says of this person here; null when it may be. `isOwn` tells whether it is about
 * what belongs to the person's unit or team: without it, an act of one's own is left for later to judge.
 */
export async function refusedAct(
  turn: Pick<Turn, "tx" | "speaker" | "chat">,
  act: Act,
  isOwn = true,
): Promise<Refusal | null> {
  const { speaker, chat } = turn;
  const grant = grantOf(act, speaker.isRegistered ? speaker.role : "guest");
  if (grant === "no" || (grant === "own" && !isOwn)) return notAllowed(turn, act, grant === "own");
  if (fitsPlace(act, chat)) return null;
  const { say, where }: ActRow = ACTS[act];
  const instead =
    where === "office"
      ? "请到推进办的群里办"
      : where === "narrow"
        ? "请到推进办的群里，或私聊我"
        : "只在内部办";
  return { code: "not-in-this-chat", sentence: `${say}不在这里：${instead}。` };
}

async function notAllowed(turn: Pick<Turn, "tx">, act: Act, isOthers: boolean): Promise<Refusal> {
  const { say, leader, reporter }: ActRow = ACTS[act];
  const contact = await officeContact(turn.tx);
  if (isOthers)
    return {
      code: "not-yours",
      sentence: `${say}只能办本单位、本项目的，这个不是您登记的单位的。请找${contact}。`,
    };
  const others = [...(leader === "no" ? [] : ["领导"]), ...(reporter === "no" ? [] : ["责任单位"])];
  if (others.length === 0) return { code: "office-only", sentence: `这件事只有推进办能办，请找${contact}。` };
  return { code: "not-allowed", sentence: `${say}只限推进办和${others.join("、")}，请找${contact}。` };
}

export async function refusedOffice(turn: Pick<Turn, "tx" | "speaker">): Promise<Refusal | null> {
  if (turn.speaker.role === "office") return null;
  return { code: "office-only", sentence: `这件事只有推进办能办，请找${await officeContact(turn.tx)}。` };
}

/** The commands that are worth showing to this person here. */
export function mayUse(turn: Turn, command: Command): boolean {
  if (command.isHidden || (command.insideOnly && turn.chat.external)) return false;
  if (command.act === "posts.arrange" && turn.chat.type === "p2p") return true;
  return grantOf(command.act, turn.speaker.role) !== "no" && fitsPlace(command.act, turn.chat);
}

/** Whether a project may be shown in this chat. */
export function maySee({ sight }: Pick<Turn, "sight">, code: string): boolean {
  return sight.codes === null || sight.codes.has(code);
}

/** The name is left out: an outside group need not learn which projects there are. */
export async function notHere(turn: Turn): Promise<Refusal> {
  return { code: "not-here", sentence: `这个项目不在这里。${await hereInstead(turn)}` };
}

/** Where no project at all may be seen a list would be empty, which says nothing about the projects. */
export async function seesNothing(turn: Turn): Promise<Refusal | null> {
  if (turn.sight.codes?.size !== 0) return null;
  return { code: "not-here", sentence: await hereInstead(turn) };
}

/** What an outside chat may ask for instead, and whom to ask for more. */
async function hereInstead(turn: Turn): Promise<string> {
  const { tx, sight, chat, speaker } = turn;
  const contact = await officeContact(tx);
  const all = await tx.projects.all();
  const names = all.filter(({ code }) => sight.codes?.has(code)).map(({ name }) => name);
  if (names.length > 0) return `这里可以看：${names.slice(0, 5).join("、")}。其他请找${contact}。`;
  if (chat.type === "group") return `这里还没有绑定项目，请${contact}在群里发“绑定 项目名”。`;
  const group = "请到您的项目群里问我，那里能看群里绑定的项目";
  return speaker.isRegistered
    ? `您登记在${speaker.unit ?? "（未填单位）"}，名下没有项目，私聊里没有可以看的。${group}；登记有误请找${contact}。`
    : `您是外单位的同事，还没有登记，私聊里没有可以看的项目。${group}；要在这里看本单位的项目，请找${contact}登记。`;
}

/** What may be shown in this chat to this person. */
export async function sightOf(
  tx: Pick<Repositories, "chats" | "projects">,
  speaker: Speaker,
  chat: Chat,
): Promise<Sight> {
  if (!chat.external) return { codes: null, money: true };
  const codes = new Set(await tx.chats.projects(chat.chatId));
  // In private a registered person from outside sees what their own unit answers for.
  if (chat.type === "p2p" && speaker.isRegistered)
    for (const { code, unit } of await tx.projects.all()) if (unit === speaker.unit) codes.add(code);
  return { codes, money: false };
}

/** Which posts a group gets, and when: the office's to say; in a private chat everybody's own. */
export async function mayArrangePosts(turn: Turn): Promise<Refusal | null> {
  return turn.chat.type === "p2p" ? null : refusedOffice(turn);
}
