import type { Answer, ClickAnswer, Command } from "../../src/bot/command.js";
import { handOver } from "../../src/bot/people/hand-over.js";
import { type Held, type Holder, heldBy, holdsNothing } from "../../src/bot/people/held-by.js";
import { NAME, type Who, whoIs } from "../../src/bot/people/who.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, note, text } from "../../src/cards/card.js";
import { heldLines } from "../../src/cards/people/held-lines.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";

interface Model {
  from: Holder;
  to: Who;
}

/** 交接: all that is open in one person's name goes to another; shown first, then confirmed. */
export const handover: Command = {
  name: "交接",
  aliases: ["工作交接", "移交"],
  topic: "管理",
  summary: "有人调走：班子、联络员、问题责任人一起交给另一位，先看清单再确认",
  examples: ["交接 张伟 给 @王五"],
  act: "person.leave",
  async run(turn, call) {
    const names = readNames(call.rest);
    if (!names) return said("没看出谁交给谁，没有动。请这样说：“交接 @张伟 给 @王五”。");
    const [from, to] = [await whoIs(turn, names.from), await whoIs(turn, names.to)];
    const isSame = from.openId !== null && from.openId === to.openId;
    if (isSame || from.name === to.name) return said("交接的是同一个人，没有动。");
    return preview(turn, { from: { name: from.name, openId: from.openId }, to });
  },
  clicks: {
    confirm: { run: (turn, click) => confirmed(turn, click.model as Model) },
    cancel: {
      run: async () => ({ toast: "好的，没有交接", tone: "info", ...said("好的，没有交接，什么都没动。") }),
    },
  },
};

/** `@张伟 给 @王五`, `把张伟的工作交接给王五` */
function readNames(said: string): { from: string; to: string } | null {
  const match =
    /^\s*(?:把|将)?\s*(@?\S{2,12}?)\s*(?:的(?:工作|事情?|项目)?)?\s*(?:都)?\s*(?:交接给|移交给|转交给|交给|转给|给|→|->|移交|到)\s*(@?\S{2,12}?)[。!！\s]*$/.exec(
      said.normalize("NFKC"),
    );
  const [, from, to] = match ?? [];
  const isName = (word: string) => word.startsWith("@") || NAME.test(word);
  return from && to && isName(from) && isName(to) ? { from, to } : null;
}

async function preview(turn: Turn, model: Model): Promise<Answer> {
  const { from, to } = model;
  const held = await heldBy(turn, from, dayOf(turn.now));
  if (holdsNothing(held)) return said(`${typed(from.name, 20)}名下没有班子、联络员、问题，不用交接。`);
  const known = to.openId === null ? null : await turn.tx.people.find(to.openId);
  const isKnown = known !== null && known.role !== "guest";
  const warning = isKnown
    ? ""
    : to.openId === null
      ? `${typed(to.name, 20)}还没有对上群里的账号，交过去只记名字，我提醒不到。`
      : `${typed(to.name, 20)}还没有登记，交接后请发“人员 @${typed(to.name, 20)} 单位 填报”，不登记不能填报。`;
  return {
    card: {
      title: `交接：${from.name} → ${to.name}`,
      tone: "orange",
      blocks: [
        text([`下面这些要交给**${typed(to.name, 20)}**，请确认：`, ...heldLines(held)].join("\n")),
        ...(warning ? [text(warning)] : []),
        ...actionsNote(held),
        buttons({ label: "确认交接", does: "confirm", look: "primary" }, { label: "不交接", does: "cancel" }),
        note("已经报的进度还记在原来的人名下，不改。"),
      ],
    },
    model,
    asks: true,
  };
}

const actionsNote = ({ actions }: Held) =>
  actions.length > 0
    ? [text(`议定事项的责任人要单独说：${actions.map((number) => `议${number}`).join("、")}。`)]
    : [];

async function confirmed(turn: Turn, { from, to }: Model): Promise<ClickAnswer> {
  const refusal = await refusedAct(turn, "person.leave");
  if (refusal) return refusedClick(turn, refusal, "交接");
  const held = await heldBy(turn, from, dayOf(turn.now));
  if (holdsNothing(held))
    return { toast: "已经没有要交接的了", tone: "info", ...said("已经没有要交接的了。") };
  await handOver(turn, held, from, to);
  return {
    toast: "已交接",
    card: {
      title: `已交接：${from.name} → ${to.name}`,
      tone: "green",
      blocks: [
        text(heldLines({ ...held, actions: [] }).join("\n")),
        ...actionsNote(held),
        note(`要交回来请发“交接 ${typed(to.name, 20)} 给 ${typed(from.name, 20)}”，或逐个用“班子”改。`),
      ],
    },
    model: null,
  };
}

function said(sentence: string): Answer {
  return { card: { title: "没有交接", tone: "grey", blocks: [text(sentence)] } };
}
