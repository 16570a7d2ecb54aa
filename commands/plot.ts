import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { otherCommand } from "../src/bot/other-command.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { refusedClick } from "../src/bot/refuse.js";
import { lapseOfReport } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { takeReport } from "../src/bot/report/take-report.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { hideAmounts } from "../src/cards/hide-money.js";
import { typed } from "../src/cards/typed.js";
import { whichProject } from "../src/cards/which-project.js";
import { isLand } from "../src/domain/land-gates.js";
import type { Project } from "../src/domain/project.js";
import { understand } from "../src/language/understand.js";
import { shownPlot } from "./land/plot-show.js";
import { writePlot } from "./land/plot-write.js";
import { readPlot } from "./land/read-plot.js";

const EXAMPLES = "“地块 利欧 控规 通过 9/20”“地块 利欧 面积45亩”“利欧成交价…亿”";

/** 地块: one plot, and what is told of it: gates, 成交价, area. */
export const plot: Command = {
  name: "地块",
  aliases: ["地块情况", "看地块"],
  topic: "查项目",
  summary: "一个地块：走到哪、面积、资金、出让前置、监管协议、接下来；前置和成交也在这里记",
  examples: ["地块 利欧", "利欧控规已批复", "地块 利欧 土壤和地下水污染调查 通过 9/15"],
  act: "look",
  async run(turn, call) {
    const said = call.rest;
    const named = await projectsNamed(turn, said);
    const goesOn = named.length === 0 && NO_NAME.test(said);
    const meant = goesOn ? await projectMeant(turn) : null;
    const [project, ...others] = meant ? [meant] : named.filter(({ code }) => maySee(turn, code));
    if (!project)
      return named[0]
        ? refused(turn, await notHere(turn), `地块 ${named[0].code}`)
        : { card: whichProject("地块", said, await nearProjects(turn, said)) };
    if (others.length > 0 && TELLS.test(said))
      return plain("没有记账", "一次说一个地块，这条说了几个，没有记。请分开再说。");
    if (others.length > 0) return { card: whichProject("地块", "", [project, ...others].slice(0, 4)) };
    if (!isLand(project)) return notLand(turn, project, said);
    await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
    if (QUESTION.test(said)) return shownPlot(turn, project);
    const read = readPlot(turn, project, said);
    if (read.unclear) return plain("没有记账", `${project.name}：${read.unclear}`);
    if (read.items.length > 0 || read.area) return writePlot(turn, project, read);
    if (meant && said !== "") return { card: whichProject("地块", said, await nearProjects(turn, said)) };
    if (read.left !== "" && !ASKS.test(read.left) && !isBareName(project, read.left))
      return plain(
        "没有看懂",
        `${project.name}的“${hideAmounts(read.left).slice(0, 40)}”没有看懂，没有记账。可以说${EXAMPLES}；看这个地块请发“地块 ${project.name}”。`,
      );
    return shownPlot(turn, project);
  },
  clicks: {
    // What was said of a plot is a report, with a report's buttons.
    ...reportClicks,
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `地块 ${project.code}`);
        if (!isLand(project)) return { toast: `${project.name}不是地块`, tone: "info" };
        return { toast: "好的", ...(await shownPlot(turn, project)), becomes: "地块" };
      },
    },
    flow: otherCommand("流程"),
    status: otherCommand("查"),
  },
  lapse: lapseOfReport,
};

/** News of several at once: whose figure is whose? */
const TELLS = /成交|竞得|面积|批复|通过|完成|移交|取得|拿到/;
/** 成交价12.3亿: no name, known or not, stands before the matter. */
const NO_NAME =
  /^(?:说错了|错了|不对|更正|应该?是|改成|今天|昨天|[，,：:\s])*(?:$|成交|竞得|摘牌|面积|控规|双认定|净地|土壤|地下水|污染)/;
const QUESTION = /[?？吗]\s*$|多少|怎么样|如何|什么|几时|哪些|还差/;
const ASKS = /情况|进展|查|看/;

const isBareName = ({ name, aliases }: Project, words: string): boolean =>
  [name, ...aliases].some((one) => words.replace(/[\s的地块]/g, "") === one.replace(/地块/g, ""));

/** What plain words led here with is news of another kind of project: it is taken as any report is. */
async function notLand(turn: Turn, project: Project, said: string): Promise<Answer> {
  const { items } = understand(`报 ${said}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
  });
  const told = items.filter(({ intent }) => ["report", "milestone", "problem", "ask"].includes(intent));
  if (told.length > 0) return takeReport(turn, told);
  return plain("没有记账", `${project.name}不是地块，没有控规、净地这些关口。看它请说“查 ${project.name}”。`);
}

const plain = (title: string, sentence: string): Answer => brief(title, typed(sentence, 400));
