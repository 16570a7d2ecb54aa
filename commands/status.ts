import { closedThen } from "../src/bot/closed-then.js";
import type { Command } from "../src/bot/command.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { otherCommand } from "../src/bot/other-command.js";
import { maySee, notHere, showsMoney } from "../src/bot/permissions.js";
import { assessedOne, viewpointOf } from "../src/bot/portfolio.js";
import { projectsNamed } from "../src/bot/projects-named.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { asOfCard } from "../src/cards/project/as-of-card.js";
import { type Lead, projectCard } from "../src/cards/project/project-card.js";
import { whichProject } from "../src/cards/which-project.js";
import { standingOf } from "../src/domain/ledger-entry.js";
import type { QueryAbout, QueryItem } from "../src/language/items.js";
import { ASKS_AHEAD, ASKS_SINCE } from "../src/language/rules/asks-beside.js";
import type { LedgerRecord } from "../src/store/ledger.js";

/** reports on the card, and among how many they are looked for first: what was taken back is passed over */
const LATEST = 3;
const LOOKED_AT = 20;

interface Model {
  code: string;
}

const LEADS: Partial<Record<QueryAbout, Lead>> = { why: "why", shortfall: "shortfall", owner: "owner" };

/** 查: one project: lamps with reasons, last reports with who and when, team, next milestone. */
export const status: Command = {
  name: "查",
  aliases: ["查询", "查看", "项目卡"],
  topic: "查项目",
  summary: "看一个项目：灯和原因、最近填报、班子、下一个节点",
  examples: [
    "查 武宁路",
    "敦煌南路为什么亮红",
    "敦煌南路从什么时候开始落后",
    "敦煌南路还差多少",
    "8月底新金环是多少",
    "603谁负责",
  ],
  act: "look",
  async run(turn, call) {
    const asked = call.items.filter((item): item is QueryItem => item.intent === "query");
    const name = asked[0]?.project;
    const since = asked.length === 0 && ASKS_SINCE.test(call.rest);
    const [named, ...others] = since ? await projectsNamed(turn, call.rest) : [];
    const project = name ? await turn.tx.projects.byName(name) : others.length === 0 ? (named ?? null) : null;
    if (!project) {
      const said = name ?? (call.rest || turn.words);
      return { card: whichProject("查", call.rest, await nearProjects(turn, said)) };
    }
    if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `查 ${project.code}`);
    const then = asked.find(({ about, date }) => about === "as-of" && date)?.date;
    if (then) {
      const entries = await turn.tx.ledger.ofProject(project.code);
      const atClose = await closedThen(turn, project.code, then);
      return {
        card: asOfCard(project, entries, then, { now: turn.now, hasMoney: turn.sight.money, atClose }),
        model: { code: project.code } satisfies Model,
      };
    }
    const leads = since ? (["since"] as const) : asked.flatMap(leadOf);
    return {
      card: await cardOf(turn, project.code, [...new Set(leads)]),
      model: { code: project.code } satisfies Model,
    };
  },
  clicks: {
    flow: otherCommand("流程"),
    show: {
      async run(turn, click) {
        const code = String(click.args.code);
        if (!maySee(turn, code)) return refusedClick(turn, await notHere(turn), `查 ${code}`);
        const model: Model = { code };
        return { toast: "好的", card: await cardOf(turn, code, []), model, becomes: "查" };
      },
    },
    history: otherCommand("历史"),
  },
};

/** What stands first, by what was asked. */
function leadOf({ about, text = "" }: QueryItem): Lead[] {
  if (ASKS_SINCE.test(text)) return ["since"];
  const lead = LEADS[about] ?? (ASKS_AHEAD.test(text) ? "shortfall" : undefined);
  return lead ? [lead] : [];
}

async function cardOf(turn: Turn, code: string, leads: Lead[]): Promise<CardView> {
  const { tx, now, closedMonth: month } = turn;
  const one = await assessedOne(tx, viewpointOf(turn), code);
  if (!one) return whichProject("查", "", []);
  const latest = await lastStanding(turn, code);
  const team = await tx.teams.team(code);
  const problems = await tx.problems.list({ codes: null, code, withClosed: true });
  return projectCard(
    { one: { ...one, problems }, latest, team, month, now, hasMoney: showsMoney(turn, one.project) },
    leads,
  );
}

/** The last reports that count, however many were taken back or put right after them. */
async function lastStanding({ tx }: Turn, code: string): Promise<LedgerRecord[]> {
  for (let most = LOOKED_AT; ; most *= 4) {
    const records = await tx.ledger.latest(code, most);
    const standing = standingOf(records);
    if (standing.length >= LATEST || records.length < most) return standing.slice(0, LATEST);
  }
}
