import { heldLines } from "../../cards/people/held-lines.js";
import { typed } from "../../cards/typed.js";
import { dayOf } from "../../domain/day.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import type { Mention } from "../events.js";
import type { Turn } from "../turn.js";
import { heldBy, holdsNothing } from "./held-by.js";
import {
  personWords,
  type Registered,
  type Registration,
  ROLE_NAMES,
  registerPeople,
  writeOut,
} from "./register.js";

/** Registers people by what was read, and echoes what each is now and was before. */
export async function register(turn: Turn, asked: readonly Mention[], read: Registration): Promise<Answer> {
  const known = await Promise.all(asked.map(({ openId }) => turn.tx.people.find(openId)));
  // 人员 @张三 桃浦智创城: whoever changes units stays what they are.
  const roles = new Set(known.map((person) => person?.role));
  const kept = (read.unit || read.section) && roles.size === 1 ? known[0]?.role : undefined;
  const role = read.role ?? (read.unit === "区推进办" ? "office" : kept);
  if (!role) return said("没有登记", "请写明角色：填报、领导、推进办或访客。");
  const hasUnit = read.unit !== undefined || known.every((one) => one?.role === "reporter" && one.unit);
  if (role === "reporter" && !hasUnit)
    return said("没有登记", "填报人要写明单位，如“人员 @张三 区建管委 填报”。");
  const done = await registerPeople(turn, asked, { ...read, role });
  const lines = done.map(({ person, was }) => {
    const now = `${typed(person.name, 20)}：${typed(read.unit ?? "", 30)} ${ROLE_NAMES[role]}`.replace(
      "： ",
      "：",
    );
    const before =
      was && personWords(was) !== personWords(person) ? `（原来是${typed(personWords(was), 60)}）` : "";
    return now + before;
  });
  return said("已登记", [...lines, ...(await stillContact(turn, done))].join("\n"));
}

/** Who has gone to another unit may still stand for the old one. */
async function stillContact(turn: Turn, done: readonly Registered[]): Promise<string[]> {
  const contacts = await turn.tx.teams.unitContacts();
  return done.flatMap(({ person: { openId, name, unit } }) =>
    contacts
      .filter((one) => one.openId === openId && one.unit !== unit)
      .map(
        (one) =>
          `${typed(name, 20)}还是${typed(one.unit)}的${one.part}，要换请发“联络员 ${typed(one.unit)} @谁”。`,
      ),
  );
}

/** 退出: off the list at once; what is still in their name is said. */
export async function left(turn: Turn, reason: string): Promise<Answer> {
  if (turn.mentions.some(({ openId }) => openId === turn.speaker.openId))
    return said("没有登记", "不能让自己退出，请推进办另一位同事来办。");
  const gone = await writeOut(turn, turn.mentions, reason);
  const absent = turn.mentions.filter(({ openId }) => !gone.some((one) => one.openId === openId));
  const lines = gone.map(
    (one) => `${typed(one.name, 20)}已退出（原来是${typed(personWords(one), 60)}），以后不能填报。`,
  );
  for (const one of gone) {
    const held = await heldBy(turn, one, dayOf(turn.now));
    const name = typed(one.name, 20);
    if (!holdsNothing(held))
      lines.push(...heldLines(held), `还在${name}名下，请发“交接 @${name} 给 @接手的人”。`);
  }
  lines.push(...absent.map(({ name }) => `${typed(name, 20)}本来就没有登记。`));
  const back = gone[0];
  if (back)
    lines.push(
      `弄错了请重新登记：“人员 @${typed(back.name, 20)} ${typed(back.unit ?? "", 30)} ${ROLE_NAMES[back.role].replace("（只看）", "")}”。`.replace(
        "  ",
        " ",
      ),
    );
  return said(gone.length > 0 ? "已退出" : "没有登记", lines.join("\n"));
}

export function said(title: string, sentence: string): Answer {
  return brief(title, sentence, title === "没有登记" ? "grey" : "green");
}
