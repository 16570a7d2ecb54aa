import type { Answer, Command } from "../src/bot/command.js";
import type { Mention } from "../src/bot/events.js";
import { type Registration, ROLE_NAMES } from "../src/bot/people/register.js";
import { left, register, said } from "../src/bot/people/register-answer.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { buttons, text } from "../src/cards/card.js";
import { peopleCard } from "../src/cards/people/people-card.js";
import { typed } from "../src/cards/typed.js";
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
