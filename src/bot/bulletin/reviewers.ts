import { grantOf } from "../../domain/acts.js";
import { type DraftHands, mayReview } from "../../domain/bulletin-step.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import type { Person } from "../../store/people.js";
import type { Repositories } from "../../store/store.js";
import type { Turn } from "../turn.js";
import { tellPrivately } from "./tell.js";

interface Reviewers {
  hands: DraftHands;
  /** of the office, without those whose work it is */
  colleagues: Person[];
  leaders: Person[];
}

/** 四眼: whose work a draft is, and who may review it: a colleague of theirs, and where there is none a leader. */
export async function reviewersOf(tx: Repositories, draft: BulletinRecord): Promise<Reviewers> {
  const editors = (await tx.bulletins.editors(draft.id)).map(({ openId }) => openId);
  const hands = { editors, submitter: draft.submittedBy?.openId ?? null };
  const others: Person[] = [];
  for (const person of await tx.people.all())
    if (
      grantOf("bulletin.review", person.role) === "yes" &&
      mayReview(person.openId, hands) &&
      !(await tx.outsiders.has(person.openId))
    )
      others.push(person);
  const isColleague = ({ role }: Person) => grantOf("bulletin.draft", role) === "yes";
  return {
    hands,
    colleagues: others.filter(isColleague),
    leaders: others.filter((person) => !isColleague(person)),
  };
}

/** what to do where there is nobody to ask */
const REGISTER = "请先登记一位同事：发“人员 @同事 推进办”";

/** `这份草稿是您编辑、送审的，请别的同事审核：推进办小刘`, and what to do where there is no colleague. */
export function notByYou(openId: string, { hands, colleagues, leaders }: Reviewers): string {
  const did = [
    ...(hands.editors.includes(openId) ? ["编辑"] : []),
    ...(hands.submitter === openId ? ["送审"] : []),
  ];
  const yours = `这份草稿是您${did.join("、")}的`;
  if (colleagues.length > 0) return `${yours}，请别的同事审核：推进办${named(colleagues)}`;
  const alone = `${yours}，自己不能审核，推进办也没有别的同事可以审核。`;
  return leaders.length > 0 ? `${alone}请领导审核：${named(leaders)}` : `${alone}${REGISTER}`;
}

/** Asks colleagues whose work it is not, else the leaders; says whom, or what to do where there is nobody. */
export async function askedToReview(turn: Turn, draft: BulletinRecord): Promise<string> {
  const { colleagues, leaders } = await reviewersOf(turn.tx, draft);
  const { name } = turn.speaker;
  const told = await tellPrivately(turn, colleagues, draft, `${name}送审，请您审核。`);
  if (told.length > 0) return `已送审，私下请了${told.join("、")}审核。`;
  const none = "推进办没有别的同事可以审核";
  const led = await tellPrivately(turn, leaders, draft, `${name}送审，${none}，请您审核。`);
  return led.length > 0
    ? `已送审。${none}，私下请了${led.join("、")}审核。`
    : `已送审，但${none}。${REGISTER}，再请他审核。`;
}

const named = (people: readonly Person[]): string =>
  people
    .slice(0, 3)
    .map(({ name }) => name)
    .join("、");
