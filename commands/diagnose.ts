import type { Command } from "../src/bot/command.js";
import { refusedOffice } from "../src/bot/permissions.js";
import { logRefusal } from "../src/bot/refuse.js";
import { note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { formatInstant } from "../src/domain/day.js";

const MOST = 8;

/** 诊断: what did not get out, what could not be worked off, who was refused. */
export const diagnose: Command = {
  name: "诊断",
  aliases: [],
  topic: "管理",
  summary: "没发出的消息、没处理成的消息、被拒绝的操作",
  examples: ["诊断"],
  allowed: "office",
  async run(turn) {
    const refusal = refusedOffice(turn.speaker);
    if (refusal) {
      await logRefusal(turn, refusal, "诊断");
      return { card: { title: "看不了", tone: "grey", blocks: [text(refusal.sentence)] } };
    }
    const waiting = await turn.tx.outbox.waiting();
    const aside = await turn.tx.outbox.aside(MOST);
    const failed = await turn.tx.inbox.failed(MOST);
    const refused = await turn.tx.refusals.latest(MOST);
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
            refused.map((row) => `${formatInstant(row.at, turn.now)} ${typed(row.what, 40)}（${row.code}）`),
          ),
          note("编号对应日志里的 seq。"),
        ],
      },
    };
  },
};
