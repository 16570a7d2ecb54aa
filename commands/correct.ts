import type { Answer, Command } from "../src/bot/command.js";
import { refusedToWrite } from "../src/bot/permissions.js";
import { type Correction, insteadOrBeside, whichFigure } from "../src/bot/report/correct-question.js";
import { asReport, corrected, fits, isDenied, isOfPeriod, isOfScope } from "../src/bot/report/corrected.js";
import { correctedTotal } from "../src/bot/report/corrected-total.js";
import { isLongAgo, quotedWrite } from "../src/bot/report/last-write.js";
import { reportCard } from "../src/bot/report/report-card.js";
import { reportModel, type Section } from "../src/bot/report/sections.js";
import { takeBack } from "../src/bot/report/take-back.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import type { Project } from "../src/domain/project.js";
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
  const projects = await projectsOf(turn, write);
  const named = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  if (named && !projects.has(named.code)) return other(turn, write, projects, named);
  const found = write.records.flatMap((record): Correction[] => {
    const name = projects.get(record.code)?.name;
    const item = name && fits(record, asked) && corrected(record, asked, name);
    return item && (!named || named.code === record.code) ? [{ record, item }] : [];
  });
  if (found.length === 0) return how(`${sentenceOn(turn, write)}，里面没有这样的数。`);

  const meant = found.filter(({ record }) => isDenied(record, asked));
  if (meant.length === 0)
    return answer(turn, [whichFigure(turn, `${sentenceOn(turn, write)}，不是您说的那个数，`, found)]);
  if (isLongAgo(turn, write)) return answer(turn, [whichFigure(turn, `${sentenceOn(turn, write)}，`, meant)]);

  const same = meant.filter(({ record }) => isOfScope(record, asked) && isOfPeriod(record, asked));
  if (same.length > 1) return answer(turn, [whichFigure(turn, "上一条里有几个这样的数，", same)]);
  const [one] = same;
  if (one) return answer(turn, await writeItems(turn, [one.item], one.record.id));
  const [only] = meant;
  const total = only && meant.length === 1 ? await correctedTotal(turn, only) : null;
  return answer(turn, total ?? meant.map((each) => insteadOrBeside(turn, each)));
}

/** 不是603，是606: all of it goes to the other project, if the speaker may write that one. */
async function moved(turn: Turn, asked: CorrectItem, write: Write): Promise<Answer> {
  const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  if (!project) return how("没看出是哪个项目。");
  const projects = await projectsOf(turn, write);
  const denied = asked.denied ? await turn.tx.projects.byName(asked.denied) : null;
  if (asked.denied && !(denied && projects.has(denied.code)))
    return other(turn, write, projects, denied, project);
  if (projects.has(project.code)) return how(`${sentenceOn(turn, write)}，记的就是${project.name}。`);
  if (projects.size > 1 || isLongAgo(turn, write))
    return how(
      `${sentenceOn(turn, write)}，${projects.size > 1 ? "一次报了几个项目" : "过了一天以上"}，没有动。`,
    );
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

async function projectsOf(turn: Turn, write: Write): Promise<Map<string, Project>> {
  const projects = new Map<string, Project>();
  for (const { code } of write.records) {
    const project = projects.has(code) ? null : await turn.tx.projects.byCode(code);
    if (project) projects.set(code, project);
  }
  return projects;
}

const sentenceOn = (turn: Turn, write: Write): string => `最近一次填报是${quotedWrite(turn, write)}`;

/** The last write was for another project than the one that is to be put right: nothing is touched. */
function other(
  turn: Turn,
  write: Write,
  projects: ReadonlyMap<string, Project>,
  named: Project | null,
  meant?: Project,
): Answer {
  const names = [...projects.values()].map(({ name }) => name).join("、");
  const how = meant
    ? `要把这一条换到${meant.name}，请发“不是${names}，是${meant.name}”；更早的填报，请到那张卡片上点“撤销”再重报。`
    : "请带上项目名把正确的数完整报一次，如“武宁路 形象进度65%”。";
  return notCorrected(
    `${sentenceOn(turn, write)}，记的是${names}，不是${named?.name ?? "您说的项目"}，没有动。${how}`,
  );
}

function answer(turn: Turn, sections: Section[]): Answer {
  const model = reportModel(turn, sections);
  const card = reportCard(model);
  return { card: { ...card, title: card.title.replace("已记入", "已更正") }, model };
}

function how(why = ""): Answer {
  return notCorrected(`${why}请先发“撤销”，再把正确的完整报一次，如“武宁路 形象进度65%”。`);
}

function notCorrected(sentence: string): Answer {
  return { card: { title: "没有更正", tone: "grey", blocks: [text(typed(sentence, 400))] } };
}
