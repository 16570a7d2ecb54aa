import type { Answer, Command } from "../src/bot/command.js";
import type { Mention } from "../src/bot/events.js";
import { heldBy, holdsNothing } from "../src/bot/people/held-by.js";
import {
  personWords,
  type Registered,
  type Registration,
  ROLE_NAMES,
  registerPeople,
  writeOut,
} from "../src/bot/people/register.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, text } from "../src/cards/card.js";
import { heldLines } from "../src/cards/people/held-lines.js";
import { peopleCard } from "../src/cards/people/people-card.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";
import type { Unit } from "../src/domain/project.js";
import { nearUnits } from "../src/language/near-units.js";
import type { Role } from "../src/store/people.js";

/** units that are offered for one that is not exact */
const MOST = 4;

const ROLES: Record<string, Role> = {
  填报: "reporter",
  填报员: "reporter",
  填报人: "reporter",
  推进办: "office",
  办公室: "office",
  领导: "leader",
  访客: "guest",
};
/** Words that write somebody out. */
const LEAVES = new Set(["退出", "离开", "离职", "调离", "调走", "退休", "离岗"]);
/** 人员: the office registers who somebody is; without names it lists who is registered. */
export const people: Command = {
  name: "人员",
  aliases: ["登记人员", "人员登记"],
  topic: "管理",
  summary: "登记谁是哪个单位、什么角色（填报、领导、推进办、访客）；调走的退出",
  examples: ["人员 @张三 区建管委 填报", "人员 @李四 领导", "人员 @李四 退出", "人员"],
  act: "person.set",
  async run(turn, call) {
    if (turn.mentions.length === 0 && call.rest === "") {
      if (turn.chat.external) return said("没有列出", "登记名单不在外部群里列出，请到推进办的群里发“人员”。");
      const units = (await turn.tx.projects.units()).map(({ name }) => name);
      const all = await turn.tx.people.all();
      return { card: peopleCard(all, units, ({ role }) => ROLE_NAMES[role]) };
    }
    if (turn.mentions.length === 0)
      return said("没有登记", "请 @ 要登记的人，如“人员 @张三 区建管委 填报”。");

    const words = turn.mentions
      .reduce((left, { name }) => left.replaceAll(`@${name}`, " "), call.rest)
      .split(/[\s,，、]+/)
      .filter(Boolean);
    const [leaves] = words.filter((word) => LEAVES.has(word));
    if (leaves !== undefined && words.length === 1) return left(turn, leaves);
    const units = await turn.tx.projects.units();
    const read = readWords(words, units);
    const near = read.unread === undefined ? [] : nearUnits(read.unread, units, MOST);
    if (read.unread !== undefined) return notAUnit(read.unread, near, { people: [...turn.mentions], read });
    return register(turn, turn.mentions, read);
  },
  clicks: {
    unit: {
      async run(turn, click) {
        const refusal = await refusedAct(turn, "person.set");
        if (refusal) return refusedClick(turn, refusal, "登记人员");
        const { people: asked, read } = click.model as Model;
        const answer = await register(turn, asked, { ...read, unit: String(click.args.unit) });
        return { toast: answer.card.title, ...answer };
      },
    },
  },
};

/** What a question about the unit is waiting with. */
interface Model {
  people: Mention[];
  read: Read;
}

async function register(turn: Turn, asked: readonly Mention[], read: Read): Promise<Answer> {
  const known = await Promise.all(asked.map(({ openId }) => turn.tx.people.find(openId)));
  // 人员 @张三 桃浦智创城: whoever changes units stays what they are.
  const roles = new Set(known.map((person) => person?.role));
  const kept = (read.unit || read.section) && roles.size === 1 ? known[0]?.role : undefined;
  const role = read.role ?? (read.unit === "区推进办" ? "office" : kept);
  if (!role) return said("没有登记", "请写明角色：填报、领导、推进办或访客。");
  const moves = read.unit !== undefined || known.every((person) => person?.unit);
  if (role === "reporter" && !moves)
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
async function left(turn: Turn, reason: string): Promise<Answer> {
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

/** A unit's name that is not exact registers nobody: the nearest ones are offered. */
function notAUnit(word: string, near: readonly string[], model: Model): Answer {
  const missed = `“${typed(word, 30)}”不是单位，也不是角色。`;
  const hasAll = model.read.role !== undefined && !model.read.unit && !model.read.isMore;
  if (near.length > 0 && hasAll)
    return {
      card: {
        title: "没有登记",
        tone: "grey",
        blocks: [
          text(`${missed}您说的单位是不是下面这个？点了就登记。`),
          buttons(...near.map((unit) => ({ label: unit, does: "unit", args: { unit } }))),
        ],
      },
      model,
    };
  const like = near.length > 0 ? `单位是不是${near.join("、")}？` : "单位请用全称或简称，如“区建管委”。";
  return said("没有登记", `${missed}${like}角色有：填报、领导、推进办、访客。`);
}

interface Read extends Registration {
  /** the first word that is none of them */
  unread?: string;
  /** so are others */
  isMore?: true;
}

function readWords(words: string[], units: readonly Unit[]): Read {
  const read: Read = {};
  for (const word of words) {
    const unit = units.find(({ name, aliases }) => name === word || aliases.includes(word));
    const role = Object.hasOwn(ROLES, word) ? ROLES[word] : undefined;
    // 推进办 is a unit and a role: first it names the role.
    if (role && !read.role) read.role = role;
    else if (unit) read.unit = unit.name;
    else if (/科$/.test(word)) read.section = word;
    else if (read.unread === undefined) read.unread = word;
    else read.isMore = true;
  }
  return read;
}

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: title === "没有登记" ? "grey" : "green", blocks: [text(sentence)] } };
}
