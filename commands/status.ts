import type { Answer, Command } from "../src/bot/command.js";
import { notHere } from "../src/bot/permissions.js";
import { type Assessed, assessedOne, viewpointOf } from "../src/bot/portfolio.js";
import { logRefusal } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, buttons, type CardView, note, rule, text } from "../src/cards/card.js";
import { changeLine } from "../src/cards/change-line.js";
import { historyLine } from "../src/cards/history-line.js";
import { nextMilestone, withoutMoney } from "../src/cards/project-line.js";
import { typed } from "../src/cards/typed.js";
import { at, dayOf, formatDay, formatInstant } from "../src/domain/day.js";
import { lampSign } from "../src/domain/lamp.js";
import { ledgerOf } from "../src/domain/ledger.js";
import { changesBetween } from "../src/domain/ledger-changes.js";
import { currentYtd, noFigures } from "../src/domain/ledger-figures.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import { forecast, formatForecast } from "../src/domain/pace.js";
import { formatPeriod, yearOf } from "../src/domain/period.js";
import type { QueryItem } from "../src/language/items.js";
import type { LedgerRecord } from "../src/store/ledger.js";
import type { Project } from "../src/store/projects.js";
import { historyCard } from "./history.js";

const LATEST = 3;

/** 查: one project: lamps with reasons, last reports with who and when, team, next milestone. */
export const status: Command = {
  name: "查",
  aliases: ["查询", "查看"],
  topic: "查项目",
  summary: "看一个项目：灯和原因、最近填报、班子、下一个节点",
  examples: ["查 武宁路", "武宁路咋样了", "武宁路为什么亮红", "8月底新金环是多少", "603谁负责"],
  allowed: "read",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    if (!asked?.project) return noProject(call.rest);
    const project = await turn.tx.projects.byName(asked.project);
    if (!project) return noProject(asked.project);
    if (turn.sight.codes && !turn.sight.codes.has(project.code)) {
      const refusal = notHere(project.name);
      await logRefusal(turn, refusal, `查 ${project.code}`);
      return { card: { title: "这里看不了", tone: "grey", blocks: [text(typed(refusal.sentence))] } };
    }
    if (asked.about === "as-of" && asked.date) return asOf(turn, project, asked.date);
    return { card: await projectCard(turn, project.code) };
  },
  clicks: {
    history: {
      async run(turn, click) {
        const code = String(click.args.code);
        return { toast: "好的", card: await historyCard(turn, code, 1), model: { code }, becomes: "历史" };
      },
    },
    show: {
      repeats: true,
      async run(turn, click) {
        const code = String(click.args.code);
        if (turn.sight.codes && !turn.sight.codes.has(code))
          return { toast: "本群看不了这个项目", tone: "error" };
        return { toast: "好的", card: await projectCard(turn, code), becomes: "查" };
      },
    },
  },
};

function noProject(said: string): Answer {
  return {
    card: {
      title: "要查哪个项目？",
      tone: "grey",
      blocks: [
        text(
          `${said ? `没有找到“${typed(said, 40)}”。` : ""}请带上项目名，如“查 武宁路”；发“列表”可以看全部项目。`,
        ),
      ],
    },
  };
}

async function projectCard(turn: Turn, code: string): Promise<CardView> {
  const viewpoint = viewpointOf(turn);
  const one = await assessedOne(turn.tx, viewpoint, code);
  if (!one) return noProject("").card;
  const latest = await turn.tx.ledger.latest(code, LATEST);
  const team = await turn.tx.projects.team(code);
  const { project, lamp } = one;
  const hasMoney = turn.sight.money;
  // A lamp that is off has nothing to say here.
  const lit = lamp.why.filter((line) => !line.startsWith("－"));
  const why = lit.length > 0 ? lit.map((line) => (hasMoney ? line : withoutMoney(line))) : ["没有需要判断的"];
  const blocks: Block[] = [
    text(figureLines(one, yearOf(viewpoint.month), hasMoney).join("\n")),
    rule,
    text(["**灯**", ...why.map((line) => typed(line, 300))].join("\n")),
  ];
  const milestone = nextMilestone(one, viewpoint.today);
  blocks.push(text(`**下一个节点**　${milestone ?? "没有登记"}`));
  blocks.push(text(`**责任单位**　${typed(project.unit ?? "没有登记")}\n**班子**　${teamText(team)}`));
  if (latest.length > 0)
    blocks.push(
      rule,
      text(["**最近填报**", ...latest.map((record) => historyLine(record, turn.now, hasMoney))].join("\n")),
    );
  blocks.push(buttons({ label: "历史", does: "history", args: { code } }));
  blocks.push(note(`${lamp.version}　数据截至${formatPeriod(viewpoint.month)}`));
  return {
    title: `${lampSign(lamp.lamp)} ${project.name}`,
    subtitle: [
      project.class ?? "未分类",
      project.classBasis === "inferred" ? "（待核）" : "",
      "　",
      project.stage,
    ].join(""),
    tone:
      lamp.lamp === "red"
        ? "red"
        : lamp.lamp === "yellow"
          ? "orange"
          : lamp.lamp === "green"
            ? "green"
            : "grey",
    blocks,
  };
}

function figureLines({ figures }: Assessed, year: number, hasMoney: boolean): string[] {
  const lines: string[] = [];
  if (figures.percent) lines.push(`形象进度 **${formatPercent(figures.percent.value, 2)}**`);
  for (const [part, figure] of Object.entries(figures.parts))
    lines.push(`${typed(part, 20)} ${formatPercent(figure.value, 2)}`);
  const inYear = figures.years[year];
  const ytd = currentYtd(figures, year);
  if (hasMoney && ytd) {
    const plan = inYear?.plan;
    const share = plan
      ? `，占年度计划 ${formatMoney(plan.yuan)} 的 ${formatPercent((ytd.yuan / plan.yuan) * 100)}`
      : "";
    lines.push(
      `本年累计投资 **${formatMoney(ytd.yuan)}**（截至${formatPeriod(ytd.period)}${ytd.from ? "，推算" : ""}）${share}`,
    );
    if (plan) lines.push(formatForecast(forecast(plan.yuan, inYear?.ytd ?? {})));
  }
  if (inYear?.area) lines.push(`累计面积 **${inYear.area.mu}亩**（截至${formatPeriod(inYear.area.period)}）`);
  if (hasMoney && inYear?.funds)
    lines.push(`累计资金 **${formatMoney(inYear.funds.yuan)}**（截至${formatPeriod(inYear.funds.period)}）`);
  if (figures.note) lines.push(`进展：${typed(figures.note.text, 120)}`);
  return lines.length > 0 ? lines : ["还没有报过数"];
}

function teamText(team: readonly { name: string; part: string; unit: string | null }[]): string {
  if (team.length === 0) return "没有登记";
  return team
    .map((member) => typed(`${member.part} ${member.name}${member.unit ? `（${member.unit}）` : ""}`, 60))
    .join("，");
}

async function asOf(turn: Turn, project: Project, day: string): Promise<Answer> {
  const until = at(day) + 24 * 3_600_000 - 1;
  const entries = await turn.tx.ledger.ofProject(project.code);
  const { figures } = ledgerOf(
    entries.filter((entry: LedgerRecord) => entry.saidAt <= until || entry.dataMonth <= day.slice(0, 7)),
  );
  const today = dayOf(turn.now);
  const lines = changesBetween(noFigures, figures)
    .filter((change) => ["percent", "ytd", "plan", "area", "funds", "note"].includes(change.field))
    .filter((change) => turn.sight.money || !["ytd", "plan", "funds"].includes(change.field))
    .map((change) => changeLine(change, today));
  return {
    card: {
      title: `${project.name}　${formatDay(day, today)}`,
      tone: "blue",
      blocks: [
        text(lines.length > 0 ? lines.join("\n") : "那时还没有报过数。"),
        ...(figures.last ? [note(`最后一笔 ${formatInstant(figures.last.saidAt, turn.now)} 报`)] : []),
      ],
    },
  };
}
