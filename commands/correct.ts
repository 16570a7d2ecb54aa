import { takeBack } from "../src/bot/book.js";
import type { Answer, Command } from "../src/bot/command.js";
import { reportCard } from "../src/bot/report/report-card.js";
import type { ReportModel } from "../src/bot/report/sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { text } from "../src/cards/card.js";
import { dayOf } from "../src/domain/day.js";
import type { CorrectItem, ReportItem } from "../src/language/items.js";
import type { LedgerRecord } from "../src/store/ledger.js";
import { report } from "./report.js";

/** 更正: puts the speaker's own last figure in this chat right; the old one stays in the history. */
export const correct: Command = {
  name: "更正",
  aliases: [],
  topic: "报进度",
  summary: "改正自己刚报的数",
  examples: ["刚才说错了，是65%", "不是603，是606", "单位写错，是万不是亿"],
  allowed: "write",
  async run(turn, call) {
    const asked = call.items.find((item): item is CorrectItem => item.intent === "correct");
    if (!asked) return how();
    const write = await turn.tx.ledger.lastWrite(turn.chat.chatId, turn.speaker.openId);
    if (!write) return how("您在这里还没有填报。");
    const items: ReportItem[] = [];
    for (const record of write.records) {
      const project = asked.project ?? (await turn.tx.projects.byCode(record.code))?.name;
      const item = project ? corrected(record, asked, project, write.records.length === 1) : null;
      if (item) items.push(item);
    }
    // Only what is clear is put right: one figure, or all of them moved to another project.
    const isClear = asked.measure === "project" ? items.length === write.records.length : items.length === 1;
    if (!isClear || (write.records.length > 1 && asked.measure !== "project"))
      return how("上一条里有几个数，分不清改哪个。");
    if (!(await takeBack(turn, write))) return how();
    const model: ReportModel = {
      sections: await writeItems({ ...turn, saidAt: turn.saidAt }, items),
      today: dayOf(turn.now),
      saidByName: turn.speaker.name,
      saidAt: turn.saidAt,
      words: turn.words,
    };
    const card = reportCard(model);
    return { card: { ...card, title: card.title.replace("已记入", "已更正") }, model };
  },
  ...(report.clicks ? { clicks: report.clicks } : {}),
};

function how(why = ""): Answer {
  return {
    card: {
      title: "没有更正",
      tone: "grey",
      blocks: [text(`${why}请先发“撤销”，再把正确的完整报一次，如“武宁路 形象进度65%”。`)],
    },
  };
}

/** The record as it should have been; null when the correction does not fit it. */
function corrected(
  record: LedgerRecord,
  asked: CorrectItem,
  project: string,
  isOnly: boolean,
): ReportItem | null {
  const head = { intent: "report", project, confirmed: true } as const;
  if (asked.measure === "project") return asReport(record, project);
  if (!isOnly) return null;
  if (asked.measure === "percent" && record.measure === "percent" && asked.value !== undefined)
    return { ...head, measure: "percent", value: asked.value, ...(record.part ? { part: record.part } : {}) };
  if (asked.measure === "completion" && record.measure === "completion" && asked.value !== undefined)
    return { ...head, measure: "completion", value: asked.value };
  if (asked.measure === "investment" && record.measure === "investment" && asked.yuan !== undefined)
    return {
      ...head,
      measure: "investment",
      scope: asked.scope ?? record.scope,
      yuan: asked.yuan,
      ...(record.period ? { period: record.period } : {}),
    };
  if (asked.measure === "unit" && record.measure === "investment")
    return { ...head, measure: "investment", scope: record.scope, yuan: scaled(record, asked) };
  return null;
}

const WAN_PER_YI = 10_000;

/** 是万不是亿: the same figure in the other unit. */
function scaled(record: { yuan: number; words: string }, asked: CorrectItem): number {
  const saidInYi = asked.written ? asked.written === "亿" : /亿/.test(record.words);
  return saidInYi ? Math.round(record.yuan / WAN_PER_YI) : record.yuan * WAN_PER_YI;
}

/** The same figure for another project; a milestone stays what it is and is not moved. */
function asReport(record: LedgerRecord, project: string): ReportItem | null {
  const head = { intent: "report", project } as const;
  switch (record.measure) {
    case "percent":
      return {
        ...head,
        measure: "percent",
        value: record.value,
        ...(record.part ? { part: record.part } : {}),
      };
    case "investment":
      return {
        ...head,
        measure: "investment",
        scope: record.scope,
        yuan: record.yuan,
        ...(record.period ? { period: record.period } : {}),
      };
    case "completion":
      return { ...head, measure: "completion", value: record.value };
    case "area":
      return { ...head, measure: "area", mu: record.mu };
    case "funds":
    case "plan":
      return { ...head, measure: record.measure, yuan: record.yuan };
    case "note":
      return { ...head, measure: "note", note: record.note };
    case "unchanged":
      return { ...head, measure: "unchanged" };
    case "milestone":
      return null;
  }
}
