import { hold } from "../src/bot/book.js";
import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { maySee, notHere, refusedToWrite } from "../src/bot/permissions.js";
import { isNoteOf, movedProblems } from "../src/bot/problem/moved-problems.js";
import { type Correction, insteadOrBeside, whichFigure } from "../src/bot/report/correct-question.js";
import { asReport, corrected, fits, isDenied, isOfPeriod, isOfScope } from "../src/bot/report/corrected.js";
import { correctedPlan, isOfPlan } from "../src/bot/report/corrected-plan.js";
import { correctedTotal } from "../src/bot/report/corrected-total.js";
import { isLongAgo, quotedWrite } from "../src/bot/report/last-write.js";
import { lastWriteOn } from "../src/bot/report/last-write-on.js";
import { writesNothing } from "../src/bot/report/not-registered.js";
import { asOne } from "../src/bot/report/one-section.js";
import { lapseOfReport, reportAnswer } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { saidBeside } from "../src/bot/report/said-beside.js";
import { reportModel, type Section } from "../src/bot/report/sections.js";
import { takeBack } from "../src/bot/report/take-back.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { typed } from "../src/cards/typed.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import { formatPeriod } from "../src/domain/period.js";
import type { Project } from "../src/domain/project.js";
import type { CorrectItem } from "../src/language/items.js";
import type { Write } from "../src/store/ledger.js";

/** A report of the right figure harms nothing: where it contradicts the old one, that is asked. */
const AGAIN = "请带上项目名把正确的数发一次，如“武宁路 形象进度65%”，和旧数对不上的我会再问您。";

/** 更正: puts the speaker's own last figure in this chat right, of the project named if one is; the old one stays in the history. */
export const correct: Command = {
  name: "更正",
  aliases: [],
  topic: "报进度",
  summary: "改正自己刚报的数",
  examples: ["刚才说错了，是65%", "不是603，是606", "单位写错，是万不是亿"],
  act: "report",
  async run(turn, call) {
    const asked = call.items.find((item): item is CorrectItem => item.intent === "correct");
    if (!asked) return notCorrected(`没看出要改哪个数，没有动。${AGAIN}`);
    const named = asked.project ? await turn.tx.projects.byName(asked.project) : null;
    if (named && !maySee(turn, named.code)) return refused(turn, await notHere(turn), `更正 ${named.code}`);
    if (isOfPlan(turn, asked)) return planAnswer(turn, asked, named);
    const isMove = asked.measure === "project";
    const write =
      named && !isMove
        ? await lastWriteOn(turn, named, asked)
        : await turn.tx.ledger.lastWrite(turn.chat.chatId, turn.speaker.openId);
    if (write) return isMove ? moved(turn, asked, write) : replaced(turn, asked, write, named);
    const refusal = await writesNothing(turn);
    if (refusal?.code === "not-registered") return refused(turn, refusal, "更正");
    return notCorrected(
      named && !isMove ? noneOf(asked, named) : `您在这里还没有填报，没有可以更正的。${AGAIN}`,
    );
  },
  clicks: reportClicks,
  lapse: lapseOfReport,
};

/** Without its project the one that was last told of is only asked about: who knows whose plan is meant. */
async function planAnswer(turn: Turn, asked: CorrectItem, named: Project | null): Promise<Answer> {
  const write = named ? null : await turn.tx.ledger.lastWrite(turn.chat.chatId, turn.speaker.openId);
  const [last, ...others] = write ? (await projectsOf(turn, write)).values() : [];
  const project = named ?? (others.length === 0 ? last : undefined);
  if (!project || !maySee(turn, project.code))
    return notCorrected(
      `没看出是哪个项目的年度计划，没有动。请带上项目名，如“武宁路 今年计划${formatMoney(asked.yuan ?? 0)}”。`,
    );
  const sections = await correctedPlan(turn, asked, project, named !== null);
  return reportAnswer(reportModel(turn, sections));
}

/** A new entry in the place of the old one; taking it back brings the old one back. */
async function replaced(
  turn: Turn,
  asked: CorrectItem,
  write: Write,
  named: Project | null,
): Promise<Answer> {
  const projects = await projectsOf(turn, write);
  const last = `${named ? `${named.name}，` : ""}${sentenceOn(turn, write)}`;
  const found = write.records.flatMap((record): Correction[] => {
    const name = projects.get(record.code)?.name;
    const item = name && fits(record, asked) && corrected(record, asked, name);
    return item ? [{ record, item }] : [];
  });
  if (found.length === 0) return notCorrected(`${last}，里面没有这样的数，没有动。${AGAIN}`);

  const meant = found.filter(({ record }) => isDenied(record, asked));
  if (meant.length === 0) return answer(turn, [whichFigure(turn, `${last}，不是您说的那个数，`, found)]);
  if (isLongAgo(turn, write)) return answer(turn, [whichFigure(turn, `${last}，`, meant)]);

  const same = meant.filter(({ record }) => isOfScope(record, asked) && isOfPeriod(record, asked));
  if (same.length > 1) return answer(turn, [whichFigure(turn, "上一条里有几个这样的数，", same)]);
  const [one] = same;
  if (one) {
    const sections = await writeItems(turn, [one.item], one.record.id);
    const beside = await writeItems(turn, saidBeside(turn, asked, one.item.project));
    return answer(turn, asOne([...sections, ...beside]));
  }
  const [only] = meant;
  const total = only && meant.length === 1 ? await correctedTotal(turn, only) : null;
  return answer(turn, total ?? meant.map((each) => insteadOrBeside(turn, each)));
}

/** 不是603，是606: all of it goes to the other project, if the speaker may write that one. */
async function moved(turn: Turn, asked: CorrectItem, write: Write): Promise<Answer> {
  const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  if (!project) return notCorrected("没看出是哪个项目，没有动。请发“不是603，是606”这样的话。");
  const projects = await projectsOf(turn, write);
  const denied = asked.denied ? await turn.tx.projects.byName(asked.denied) : null;
  if (asked.denied && !(denied && projects.has(denied.code)))
    return other(turn, write, projects, denied, project);
  const last = sentenceOn(turn, write);
  if (projects.has(project.code)) return notCorrected(`${last}，记的就是${project.name}，没有动。`);
  if (projects.size > 1)
    return notCorrected(
      `${last}，一次报了几个项目，没有动。请到那张卡片上点“撤销”，${projects.size}个项目会一起撤回，再各自报一次。`,
    );
  const instead = `请给${project.name}报一次；原来那条要去掉的话，回复它发“撤销”。`;
  if (isLongAgo(turn, write)) return notCorrected(`${last}，过了一天以上，没有动。${instead}`);
  const problems = await movedProblems(turn, write, project.name);
  const records = write.records.filter((record) => !isNoteOf(record, problems));
  const items = records.flatMap((record) => asReport(record, project.name) ?? []);
  if (items.length < records.length) return notCorrected(`节点不能整条换到别的项目，没有动。${instead}`);
  const refusal = await refusedToWrite(turn, project);
  if (refusal) return refused(turn, refusal, `更正到 ${project.code}`);
  await hold(turn, [project.name, ...[...projects.values()].map(({ name }) => name)]);
  const taken = await takeBack(turn, write);
  if (!taken) return notCorrected(`${last}，登记的问题后来有人接着办了，没有动。${instead}`);
  const gone = taken.map(
    (one): Section => ({
      is: "written",
      project: one.project,
      changes: [],
      writeId: write.writeId,
      undone: one.changes,
    }),
  );
  return answer(turn, [...(await writeItems(turn, [...items, ...problems])), ...gone]);
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

/** The last write was for another project than the one that is denied: nothing is touched. */
function other(
  turn: Turn,
  write: Write,
  projects: ReadonlyMap<string, Project>,
  denied: Project | null,
  meant: Project,
): Answer {
  const names = [...projects.values()].map(({ name }) => name).join("、");
  return notCorrected(
    `${sentenceOn(turn, write)}，记的是${names}，不是${denied?.name ?? "您说的项目"}，没有动。要把这一条换到${meant.name}，请发“不是${names}，是${meant.name}”；更早的填报，请到那张卡片上点“撤销”再重报。`,
  );
}

/** What to send where the speaker has no such figure of that project here: the words that write it. */
function noneOf(asked: CorrectItem, { name }: Project): string {
  const words = figureWords(asked);
  const instead = words ? `要记这个数，请发“${name} ${words}”。` : AGAIN;
  return `您在这里没有报过${name}的这个数，没有可以更正的。${instead}`;
}

function figureWords({ measure, value, part = "", yuan, scope, period }: CorrectItem): string {
  if (value !== undefined)
    return `${measure === "completion" ? "年度完成率" : `${part}形象进度`}${formatPercent(value, 2)}`;
  if (yuan === undefined) return "";
  const sum = formatMoney(yuan);
  if (scope === "total") return `开工以来累计${sum}`;
  const month = period ? formatPeriod(period) : "";
  return scope === "month" && month ? `${month}完成${sum}` : `${month ? `截至${month}底` : "本年"}累计${sum}`;
}

function answer(turn: Turn, sections: Section[]): Answer {
  const { card, ...rest } = reportAnswer(reportModel(turn, sections));
  return { card: { ...card, title: card.title.replace("已记入", "已更正") }, ...rest };
}

function notCorrected(sentence: string): Answer {
  return brief("没有更正", typed(sentence, 400));
}
