import type { Command } from "../src/bot/command.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { rulesCard } from "../src/cards/months/rule-cards.js";
import { classesOf, previewed } from "./rules/preview.js";

/** 规则: what makes a lamp yellow or red, for each class, with its version. */
export const rules: Command = {
  name: "规则",
  aliases: ["亮灯规则", "亮灯标准", "看规则"],
  topic: "查项目",
  summary: "什么时候亮黄灯、红灯：各类项目现行的规则和版本",
  examples: ["规则", "红灯的规则是什么"],
  act: "look",
  run: async (turn) => ({ card: await cardOf(turn) }),
  clicks: {
    preset: {
      repeats: true,
      async run(turn, click) {
        const refusal = await refusedAct(turn, "rule.set");
        if (refusal) return refusedClick(turn, refusal, `套用规则 ${String(click.args.name)}`);
        const answer = await previewed(turn, `套用 ${String(click.args.name)}`);
        return { toast: "还没有改，请看清楚再点生效", tone: "info", ...answer, becomes: "改规则" };
      },
    },
  },
};

async function cardOf(turn: Turn): Promise<CardView> {
  const mayChange = (await refusedAct(turn, "rule.set")) === null;
  const inForce = await turn.tx.rules.current();
  return rulesCard(inForce, await classesOf(turn), await turn.tx.rules.all(), turn.now, mayChange);
}
