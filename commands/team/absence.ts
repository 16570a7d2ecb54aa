import { brief } from "../../src/bot/brief.js";
import type { Answer, Command } from "../../src/bot/command.js";
import { daysOf, insteadWords, isOf } from "../../src/bot/people/absence-words.js";
import { isContactOf } from "../../src/bot/people/may-set.js";
import { type Who, whoIs } from "../../src/bot/people/who.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { note, text } from "../../src/cards/card.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";
import { awayOn } from "../../src/domain/team-contacts.js";
import { type AbsenceFault, readAbsence, type SaidAbsence } from "../../src/language/absence.js";

const FAULTS: Record<AbsenceFault, string> = {
  "no-until": "没看出请假到哪天。推进会请假请点会议卡片上的“请假”。",
  impossible: "没有这一天。",
  over: "这一天已经过了。",
};
const BACK = /回来|销假|返岗|上班了/;
const ANY_DAY = /[到至]|\d|[一二两三四五六七八九十]天|[年月周]/;

/** 休假: somebody is away until a day; until then whoever stands in is asked. */
export const absence: Command = {
  name: "休假",
  aliases: ["请假登记", "销假", "休假登记"],
  topic: "会议与提醒",
  summary: "记请假到哪天、谁代；期间有事问副手；回来了说“我回来了”",
  examples: ["我请假到9月30日，副手小刘", "@张三 请假到9月30日", "休假"],
  act: "absence.note",
  async run(turn, call) {
    if (call.rest === "" && !/销假/.test(turn.words)) return listed(turn);
    if (BACK.test(turn.words) && !ANY_DAY.test(call.rest)) return back(turn, call.rest);
    const read = readAbsence(call.rest, turn.now);
    if ("fault" in read) return said(`${FAULTS[read.fault]}没有记。请这样说：“我请假到9月30日，副手李四”。`);
    return noted(turn, read);
  },
};

async function noted(turn: Turn, read: SaidAbsence): Promise<Answer> {
  const who = await personIn(turn, read.who);
  const refusal = await refusedFor(turn, who);
  if (refusal) return notNoted(await refused(turn, refusal, "休假"));
  const deputy = read.deputy ? await whoIs(turn, read.deputy) : null;
  if (deputy && deputy.name === who.name) return said("副手不能是请假的人自己，没有记。");
  const today = dayOf(turn.now);
  const before = (await turn.tx.teams.absences(today)).filter((one) => isOf(one, who));
  for (const { id } of before) await turn.tx.teams.dropAbsence(id);
  const { from, until } = read;
  await turn.tx.teams.keepAbsence({ name: who.name, openId: who.openId, from, until, deputy });
  const old = before.at(-1);
  await recordChanges(turn, {
    subject: "person",
    subjectId: who.name,
    what: "请假",
    from: old ? daysOf(old, today) : null,
    to: daysOf({ from, until, deputy }, today),
  });
  const was = old ? `（原来是${daysOf(old, today)}）` : "";
  const instead = await insteadWords(turn, who, { from, deputy });
  const unknown =
    deputy && deputy.openId === null ? `${typed(deputy.name, 20)}还没有对上群里的账号，我提醒不到。` : "";
  return {
    card: {
      title: "已记请假",
      tone: "green",
      blocks: [
        text(
          `${typed(who.name, 20)}　${daysOf({ from, until, deputy }, today)}${typed(was, 60)}\n${instead}${unknown}`.trim(),
        ),
        note("提前回来说“我回来了”就撤掉；日子不对再说一次就改。"),
      ],
    },
  };
}

async function back(turn: Turn, rest: string): Promise<Answer> {
  const who = await personIn(turn, rest.replace(/回来.*$|销假.*$|已?返岗.*$|上班了.*$/, ""));
  const refusal = await refusedFor(turn, who);
  if (refusal) return notNoted(await refused(turn, refusal, "休假"));
  const today = dayOf(turn.now);
  const own = (await turn.tx.teams.absences(today)).filter((one) => isOf(one, who));
  const last = own.at(-1);
  if (!last) return said(`${typed(who.name, 20)}没有登记请假，不用销。`);
  for (const { id } of own) await turn.tx.teams.dropAbsence(id);
  const from = daysOf(last, today);
  await recordChanges(turn, {
    subject: "person",
    subjectId: who.name,
    what: "请假",
    from,
    to: null,
    reason: "销假",
  });
  return brief(
    "已销假",
    `${typed(who.name, 20)}回来了（原来记的是${typed(from, 60)}），有事照常找本人。`,
    "green",
  );
}

async function listed(turn: Turn): Promise<Answer> {
  const today = dayOf(turn.now);
  const all = await turn.tx.teams.absences(today);
  const lines = all.map(
    (one) =>
      `${typed(one.name, 20)}　${daysOf(one, today)}${awayOn([one], one, today) ? "" : "（还没开始）"}`,
  );
  return brief(
    all.length > 0 ? `请假的有${all.length}人` : "没有人请假",
    lines.join("\n") || "要记请假说“我请假到9月30日，副手李四”。",
    "blue",
  );
}

/** 我, or nobody named: the speaker. */
async function personIn(turn: Turn, words: string): Promise<Who> {
  const [mention] = turn.mentions;
  const named = /@?[\u4e00-\u9fa5·]{2,5}/.exec(words.replace(/^(?:我|本人|登记|从|要|想)+/, ""))?.[0];
  const isMentioned = mention !== undefined && words.includes(mention.name);
  if (isMentioned) return whoIs(turn, mention.name);
  if (named) return whoIs(turn, named);
  const { name, openId, unit } = turn.speaker;
  return { name, openId, unit };
}

/** Everybody for themselves; a unit's contact for the unit's people; the office for all. */
async function refusedFor(turn: Turn, who: Who) {
  const isOwn = who.openId === turn.speaker.openId || (await isContactOf(turn, who.unit));
  return refusedAct(turn, "absence.note", isOwn);
}

const notNoted = ({ card }: Answer): Answer => ({ card: { ...card, title: "没有记" } });

function said(sentence: string): Answer {
  return brief("没有记", typed(sentence, 200));
}
