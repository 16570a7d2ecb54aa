import { brief } from "../src/bot/brief.js";
import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { nothingToList, nothingToTurn } from "../src/bot/lists/nothing-to-list.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { problemClicks } from "../src/bot/problem/clicks.js";
import type { ProblemModel } from "../src/bot/problem/replied-to.js";
import { lapseOfReport } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { isReportModel } from "../src/bot/report/sections.js";
import { takeReport } from "../src/bot/report/take-report.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { problemListCard } from "../src/cards/problem/problem-list-card.js";
import { typed } from "../src/cards/typed.js";
import type { Item, QueryItem } from "../src/language/items.js";
import { understand } from "../src/language/understand.js";
import {
  askedFilter,
  byWords,
  filterTitle,
  ownProblems,
  type ProblemFilter,
  problemsOf,
} from "./problem/problem-filter.js";
import { problemView, projectNames, shownProblem } from "./problem/problem-views.js";

interface ListModel {
  filter: ProblemFilter;
}

/** 问题: what hinders the projects: the list, and one problem with all that has become of it. */
export const problems: Command = {
  name: "问题",
  aliases: ["问题清单", "问题列表", "问题台账"],
  topic: "查项目",
  summary: "未销号的问题：卡在哪、谁牵头、何时到期；“问题 #5”看一个",
  examples: ["问题", "#5 怎么样了", "哪些问题到期", "区建管委的问题", "武宁路有哪些问题"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "问题");
    if (nothing) return nothing;
    const asked = call.items.find((item): item is QueryItem => item.intent === "query") ?? null;
    if (asked) return answered(turn, asked);
    return call.rest === "" ? listed(turn, {}) : typedRest(turn, call.rest);
  },
  clicks: {
    ...reportClicks,
    page: { repeats: true, run: page },
    show: { run: (turn, click) => shownProblem(turn, Number(click.args.number)) },
    ...problemClicks,
  },
  lapse: lapseOfReport,
};

async function answered(turn: Turn, asked: QueryItem): Promise<Answer> {
  if (asked.number !== undefined) return one(turn, asked.number);
  const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  if (project && !maySee(turn, project.code))
    return refused(turn, await notHere(turn), `问题 ${project.code}`);
  return listed(turn, await askedFilter(turn, asked));
}

const NUMBER = /^#?\s*(\d{1,9})\s*号?$/;

/** 我们单位的问题, and no news of one: 我们单位的问题是钱没到. */
const OWN_LIST = /(?:的|有哪些|有什么|哪些)问题(?:有哪些|清单|列表)?[？?。!！]?$/;

/** 问题 #5, 问题 区建管委, 问题 逾期; 问题：2户未签约 is no question but news, and is taken as such. */
async function typedRest(turn: Turn, rest: string): Promise<Answer> {
  const number = NUMBER.exec(rest.normalize("NFKC"))?.[1];
  if (number) return one(turn, Number(number));
  const plain = byWords(rest);
  const own = await ownProblems(turn, rest);
  if (OWN_LIST.test(rest.trim())) return listed(turn, { ...plain, ...own });
  const read = (words: string): Item[] =>
    understand(words, { now: turn.saidAt, names: turn.names, closedMonth: turn.closedMonth }).items;
  const asked = read(`${rest}的问题有哪些`).find((item): item is QueryItem => item.intent === "query");
  const isNamed = asked?.project !== undefined || asked?.unit !== undefined || asked?.class !== undefined;
  const news = read(`存在问题：${rest}`).filter(({ intent }) => intent === "problem" || intent === "report");
  if (news.length > 0) return takeReport(turn, news);
  if (asked && isNamed) return answered(turn, { ...asked, about: "problems", text: rest });
  if (own) return listed(turn, { ...plain, ...own });
  if (Object.keys(plain).length > 0) return listed(turn, plain);
  return {
    card: {
      title: "没有看懂",
      tone: "grey",
      blocks: [
        text(
          `“${typed(rest, 40)}”不是编号、项目或单位。可以发“问题”“问题 #5”“问题 区建管委”“问题 逾期”；要登记问题，请带上项目名，如“603卡在管线搬迁，请区建管委协调，9月底前”。`,
        ),
      ],
    },
  };
}

async function one(turn: Turn, number: number): Promise<Answer> {
  const problem = await turn.tx.problems.find(number);
  if (!problem) return brief(`没有#${number}`, `没有#${number}这个问题。发“问题”可以看清单和编号。`);
  if (!maySee(turn, problem.code)) return refused(turn, await notHere(turn), `问题 #${number}`);
  const model: ProblemModel = { number, code: problem.code };
  return { card: await problemView(turn, problem), model };
}

async function listed(turn: Turn, filter: ProblemFilter): Promise<Answer> {
  const model: ListModel = { filter };
  return { card: await listView(turn, filter, 1), model };
}

async function listView(turn: Turn, filter: ProblemFilter, page: number) {
  const names = await projectNames(turn);
  const here = turn.sight.codes ? "这里能看的项目里，" : "";
  const problems = await problemsOf(turn, filter);
  return problemListCard({
    title: `${here}${filterTitle(filter, filter.code ? names.get(filter.code) : undefined)}`,
    problems,
    names,
    hint: filter.all || filter.state ? "发“#5”看一个的经过。" : "发“#5”看一个的经过；已销号的发“问题 全部”。",
    page,
    now: turn.now,
    hasMoney: turn.sight.money,
  });
}

async function page(turn: Turn, click: Click): Promise<ClickAnswer> {
  if (isReportModel(click.model)) return reportClicks.page.run(turn, click);
  const nothing = await nothingToTurn(turn, "问题");
  if (nothing) return nothing;
  const { filter } = click.model as ListModel;
  return { toast: "好的", card: await listView(turn, filter, Number(click.args.page)) };
}
