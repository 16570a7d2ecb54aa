import { brief } from "../../src/bot/brief.js";
import type { Answer, Command } from "../../src/bot/command.js";
import { nothingToList } from "../../src/bot/lists/nothing-to-list.js";
import { dutiesOf } from "../../src/bot/people/duties.js";
import { officeContact, type Refusal, refusedAct, roleOf } from "../../src/bot/permissions.js";
import { refusedClick } from "../../src/bot/refuse.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { dutiesCard } from "../../src/cards/people/duties-card.js";
import { typed } from "../../src/cards/typed.js";
import { grantOf } from "../../src/domain/acts.js";
import { dayOf } from "../../src/domain/day.js";
import { isOwnScope, type WhoseDuties, whoseDuties } from "./duties/whose.js";

const LIKE = "可以发“我的清单”“责任清单 区建管委”“责任清单 张三”“责任清单 603”";
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
    const model = await whoseDuties(turn, call);
    if (!model) return brief("没有看懂", `“${typed(call.rest, 30)}”不是单位、项目或登记的人。${LIKE}。`);
    const refusal = await refusedList(turn, model.isOwn);
    if (refusal) return notShown(await refused(turn, refusal, "责任清单"));
    return shown(turn, model, 1);
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const { scope, title } = click.model as WhoseDuties;
        const isOwn = turn.chat.external || (await isOwnScope(turn, scope));
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

async function shown(turn: Turn, model: WhoseDuties, page: number): Promise<Answer> {
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
