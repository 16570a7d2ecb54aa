import { brief } from "../../src/bot/brief.js";
import type { Answer, ClickAnswer, Command } from "../../src/bot/command.js";
import { type ForgetModel, forgetPreview } from "../../src/bot/people/forget-preview.js";
import { handoverPreview } from "../../src/bot/people/handover-preview.js";
import { heldBy, holdsNothing } from "../../src/bot/people/held-by.js";
import { type Who, whoIs } from "../../src/bot/people/who.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import { text } from "../../src/cards/card.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";

/** 忘记: the contact of somebody who has left goes; what they reported stays, under their name. */
export const forget: Command = {
  name: "忘记",
  aliases: ["删除人员", "注销人员"],
  topic: "管理",
  summary: "离岗的人：去掉账号和联系方式，报过的进度照留；先交接",
  examples: ["忘记 @张三"],
  act: "person.leave",
  async run(turn, call) {
    const [mention, more] = turn.mentions;
    if (more) return said("一次忘记一个人，没有动。");
    if (!mention && call.rest === "") return said("请写明是谁，如“忘记 @张三”。");
    const who = await whoIs(turn, mention?.name ?? call.rest);
    const { openId } = who;
    if (openId === null) return said(`没有“${typed(who.name, 20)}”的账号，没有要忘记的。记录里的名字照留。`);
    if (openId === turn.speaker.openId) return said("不能忘记您自己，请推进办另一位同事来办。");
    return forgetPreview(turn, { who: { name: who.name, openId } });
  },
  clicks: {
    hand: {
      run: (turn, click) => {
        const model = click.model as ForgetModel;
        return handedOn(turn, model, model.near?.[Number(click.args.to)]);
      },
    },
    confirm: { run: (turn, click) => forgotten(turn, click.model as ForgetModel) },
    cancel: { run: async () => ({ toast: "好的，没有动", tone: "info", ...said("好的，什么都没动。") }) },
  },
};

async function handedOn(
  turn: Turn,
  { who, near = [] }: ForgetModel,
  to: Who | undefined,
): Promise<ClickAnswer> {
  const refusal = await refusedAct(turn, "person.leave");
  if (refusal) return refusedClick(turn, refusal, "交接");
  if (!to || !near.includes(to)) return { toast: "请重新发一次“忘记”", tone: "info" };
  const answer = await handoverPreview(turn, { from: who, to });
  return { toast: "请确认", ...answer, becomes: "交接" };
}

async function forgotten(turn: Turn, { who }: ForgetModel): Promise<ClickAnswer> {
  const refusal = await refusedAct(turn, "person.leave");
  if (refusal) return refusedClick(turn, refusal, "忘记");
  if (who.openId === turn.speaker.openId) return { toast: "不能忘记您自己", tone: "error" };
  if (!holdsNothing(await heldBy(turn, who, dayOf(turn.now)))) {
    const { card } = await forgetPreview(turn, { who });
    return { toast: "名下又有了事，请先交接", tone: "info", card, model: {} };
  }
  await turn.tx.leavers.forget(who.openId, turn.now);
  await recordChanges(turn, {
    subject: "person",
    subjectId: who.name,
    what: "忘记",
    from: "已登记的账号",
    to: null,
    reason: "离岗",
  });
  return {
    toast: "已忘记",
    card: {
      title: `已忘记${who.name}`,
      tone: "green",
      blocks: [
        text(`${typed(who.name, 20)}的账号和联系方式都去掉了，报过的记录照留名字。回来了请重新登记。`),
      ],
    },
    // The card's own model would keep the contact.
    model: {},
  };
}

function said(sentence: string): Answer {
  return brief("没有动", sentence);
}
