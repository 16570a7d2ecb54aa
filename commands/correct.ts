import { takeBack } from "../src/bot/book.js";
import type { Answer, Command } from "../src/bot/command.js";
import { refusedToWrite } from "../src/bot/permissions.js";
import { asReport, corrected, fits } from "../src/bot/report/corrected.js";
import { reportCard } from "../src/bot/report/report-card.js";
import { reportModel, type Section } from "../src/bot/report/sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import type { CorrectItem } from "../src/language/items.js";
import type { Write } from "../src/store/ledger.js";
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
    return asked.measure === "project" ? moved(turn, asked, write) : replaced(turn, asked, write);
  },
  ...(report.clicks ? { clicks: report.clicks } : {}),
};

/** A new entry in the place of the old one; taking it back brings the old one back. */
async function replaced(turn: Turn, asked: CorrectItem, write: Write): Promise<Answer> {
  const found = write.records.filter((record) => fits(record, asked));
  const [record] = found;
  if (!record || found.length > 1)
    return how(record ? "上一条里有几个这样的数，分不清改哪个。" : "上一条里没有这样的数。");
  const project = await turn.tx.projects.byCode(record.code);
  const item = project && corrected(record, asked, project.name);
  if (!item) return how();
  return answer(turn, await writeItems(turn, [item], record.id));
}

/** 不是603，是606: all of it goes to the other project, if the speaker may write that one. */
async function moved(turn: Turn, asked: CorrectItem, write: Write): Promise<Answer> {
  const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  if (!project) return how("没看出是哪个项目。");
  const items = write.records.flatMap((record) => asReport(record, project.name) ?? []);
  if (items.length < write.records.length) return how("节点不能整条换到别的项目。");
  const refusal = await refusedToWrite(turn, project);
  if (refusal) return refused(turn, refusal, `更正到 ${project.code}`);
  const taken = (await takeBack(turn, write)) ?? [];
  const gone = taken.map(
    (one): Section => ({
      is: "written",
      project: one.project,
      changes: [],
      writeId: write.writeId,
      undone: one.changes,
    }),
  );
  return answer(turn, [...(await writeItems(turn, items)), ...gone]);
}

function answer(turn: Turn, sections: Section[]): Answer {
  const model = reportModel(turn, sections);
  const card = reportCard(model);
  return { card: { ...card, title: card.title.replace("已记入", "已更正") }, model };
}

function how(why = ""): Answer {
  return {
    card: {
      title: "没有更正",
      tone: "grey",
      blocks: [text(`${why}请先发“撤销”，再把正确的完整报一次，如“武宁路 形象进度65%”。`)],
    },
  };
}
