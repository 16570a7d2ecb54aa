import type { Command } from "../src/bot/command.js";
import type { Refusal } from "../src/bot/permissions.js";
import { type Block, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { formatInstant } from "../src/domain/day.js";

const MOST = 8;
/** Codes of refusals, in the words of whoever reads them. */
const REASONS: Record<Refusal["code"], string> = {
  "not-registered": "没登记",
  "not-yours": "不是本单位的项目",
  "office-only": "只有推进办能办",
  "not-allowed": "不归他办",
  "not-in-this-chat": "不在这个会话办",
  "own-problem": "自己报的问题不能自己销号",
  "leader-reads": "领导只看不填",
  "not-here": "不在这个会话能看的项目里",
  "inside-only": "只在内部看",
  "not-your-button": "点了别人的按钮",
  "forwarded-card": "点了转来的卡片",
};

/** 诊断: what did not get out, what could not be worked off, who was refused. */
export const diagnose: Command = {
  name: "诊断",
  aliases: [],
  topic: "管理",
  summary: "没发出的消息、没处理成的消息、被拒绝的操作",
  examples: ["诊断"],
  act: "bot.diagnose",
  insideOnly: "诊断只在推进办内部看。",
  async run(turn) {
    const { tx, now } = turn;
    const waiting = await tx.outbox.waiting();
    const aside = await tx.outbox.aside(MOST);
    const failed = await tx.inbox.failed(MOST);
    const refused = await tx.refusals.latest(MOST);
    const names = new Map((await tx.people.all()).map(({ openId, name }) => [openId, name]));
    const projects = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
    const isWell = aside.length + failed.length === 0;
    const blocks = [
      text(`等着发出的消息：${waiting}条${waiting === 0 ? "" : "，发得出时会自己发"}`),
      section(
        "没发出、已放到一边的消息",
        aside.map(
          ({ seq, endedAt, status, reason }) =>
            `发件#${seq}　${formatInstant(endedAt, now)}　${status === "uncertain" ? "发没发出不清楚" : "没发出"}：${typed(reason, 80)}`,
        ),
      ),
      section(
        "没处理成、已放到一边的消息",
        failed.map(
          ({ seq, endedAt, reason }) => `收件#${seq}　${formatInstant(endedAt, now)}　${faultWords(reason)}`,
        ),
      ),
      section(
        "被拒绝的操作",
        refused.map(
          ({ at, openId, what, code }) =>
            `${formatInstant(at, now)} ${typed(names.get(openId) ?? "没登记的人", 20)}：${typed(named(what, projects), 40)}（${reasonWords(code)}）`,
        ),
      ),
    ];
    if (!isWell) blocks.push(note("前后经过在运行日志里：按 # 后面的编号找 seq。"));
    return { card: { title: isWell ? "诊断：收发正常" : "诊断", tone: isWell ? "green" : "orange", blocks } };
  },
};

/** `**被拒绝的操作**（最近8条）`, and a line each */
function section(title: string, lines: string[]): Block {
  const count = lines.length < MOST ? `${lines.length}条` : `最近${MOST}条`;
  return text([`**${title}**：${count}`, ...lines].join("\n"));
}

/** The log has a project's code; who reads this knows it by its name. */
const named = (what: string, projects: ReadonlyMap<string, string>): string =>
  what
    .split(" ")
    .map((word) => projects.get(word) ?? word)
    .join(" ");

/** Refusals of old may carry a code that is not used any more. */
const reasonWords = (code: string): string =>
  code in REASONS ? REASONS[code as Refusal["code"]] : "不能这样办";

/** codes of errors in what a fault says: `SQLITE_BUSY`, `ECONNRESET`, `230018` */
const CODE = /\b(?:[A-Z]+_[A-Z_]+|E[A-Z]{4,}|\d{5,9})\b/;

/** A fault's own words may repeat what people wrote, so only its code is shown; the log has the rest. */
const faultWords = (reason: string): string => {
  const [code] = CODE.exec(reason) ?? [];
  return `程序出错${code ? `（${code}）` : ""}`;
};
