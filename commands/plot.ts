import type { Answer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { maySeePrice } from "../src/bot/land/see-price.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { otherCommand } from "../src/bot/other-command.js";
import { maySee, notHere, refusedToWrite } from "../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refusedClick } from "../src/bot/refuse.js";
import { reportAnswer } from "../src/bot/report/report-answer.js";
import { reportModel, type Section } from "../src/bot/report/sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { hideAmounts } from "../src/cards/hide-money.js";
import { plotCard } from "../src/cards/land/plot-card.js";
import { typed } from "../src/cards/typed.js";
import { whichProject } from "../src/cards/which-project.js";
import { checksDue } from "../src/domain/agreement.js";
import { dayOf } from "../src/domain/day.js";
import { flowOf } from "../src/domain/flow.js";
import { gatesOf, isLand, isPlot } from "../src/domain/land-gates.js";
import { formatMoney } from "../src/domain/money.js";
import { yearOf } from "../src/domain/period.js";
import type { Project } from "../src/domain/project.js";
import { templateOf } from "../src/domain/stages-of-project.js";
import { understand } from "../src/language/understand.js";
import type { PlotArea } from "../src/store/land.js";
import { type PlotSaid, readPlot } from "./land/read-plot.js";
import { report } from "./report.js";

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
    const meant = named.length === 0 ? await projectMeant(turn) : null;
    const [project, ...others] = meant ? [meant] : named.filter(({ code }) => maySee(turn, code));
    if (!project)
      return named[0]
        ? refused(turn, await notHere(turn), `地块 ${named[0].code}`)
        : { card: whichProject("地块", said, await nearProjects(turn, said)) };
    if (others.length > 0) return { card: whichProject("地块", "", [project, ...others].slice(0, 4)) };
    if (!isLand(project)) return notLand(turn, project, said);
    await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
    if (QUESTION.test(said)) return shown(turn, project);
    const read = readPlot(turn, project, said);
    if (read.unclear) return plain("没有记账", `${project.name}：${read.unclear}`);
    if (read.items.length > 0 || read.area) return written(turn, project, read);
    if (meant && said !== "") return { card: whichProject("地块", said, await nearProjects(turn, said)) };
    if (read.left !== "" && !ASKS.test(read.left) && !isBareName(project, read.left))
      return plain(
        "没有看懂",
        `${project.name}的“${hideAmounts(read.left).slice(0, 40)}”没有看懂，没有记账。可以说${EXAMPLES}；看这个地块请发“地块 ${project.name}”。`,
      );
    return shown(turn, project);
  },
  clicks: {
    // What was said of a plot is a report, with a report's buttons.
    ...report.clicks,
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `地块 ${project.code}`);
        if (!isLand(project)) return { toast: `${project.name}不是地块`, tone: "info" };
        return { toast: "好的", ...(await shown(turn, project)), becomes: "地块" };
      },
    },
    flow: otherCommand("流程"),
    status: otherCommand("查"),
  },
  ...(report.lapse ? { lapse: report.lapse } : {}),
};

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
  if (told.length > 0) return report.run(turn, { items: told, rest: "" });
  return plain("没有记账", `${project.name}不是地块，没有控规、净地这些关口。看它请说“查 ${project.name}”。`);
}

async function written(turn: Turn, project: Project, { items, area }: PlotSaid): Promise<Answer> {
  const before = await turn.tx.ledger.figuresToShow(project.code);
  const sections = items.length > 0 ? await writeItems(turn, items) : [];
  const hints: string[] = [];
  if (area) {
    const refusal = await refusedToWrite(turn, project);
    if (refusal && items.length === 0) return refused(turn, refusal, `地块面积 ${project.code}`);
    if (!refusal) hints.push(await setArea(turn, project, area));
  }
  if (items.some((item) => item.intent === "report" && item.measure === "price")) {
    const { price } = await turn.tx.ledger.figuresToShow(project.code);
    if (price && price.entry !== before.price?.entry)
      hints.push(priceHint(turn, project, before.price, price));
  }
  if (sections.length === 0)
    return {
      card: {
        title: `已记入 ${project.name}`,
        tone: "green",
        blocks: [text(`${hints.join("\n")}\n要改，再说一次新的数就行。`)],
      },
      model: { code: project.code },
    };
  return reportAnswer(reportModel(turn, withHints(sections, hints)));
}

/** The first of what was written says also what stands beside it. */
function withHints(sections: readonly Section[], hints: readonly string[]): Section[] {
  const first = sections.findIndex(({ is }) => is === "written");
  return sections.map((section, index) =>
    index === first && section.is === "written"
      ? { ...section, hint: [section.hint, ...hints].filter(Boolean).join("\n") }
      : section,
  );
}

type Price = { yuan: number; approx?: true };
const sum = ({ yuan, approx }: Price): string => `${approx ? "约" : ""}${formatMoney(yuan)}`;

function priceHint(turn: Turn, project: Project, old: Price | undefined, now: Price): string {
  if (maySeePrice(turn.sight, project)) return `成交价 ${old ? `${sum(old)} → ` : ""}**${sum(now)}**`;
  return "成交价记下了，这里不显示；推进办的群里，或私聊我“地块”可以看。";
}

const areaWords = ({ mu, approx }: PlotArea): string => `${approx ? "约" : ""}${mu}亩`;

async function setArea(turn: Turn, { code }: Project, area: PlotArea): Promise<string> {
  const old = (await turn.tx.land.areas()).get(code);
  const [from, to] = [old ? areaWords(old) : null, areaWords(area)];
  if (from === to) return `地块面积 **${to}**（已经是这个数）`;
  await turn.tx.land.setArea(code, area);
  // The same words may hold a price, which is not for everybody who looks at changes.
  const words = hideAmounts(turn.words);
  await recordChanges({ ...turn, words }, { subject: "plot", subjectId: code, what: "地块面积", from, to });
  return `地块面积 ${from === null ? "" : `${from} → `}**${to}**`;
}

async function shown(turn: Turn, project: Project): Promise<Answer> {
  const { tx, now, closedMonth, sight } = turn;
  const today = dayOf(now);
  const figures = await tx.ledger.figuresToShow(project.code);
  const entries = new Map((await tx.ledger.ofProject(project.code)).map((entry) => [entry.id, entry]));
  const [agreement] = turn.chat.external ? [] : await tx.land.agreements(project.code);
  const checks = agreement ? await tx.land.checks([agreement.id]) : null;
  return {
    card: plotCard({
      project,
      figures,
      entries,
      flow: flowOf(templateOf(project), figures, project.stage, today),
      gates: isPlot(project) ? gatesOf(project, figures, today) : [],
      area: (await tx.land.areas()).get(project.code) ?? null,
      agreement: agreement
        ? { agreement, due: checksDue(agreement, checks?.get(agreement.id) ?? [], today) }
        : null,
      year: yearOf(closedMonth),
      today,
      hasMoney: sight.money,
      hasPrice: maySeePrice(sight, project),
    }),
    model: { code: project.code },
  };
}

const plain = (title: string, sentence: string): Answer => ({
  card: { title, tone: "grey", blocks: [text(typed(sentence, 400))] },
});
