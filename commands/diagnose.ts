import type { Command } from "../src/bot/command.js";
import { note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { formatInstant } from "../src/domain/day.js";

const MOST = 8;
/** Codes of refusals, in the words of whoever reads them. */
const REASONS: Record<string, string> = {
  "not-registered": "没登记",
  "not-yours": "不是本单位的项目",
  "office-only": "只有推进办能办",
  "leader-reads": "领导只看不填",
  "not-here": "外部群没绑定这个项目",
  "inside-only": "不在外部群里说",
  "not-your-button": "点了别人的按钮",
};

/** 诊断: what did not get out, what could not be worked off, who was refused. */
export const diagnose: Command = {
  name: "诊断",
  aliases: [],
  topic: "管理",
  summary: "没发出的消息、没处理成的消息、被拒绝的操作",
  examples: ["诊断"],
  allowed: "office",
  insideOnly: "诊断只在推进办内部看。",
  async run(turn) {
    const waiting = await turn.tx.outbox.waiting();
    const aside = await turn.tx.outbox.aside(MOST);
    const failed = await turn.tx.inbox.failed(MOST);
    const refused = await turn.tx.refusals.latest(MOST);
    const names = new Map((await turn.tx.people.all()).map(({ openId, name }) => [openId, name]));
    const section = (title: string, lines: string[]) =>
      text([`**${title}**`, ...(lines.length > 0 ? lines : ["没有"])].join("\n"));
    return {
      card: {
        title: "诊断",
        tone: aside.length + failed.length > 0 ? "orange" : "green",
        blocks: [
          text(`等着发出的消息 ${waiting} 条`),
          section(
            "没发出的消息",
            aside.map(
              (row) =>
                `#${row.seq} ${formatInstant(row.endedAt, turn.now)} ${row.status === "uncertain" ? "不明" : "失败"}：${typed(row.reason, 80)}`,
            ),
          ),
          section(
            "没处理成的消息",
            failed.map(
              (row) => `#${row.seq} ${formatInstant(row.endedAt, turn.now)}：${typed(row.reason, 80)}`,
            ),
          ),
          section(
            "被拒绝的操作",
            refused.map(
              (row) =>
                `${formatInstant(row.at, turn.now)} ${typed(names.get(row.openId) ?? "没登记的人", 20)}：${typed(row.what, 40)}（${REASONS[row.code] ?? row.code}）`,
            ),
          ),
          note("编号可以在运行日志里查到前后经过。"),
        ],
      },
    };
  },
};
