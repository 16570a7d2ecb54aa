import type { ClickAnswer, Command } from "../../src/bot/command.js";
import { handOver } from "../../src/bot/people/hand-over.js";
import { type HandoverModel, handoverPreview, notHandedOver } from "../../src/bot/people/handover-preview.js";
import { heldBy, holdsNothing } from "../../src/bot/people/held-by.js";
import { foldedWords, namesSomebody, whoIs } from "../../src/bot/people/who.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import { note, text } from "../../src/cards/card.js";
import { heldLines } from "../../src/cards/people/held-lines.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";

/** `@张伟 给 @王五`, `把张伟的工作交接给王五` */
const FROM_TO =
  /^\s*(?:把|将)?\s*(@?\S{2,20}?)\s*(?:的(?:工作|事情?|项目)?)?\s*(?:都)?\s*(?:交接给|移交给|转交给|交给|转给|给|→|->|移交)\s*(@?\S{2,20}?)[。!！\s]*$/;

/** 交接: all that is open in one person's name goes to another; shown first, then confirmed. */
export const handover: Command = {
  name: "交接",
  aliases: ["工作交接", "移交"],
  topic: "管理",
  summary: "有人调走：班子、联络员、问题和议定事项的责任人一起交给另一位，先看再确认",
  examples: ["交接 张伟 给 @王五"],
  act: "person.leave",
  async run(turn, call) {
    const [, first, second] = FROM_TO.exec(foldedWords(call.rest, turn)) ?? [];
    if (!first || !second || !namesSomebody(first, turn) || !namesSomebody(second, turn))
      return notHandedOver("没看出谁交给谁，没有动。请这样说：“交接 @张伟 给 @王五”。");
    const [from, to] = [await whoIs(turn, first), await whoIs(turn, second)];
    const isSame =
      from.openId === null || to.openId === null ? from.name === to.name : from.openId === to.openId;
    if (isSame) return notHandedOver("交接的是同一个人，没有动。");
    return handoverPreview(turn, { from: { name: from.name, openId: from.openId }, to });
  },
  clicks: {
    confirm: { run: (turn, click) => confirmed(turn, click.model as HandoverModel) },
    cancel: {
      run: async () => ({
        toast: "好的，没有交接",
        tone: "info",
        ...notHandedOver("好的，没有交接，什么都没动。"),
      }),
    },
  },
};

async function confirmed(turn: Turn, { from, to }: HandoverModel): Promise<ClickAnswer> {
  const refusal = await refusedAct(turn, "person.leave");
  if (refusal) return refusedClick(turn, refusal, "交接");
  const held = await heldBy(turn, from, dayOf(turn.now));
  if (holdsNothing(held))
    return { toast: "已经没有要交接的了", tone: "info", ...notHandedOver("已经没有要交接的了。") };
  await handOver(turn, held, from, to);
  const back = `交接 ${typed(to.name, 20)} 给 ${typed(from.name, 20)}`;
  return {
    toast: "已交接",
    card: {
      title: `已交接：${from.name} → ${to.name}`,
      tone: "green",
      blocks: [
        text(heldLines(held).join("\n")),
        note(
          `个别不对的用“班子”“联络员”再改；要全部交回来请发“${back}”（连${typed(to.name, 20)}原有的也会一起过去）。`,
        ),
      ],
    },
  };
}
