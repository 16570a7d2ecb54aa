import type { Turn } from "../turn.js";

/** 给我看看, 我想知道, 我们区: 我 is here whoever asks, or the district. */
const NOT_OWN =
  /(?:给|帮|让|发|告诉|跟|和|对|问|叫|请|替|为|提醒|通知)\s*我们?|我们?(?:想要?|要|来|先|再|能|可以)?(?:看|查|问|了解|知道|找|听|瞧)|(?:我们|咱们?)(?:全?区|大家|都|这个?群|群里|桃浦|普陀)/g;
const UNIT =
  /(?:我们?|咱们?|本)的?(?:单位|公司|集团|部门|中心|街道|镇)|[我本](?:司|委|局)|(?:我们|咱们?)(?:委|局|司)/;
const OWN = /我|咱|俺|自己|本人/;

/** Whether words speak of the speaker's own: 我们单位 is the unit, 我还有哪些 what they answer for; else null. */
export function ownIn(words: string): "unit" | "mine" | null {
  const left = words.replace(NOT_OWN, " ");
  if (UNIT.test(left)) return "unit";
  return OWN.test(left) ? "mine" : null;
}

/** The projects that are meant: of the unit, and for 我 also those on whose team the speaker is. */
export interface OwnScope {
  unit?: string;
  codes?: string[];
}

/** Null when the words mean everybody's projects, or the speaker has none of their own. */
export async function ownScope(turn: Turn, words: string): Promise<OwnScope | null> {
  const { speaker, tx } = turn;
  const own = ownIn(words);
  if (!own || !speaker.isRegistered || !speaker.unit) return null;
  if (own === "unit") return { unit: speaker.unit };
  // Who is of the office or leads, means the district by 我们.
  if (speaker.role !== "reporter") return null;
  const teams = await tx.teams.teamsOf(speaker.openId);
  const mine = (await tx.projects.all()).filter(({ code, unit }) => unit === speaker.unit || teams.has(code));
  const codes = mine.map(({ code }) => code);
  return codes.length > 0 ? { codes } : { unit: speaker.unit };
}

/** Said where somebody who is not registered asks for their own: the list is everybody's. */
export const isNobodysOwn = ({ speaker }: Turn, words: string): boolean =>
  ownIn(words) !== null && !speaker.isRegistered;

export const NOT_REGISTERED = "您还没有登记单位，列的是全部项目；登记请找推进办。";
