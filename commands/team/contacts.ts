import { brief } from "../../src/bot/brief.js";
import type { Answer, Command } from "../../src/bot/command.js";
import { handOver } from "../../src/bot/hand-over.js";
import { contactsOf } from "../../src/bot/people/contacts.js";
import { isContactOf } from "../../src/bot/people/may-set.js";
import { type ContactWish, readContacts } from "../../src/bot/people/read-contacts.js";
import { whoIs } from "../../src/bot/people/who.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { type Change, recordChanges } from "../../src/bot/record-change.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { note, text } from "../../src/cards/card.js";
import { contactsCard, unitContactsCard } from "../../src/cards/people/contacts-card.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";

/** 哪些单位没有联络员 */
const ASKS_ALL = /^(?:哪|谁家)/;

/** 联络员: who stands for each unit, and who stands in: 联络员, 副手, 负责人. */
export const contacts: Command = {
  name: "联络员",
  aliases: ["联络员名单", "单位联络员"],
  topic: "查项目",
  summary: "各单位的联络员和副手；谁家还没有",
  examples: ["联络员", "联络员 区建管委", "联络员 区建管委 @张三 副手 李四"],
  act: "look",
  insideOnly: "各单位的联络员只在内部看。",
  async run(turn, call) {
    if (call.rest === "" || ASKS_ALL.test(call.rest)) return listed(turn);
    const wish = readContacts(call.rest, turn);
    // 联络员 603 @李四 is about a project's team.
    if (wish.units.length === 0 && wish.projects.length > 0)
      return handOver(turn, "班子", { ...call, rest: `联络员 ${call.rest}` });
    const [unit, more] = wish.units;
    if (!unit) return said("没看出是哪个单位，没有改动。");
    if (wish.unread.length > 0) return said(`“${typed(wish.unread[0] ?? "", 20)}”没看懂，没有改动。`);
    if (wish.sets.length === 0) return shown(turn, unit);
    return more ? said("一次改一个单位，没有改动。") : set(turn, unit, wish);
  },
};

async function viewOf({ tx, now }: Turn) {
  const today = dayOf(now);
  return { contacts: await tx.teams.unitContacts(), absences: await tx.teams.absences(today), today };
}

async function listed(turn: Turn): Promise<Answer> {
  const view = await viewOf(turn);
  const projects = await turn.tx.projects.all();
  const busy = new Set([
    ...projects.flatMap(({ unit }) => unit ?? []),
    ...view.contacts.map(({ unit }) => unit),
  ]);
  const units = (await turn.tx.projects.units()).map(({ name }) => name).filter((name) => busy.has(name));
  return { card: contactsCard(units, view) };
}

async function shown(turn: Turn, unit: string): Promise<Answer> {
  const view = await viewOf(turn);
  return { card: unitContactsCard(unit, await contactsOf(turn.tx, unit, view.today), view) };
}

async function set(turn: Turn, unit: string, { sets }: ContactWish): Promise<Answer> {
  const refusal = await refusedAct(turn, "team.set", await isContactOf(turn, unit));
  if (refusal) {
    const { card } = await refused(turn, refusal, `联络员 ${unit}`);
    return { card: { ...card, title: "没有改动" } };
  }
  const changes: Change[] = [];
  const lines: string[] = [];
  const byName: string[] = [];
  for (const { part, name } of sets) {
    const before = (await turn.tx.teams.unitContacts()).find((one) => one.unit === unit && one.part === part);
    const who = name === null ? null : await whoIs(turn, name);
    if (who && who.openId === null) byName.push(who.name);
    const isSame = before?.name === who?.name && (before?.openId ?? null) === (who?.openId ?? null);
    const [from, to] = [before?.name ?? null, who?.name ?? null];
    const words = `${part} ${typed(from ?? "没有登记", 20)} → **${typed(to ?? "没有登记", 20)}**`;
    lines.push(isSame ? `${part} 本来就是${typed(to ?? "没有登记", 20)}` : words);
    if (isSame) continue;
    await turn.tx.teams.keepContact({ unit, part }, who);
    changes.push({ subject: "team", subjectId: unit, what: part, from, to });
  }
  await recordChanges(turn, ...changes);
  const back = changes[0];
  return {
    card: {
      title: changes.length > 0 ? `已改 ${unit}` : "没有改动",
      tone: changes.length > 0 ? "green" : "grey",
      blocks: [
        text(lines.join("\n")),
        ...(back
          ? [note(`要改回请说“联络员 ${typed(unit)} ${back.what} ${typed(back.from ?? "去掉", 20)}”。`)]
          : []),
        ...(byName.length > 0
          ? [note(`${typed(byName.join("、"), 60)}还没有对上群里的账号，先记名字，我提醒不到。`)]
          : []),
      ],
    },
  };
}

function said(sentence: string): Answer {
  return brief("没有改动", `${sentence}请这样说：“联络员 区建管委 @张三 副手 @李四”。`);
}
