import { carryLines, carryYear, nextList } from "../src/bot/carry-list.js";
import type { Answer, ClickAnswer, Command } from "../src/bot/command.js";
import { recordChanges } from "../src/bot/record-change.js";
import { atDecember } from "../src/bot/settle-year.js";
import type { Turn } from "../src/bot/turn.js";
import { totalsOf } from "../src/bot/year-totals-of.js";
import { CHOICES } from "../src/cards/months/carry-words.js";
import { closedAt } from "../src/domain/data-month.js";
import { dayOf } from "../src/domain/day.js";
import { lastDayOf, monthOf, period } from "../src/domain/period.js";
import { hasReported, owesReport } from "../src/domain/reported.js";
import type { CarryChoice } from "../src/domain/year-close.js";
import { confirmCard, forecastCard, frozenCard, type Waiting } from "./year/carry-cards.js";

interface Model {
  year: number;
  /** set from the second step on */
  isConfirming?: boolean;
  page: number;
}

/** 结转: the year's end in three steps: forecast, confirmation one by one, freeze. */
export const carryOver: Command = {
  name: "结转",
  aliases: ["年末结转", "年度结转", "结转名单"],
  topic: "管理",
  summary: "年末结转：预测、逐个确认、冻结，出明年名单草稿",
  examples: ["结转"],
  act: "year.carry",
  async run(turn) {
    const year = await carryYear(turn);
    return cardOf(turn, { year, page: 1 });
  },
  clicks: {
    confirm: {
      async run(turn, click) {
        const { year } = click.model as Model;
        return { toast: "好的", ...(await cardOf(turn, { year, isConfirming: true, page: 1 })) };
      },
    },
    page: {
      repeats: true,
      async run(turn, click) {
        const model = { ...(click.model as Model), page: Number(click.args.page) };
        return { toast: "好的", ...(await cardOf(turn, model)) };
      },
    },
    choose: {
      repeats: true,
      async run(turn, click) {
        const model = click.model as Model;
        const code = String(click.args.code);
        const choice = choiceOf(click.args.choice);
        if (!choice) return { toast: "没看懂选了什么，请再点一次", tone: "error" };
        return chosen(turn, model, new Map([[code, choice]]));
      },
    },
    suggested: {
      async run(turn, click) {
        const model = click.model as Model;
        const choices = new Map<string, CarryChoice>();
        for (const { standing, forecast, choice } of await carryLines(turn, model.year))
          if (choice === undefined && forecast.outlook !== "unclear")
            choices.set(standing.project.code, forecast.outlook);
        return chosen(turn, model, choices);
      },
    },
    freeze: { run: (turn, click) => frozen(turn, click.model as Model) },
  },
};

const choiceOf = (said: unknown): CarryChoice | null =>
  said === "carry" || said === "finish" || said === "leave" ? said : null;

/** Keeps what was confirmed; a frozen year stays as it is. */
async function chosen(
  turn: Turn,
  model: Model,
  choices: ReadonlyMap<string, CarryChoice>,
): Promise<ClickAnswer> {
  const { tx, speaker, now } = turn;
  if (await tx.years.close(model.year))
    return { toast: "已经冻结，不能再改", tone: "error", ...(await cardOf(turn, model)) };
  const lines = (await carryLines(turn, model.year)).filter(({ isSettled }) => !isSettled);
  const changed = lines.flatMap(({ standing, choice: was }) => {
    const is = choices.get(standing.project.code);
    return is === undefined || is === was ? [] : [{ project: standing.project, was, is }];
  });
  await tx.years.choose(
    model.year,
    changed.map(({ project, is }) => ({
      code: project.code,
      choice: is,
      at: now,
      by: speaker.openId,
      byName: speaker.name,
    })),
  );
  await recordChanges(
    turn,
    ...changed.map(({ project, was, is }) => ({
      subject: "year" as const,
      subjectId: String(model.year),
      what: `年末结转 ${project.name}`,
      from: was === undefined ? null : CHOICES[was],
      to: CHOICES[is],
    })),
  );
  const [only] = changed;
  const toast =
    changed.length === 1 && only
      ? `${only.project.name}：${CHOICES[only.is]}`
      : changed.length > 0
        ? `确认了${changed.length}个`
        : "没有变化";
  return { toast, ...(await cardOf(turn, { ...model, isConfirming: true })) };
}

async function frozen(turn: Turn, model: Model): Promise<ClickAnswer> {
  const { tx, speaker, now } = turn;
  const { year } = model;
  if (dayOf(now) < lastDayOf(period(year, 12)))
    return {
      toast: `${year}年12月31日起才能冻结，现在还可以改`,
      tone: "info",
      ...(await cardOf(turn, model)),
    };
  const lines = await carryLines(turn, year);
  const open = lines.filter(({ choice }) => choice === undefined).length;
  if (open > 0)
    return { toast: `还有${open}个没确认，没有冻结`, tone: "error", ...(await cardOf(turn, model)) };
  // Before December has closed its figures still move: then they are put in when it does.
  const december = (await atDecember(turn, year)) ?? undefined;
  const totals = await totalsOf(turn, lines, year, december);
  const next = await nextList(turn, lines, year, december);
  const settledAt = december ? now : null;
  const close = { year, totals, at: now, by: speaker.openId, byName: speaker.name, settledAt };
  const isFirst = await tx.years.freeze(close, next);
  if (isFirst)
    await recordChanges(turn, {
      subject: "year",
      subjectId: String(year),
      what: "冻结",
      from: null,
      to: `${year + 1}年名单草稿${next.length}个`,
    });
  return { toast: isFirst ? `${year}年已冻结` : "已经冻结过了", ...(await cardOf(turn, { year, page: 1 })) };
}

async function cardOf(turn: Turn, model: Model): Promise<Answer & { model: Model }> {
  const { tx, now } = turn;
  const { year, page } = model;
  const close = await tx.years.close(year);
  if (close) {
    const names = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
    const december = close.settledAt === null ? await untilDecember(turn, year) : null;
    return { card: frozenCard(close, await tx.years.list(year + 1), names, { page, december }), model };
  }
  const lines = await carryLines(turn, year);
  if (!model.isConfirming)
    return { card: forecastCard(year, lines, monthOf(now) >= period(year, 12)), model };
  return { card: confirmCard(year, lines, await totalsOf(turn, lines, year), page), model };
}

/** When December closes, and how many of those that are to have not reported for it. */
async function untilDecember(turn: Turn, year: number): Promise<Waiting> {
  const december = period(year, 12);
  const lines = await carryLines(turn, year);
  const missing = lines.filter(
    ({ standing: { project, figures } }) =>
      !project.ended && owesReport(project, december) && !hasReported(figures, december),
  );
  return { closesOn: dayOf(closedAt(december, turn.closes)), missing: missing.length };
}
