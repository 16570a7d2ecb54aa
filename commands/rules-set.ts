import type { ClickAnswer, Command } from "../src/bot/command.js";
import { recordChanges } from "../src/bot/record-change.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { moveLines } from "../src/cards/months/rule-cards.js";
import { typed } from "../src/cards/typed.js";
import { formatInstant } from "../src/domain/day.js";
import { defaultLampRules, type LampRules } from "../src/domain/lamp-rule.js";
import { asVersion, changedRules } from "../src/domain/lamp-rule-change.js";
import { ruleDifferences } from "../src/domain/lamp-rule-words.js";
import { classesOf, movesOf, notChanged, previewed, type RuleModel, versionNow } from "./rules/preview.js";

/** 改规则: the office sets thresholds; it sees what that does before it counts. */
export const setRules: Command = {
  name: "改规则",
  aliases: ["修改规则", "设规则", "调整规则"],
  topic: "管理",
  summary: "改亮灯规则：先看会变几个灯，再点生效",
  examples: [
    "改规则 区属重大 黄80 红55",
    "改规则 落后点数 黄10 红25",
    "改规则 节点 红20",
    "改规则 套用 银川",
  ],
  act: "rule.set",
  run: (turn, call) => previewed(turn, call.rest),
  clicks: {
    apply: {
      async run(turn, click) {
        const { change, what, version } = click.model as RuleModel;
        const next = changedRules(await turn.tx.rules.current(), change, version + 1);
        return applied(turn, next, { what, after: version });
      },
    },
    drop: {
      run: async () => ({ toast: "好的，没有改", tone: "info", ...notChanged("好的，规则照旧。") }),
    },
    back: {
      async run(turn, click) {
        const to = Number(click.args.version);
        const after = await versionNow(turn);
        const known = (await turn.tx.rules.all()).find(({ version }) => version === to)?.rules;
        const next = asVersion(known ?? defaultLampRules, after + 1);
        return applied(turn, next, { what: `改回 v${to}`, after });
      },
    },
  },
  lapse: () => notChanged("一天没有点“生效”，规则照旧。要改请重新发。"),
};

/** Puts the next version in force. What somebody else has set meanwhile is not overwritten. */
async function applied(
  turn: Turn,
  next: LampRules,
  { what, after }: { what: string; after: number },
): Promise<ClickAnswer> {
  const was = await turn.tx.rules.current();
  const moves = await movesOf(turn, next);
  const number = after + 1;
  const { openId: by, name: byName } = turn.speaker;
  const isFirst =
    (await versionNow(turn)) === after &&
    (await turn.tx.rules.add({
      version: number,
      rules: next,
      what,
      validFrom: turn.now,
      by,
      byName,
      messageId: turn.messageId,
    }));
  if (!isFirst)
    return {
      toast: "规则刚有人改过，没有生效",
      tone: "error",
      ...notChanged("规则刚有别人改过，这次没有生效。请发“规则”看现行的，再重新发。"),
    };
  const { from, to } = ruleDifferences(was, next, await classesOf(turn));
  await recordChanges(turn, {
    subject: "rule",
    subjectId: "规则",
    what: `v${after} → v${number}：${what}`,
    from,
    to,
  });
  return {
    toast: `规则 v${number} 已生效`,
    card: {
      title: `规则 v${number} 已生效`,
      tone: "green",
      blocks: [
        text(typed(what, 120)),
        text(moveLines(moves, "did").join("\n")),
        buttons({ label: `改回 v${after}`, does: "back", args: { version: after } }),
        note(`${typed(byName, 20)} ${formatInstant(turn.now)} 改。已经关账的月份，灯不变。发“规则”看全部。`),
      ],
    },
  };
}
