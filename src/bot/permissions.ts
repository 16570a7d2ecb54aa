import { type Act, type ActRole, actRow, fitsPlace, grantOf, type Where } from "../domain/acts.js";
import { isPlot } from "../domain/land-gates.js";
import { isSold } from "../domain/land-price.js";
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
  /** above the sentence, where the code alone does not say what was refused */
  title?: string;
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

/** Whether what belongs to this project is the person's own: of the unit, or on the project's team. */
export async function isOwnProject(
  { speaker, tx }: Pick<Turn, "speaker" | "tx">,
  project: Pick<Project, "code" | "unit">,
): Promise<boolean> {
  if (project.unit !== null && project.unit === speaker.unit) return true;
  return tx.teams.isOnTeam(project.code, speaker.openId);
}

/** 报进度, 登记问题, by the table of acts: office writes all; a reporter what belongs to the unit or team; others read. */
export async function refusedToWrite(
  turn: Turn,
  project: Project,
  act: "report" | "problem.raise" = "report",
): Promise<Refusal | null> {
  const { speaker } = turn;
  if (!maySee(turn, project.code)) return notHere(turn);
  const grant = grantOf(act, roleOf(speaker));
  if (grant === "yes" || (grant === "own" && (await isOwnProject(turn, project)))) return null;
  const contact = await officeContact(turn.tx);
  if (roleOf(speaker) === "guest")
    return {
      code: "not-registered",
      sentence: `您还没有登记为填报人，${project.name}没有记账。请找${contact}登记，登记后再报一次。`,
    };
  if (grant === "no")
    return {
      code: "leader-reads",
      sentence: `${project.name}没有记账：领导只看不填，请让填报单位或${contact}来报。`,
    };
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
const JUDGED_LATER: ReadonlySet<Act> = new Set<Act>([
  "report",
  "posts.arrange",
  "ranking.look",
  "promise.look",
]);

/** Who is not registered is a guest, whatever else is known of them. */
export const roleOf = ({ isRegistered, role }: Speaker): ActRole => (isRegistered ? role : "guest");

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
  const grant = grantOf(act, roleOf(speaker));
  if (grant === "no" || (grant === "own" && !isOwn)) return notAllowed(turn, act, grant === "own");
  if (fitsPlace(act, chat)) return null;
  const { say, where } = actRow(act);
  const contact = await officeContact(turn.tx);
  return { code: "not-in-this-chat", sentence: `${say}不在这里：${INSTEAD[where]}。有事请找${contact}。` };
}

const INSTEAD: Record<Where, string> = {
  office: "请到推进办的群里办",
  narrow: "请到推进办的群里，或私聊我",
  inside: "只在内部办",
  anywhere: "",
};

async function notAllowed(turn: Pick<Turn, "tx" | "speaker">, act: Act, isOthers: boolean): Promise<Refusal> {
  const { say, leader, reporter } = actRow(act);
  const contact = await officeContact(turn.tx);
  const title = say.startsWith("看") ? "这里看不了" : "没有办";
  if (isOthers)
    return {
      title,
      code: "not-yours",
      sentence: `${say}只限本单位、本项目的，这个不是您登记的单位的。请找${contact}。`,
    };
  const others = [...(leader === "no" ? [] : ["领导"]), ...(reporter === "no" ? [] : ["责任单位"])];
  if (others.length === 0) return { code: "office-only", sentence: `这件事只有推进办能办，请找${contact}。` };
  const isUnknown = roleOf(turn.speaker) === "guest";
  return {
    title,
    code: isUnknown ? "not-registered" : "not-allowed",
    sentence: isUnknown
      ? `您还没有登记，${say}只限推进办和${others.join("、")}。请找${contact}登记。`
      : `${say}只限推进办和${others.join("、")}，请找${contact}。`,
  };
}

/** The commands that are worth showing to this person here. */
export function mayUse(turn: Turn, command: Command): boolean {
  if (command.isHidden || (command.insideOnly && turn.chat.external)) return false;
  return may(turn, command.act === "posts.arrange" ? postsAct(turn) : command.act);
}

/** Whether the table leaves an act to this person here, of their own at least. */
export const may = ({ speaker, chat }: Pick<Turn, "speaker" | "chat">, act: Act): boolean =>
  grantOf(act, roleOf(speaker)) !== "no" && fitsPlace(act, chat);

/** Whether the table leaves an act to this person whosever it is about: what is others' as well as their own. */
export const mayOfAll = ({ speaker }: Pick<Turn, "speaker">, act: Act): boolean =>
  grantOf(act, roleOf(speaker)) === "yes";

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
  if (!chat.external) return { codes: null, money: true, pricesOf: await pricesOf(tx, speaker, chat) };
  const codes = new Set(await tx.chats.projects(chat.chatId));
  // In private a registered person from outside sees what their own unit answers for.
  if (chat.type === "p2p" && speaker.isRegistered)
    for (const code of await ofUnit(tx, speaker)) codes.add(code);
  return { codes, money: false, pricesOf: new Set() };
}

async function pricesOf(
  tx: Pick<Repositories, "projects">,
  speaker: Speaker,
  chat: Chat,
): Promise<Sight["pricesOf"]> {
  if (!may({ speaker, chat }, "land.price")) return new Set();
  if (grantOf("land.price", roleOf(speaker)) === "yes") return null;
  const own = new Set(await ofUnit(tx, speaker));
  return new Set(
    (await tx.projects.all()).flatMap((one) => (own.has(one.code) && isPlot(one) ? one.code : [])),
  );
}

const ofUnit = async (tx: Pick<Repositories, "projects">, { unit }: Speaker): Promise<string[]> =>
  unit === null ? [] : (await tx.projects.all()).flatMap((one) => (one.unit === unit ? one.code : []));

/** Whether sums of this project may be shown here: those of a plot for sale are prices of land. */
export const showsMoney = (
  { sight }: Pick<Turn, "sight">,
  project: Pick<Project, "code" | "class">,
): boolean => sight.money && showsPrice(sight, project);

/** A plot's price; of what is no plot for sale there is none to hide. */
export const showsPrice = ({ pricesOf: codes }: Sight, project: Pick<Project, "code" | "class">): boolean =>
  codes === null || codes.has(project.code) || !isSold(project);

/** Which posts a group gets, and when: the office's to say; in a private chat everybody's own, until they leave. */
export async function mayArrangePosts(turn: Turn): Promise<Refusal | null> {
  const { tx, speaker, chat } = turn;
  const hasLeft = chat.type === "p2p" && !speaker.isRegistered && (await tx.people.hasLeft(speaker.openId));
  if (!hasLeft) return refusedAct(turn, postsAct(turn));
  const contact = await officeContact(tx);
  return {
    code: "not-registered",
    sentence: `您已经退出登记，不再私下发提醒给您。回来了请找${contact}登记。`,
  };
}

const postsAct = ({ chat }: Pick<Turn, "chat">): Act => (chat.type === "p2p" ? "posts.own" : "posts.arrange");
