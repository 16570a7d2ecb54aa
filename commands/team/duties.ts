import type { Answer, Call, Command } from "../../src/bot/command.js";
import { nothingToList } from "../../src/bot/lists/nothing-to-list.js";
import { ownIn } from "../../src/bot/lists/own-projects.js";
import { type DutyScope, dutiesOf } from "../../src/bot/people/duties.js";
import { NAME, whoIs } from "../../src/bot/people/who.js";
import { officeContact, type Refusal, refusedAct, roleOf } from "../../src/bot/permissions.js";
import { projectsNamed } from "../../src/bot/projects-named.js";
import { refusedClick } from "../../src/bot/refuse.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { text } from "../../src/cards/card.js";
import { dutiesCard } from "../../src/cards/people/duties-card.js";
import { typed } from "../../src/cards/typed.js";
import { grantOf } from "../../src/domain/acts.js";
import { dayOf } from "../../src/domain/day.js";
import { findMentions } from "../../src/language/names/mentions.js";
import { normalise } from "../../src/language/text/normalise.js";

interface Model {
  scope: DutyScope;
  title: string;
  isOwn: boolean;
}

const LIKE = "可以发“我的清单”“责任清单 区建管委”“责任清单 张三”“责任清单 603”";
/** 责任清单, 我要办什么: the words that ask, the name aside. */
const ASKING =
  /责任清单|任务清单|待办(?:清单|事项)?|清单|(?:还|现在|最近|本周|这周)?(?:有什么|有哪些|要|该|得|需要)(?:要)?(?:办|做)(?:些)?(?:什么|哪些|啥)?的?(?:事情?)?|[的?？呢啊吗\s]|看看?|查|列/g;

/** 责任清单: who owes what by when. */
export const duties: Command = {
  name: "责任清单",
  aliases: ["我的清单", "我的责任清单", "我要办什么", "我有什么要办", "我的待办", "待办清单"],
  topic: "查项目",
  summary: "欠着什么、哪天到期：没报的、节点、问题、容缺、议定事项",
  examples: ["我的清单", "责任清单 区建管委", "我要办什么"],
  act: "duties.look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "责任清单");
    if (nothing) return nothing;
    const model = await meant(turn, call);
    if (!model)
      return {
        card: {
          title: "没有看懂",
          tone: "grey",
          blocks: [text(`“${typed(call.rest, 30)}”不是单位、项目或登记的人。${LIKE}。`)],
        },
      };
    const refusal = await refusedList(turn, model.isOwn);
    if (refusal) return notShown(await refused(turn, refusal, "责任清单"));
    return shown(turn, model, 1);
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const { scope, title } = click.model as Model;
        const isOwn = turn.chat.external || isOwnScope(turn, scope);
        const refusal = await refusedList(turn, isOwn);
        if (refusal) return refusedClick(turn, refusal, "责任清单");
        const { card } = await shown(turn, { scope, title, isOwn }, Number(click.args.page));
        return { toast: "好的", card };
      },
    },
  },
};

/** One's own unit's, for who has one; the office and leaders see all. */
async function refusedList(turn: Turn, isOwn: boolean): Promise<Refusal | null> {
  if (turn.speaker.isRegistered || turn.chat.external) return refusedAct(turn, "duties.look", isOwn);
  const contact = await officeContact(turn.tx);
  return { code: "not-registered", sentence: `您还没有登记单位，还没有您的清单。请找${contact}登记。` };
}

/** Nothing was to be written, and so nothing was left unwritten. */
const notShown = ({ card }: Answer): Answer => ({ card: { ...card, title: "这份清单看不了" } });

async function shown(turn: Turn, model: Model, page: number): Promise<Answer> {
  const { scope, title } = model;
  const found = await dutiesOf(turn, scope);
  const seesAll = grantOf("duties.look", roleOf(turn.speaker)) === "yes" && !turn.chat.external;
  const card = dutiesCard({
    title,
    duties: found,
    today: dayOf(turn.now),
    page,
    hasMoney: turn.sight.money,
    hint: seesAll && model.isOwn ? "看别的单位说“责任清单 区建管委”，看一个人说“责任清单 张三”。" : "",
  });
  return { card, model };
}

/** Whose list: the unit's or person's named, else the speaker's own; in an outside chat that of its projects. */
async function meant(turn: Turn, call: Call): Promise<Model | null> {
  const said = call.rest.replace(ASKING, " ").trim();
  const unit = findMentions(normalise(said).text, turn.names).find((one) => one.unit)?.unit;
  if (unit) {
    const scope: DutyScope = { unit };
    return { scope, title: `${unit}的责任清单`, isOwn: turn.chat.external || isOwnScope(turn, scope) };
  }
  const isOwnAsked = said === "" || ownIn(said) !== null;
  if (isOwnAsked) return ownList(turn);
  const [project] = await projectsNamed(turn, said);
  if (project) {
    const scope: DutyScope = { codes: [project.code] };
    const isOwn = turn.chat.external || (project.unit !== null && project.unit === turn.speaker.unit);
    const isSeen = turn.sight.codes?.has(project.code) ?? true;
    return isSeen ? { scope, title: `${project.name}的责任清单`, isOwn } : ownList(turn);
  }
  return NAME.test(said) || turn.mentions.length > 0 ? ofPerson(turn, said) : null;
}

async function ownList(turn: Turn): Promise<Model> {
  const { speaker, sight, chat, tx } = turn;
  if (chat.external && sight.codes)
    return { scope: { codes: [...sight.codes] }, title: "这里的责任清单", isOwn: true };
  const teams = [...(await tx.teams.teamsOf(speaker.openId))];
  const scope: DutyScope = {
    ...(speaker.unit ? { unit: speaker.unit } : {}),
    codes: teams,
    person: speaker.name,
  };
  const title = speaker.unit ? `您的责任清单（${speaker.unit}）` : "您的责任清单";
  return { scope, title, isOwn: speaker.isRegistered };
}

/** Of one person: the projects on whose team they are, and the problems that they are named for. */
async function ofPerson(turn: Turn, said: string): Promise<Model | null> {
  const [mention] = turn.mentions;
  const who = await whoIs(turn, mention?.name ?? said);
  const places = (await turn.tx.teams.places()).filter(({ name, openId }) =>
    who.openId !== null && openId !== null ? openId === who.openId : name === who.name,
  );
  const named = (await turn.tx.problems.list({ codes: null })).some(({ person }) => person === who.name);
  if (who.unit === null && places.length === 0 && !named) return null;
  const scope: DutyScope = { codes: [...new Set(places.map(({ code }) => code))], person: who.name };
  const isOwn = who.openId === turn.speaker.openId || (who.unit !== null && who.unit === turn.speaker.unit);
  return { scope, title: `${who.name}的责任清单`, isOwn };
}

const isOwnScope = ({ speaker }: Turn, { unit, person }: DutyScope): boolean =>
  speaker.isRegistered && ((unit !== undefined && unit === speaker.unit) || person === speaker.name);
