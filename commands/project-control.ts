import type { Answer, Command } from "../src/bot/command.js";
import { viewpointOf } from "../src/bot/portfolio.js";
import { recordChanges } from "../src/bot/record-change.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, buttons, form, note, rule, text } from "../src/cards/card.js";
import { DROP } from "../src/cards/project/add-card.js";
import { plainCard } from "../src/cards/project/change-card.js";
import { typed } from "../src/cards/typed.js";
import { controlLines, ledgerTotal } from "../src/domain/control.js";
import { formatMoney } from "../src/domain/money.js";
import { yearOf } from "../src/domain/period.js";
import type { ControlTotal } from "../src/domain/project.js";
import {
  CONTROL_FIELDS,
  type ControlField,
  type ControlWish,
  controlName,
  readControlWish,
} from "../src/language/control-words.js";

const EXAMPLE = "如“改控制数 区属重大 年度计划 127.9亿 原因 市里重新核定”";

/** 控制数: the year's control totals beside what the ledger comes to, class by class. */
export const controlTotals: Command = {
  name: "控制数",
  aliases: ["年度控制数", "总量控制"],
  topic: "查项目",
  summary: "各类年度控制数，对照在册项目合计，差多少",
  examples: ["控制数", "控制数 区属重大"],
  act: "look",
  insideOnly: "控制数只在内部看。",
  async run(turn, call) {
    const year = yearOf(viewpointOf(turn).month);
    const all = await turn.tx.projects.controlTotals(year);
    const wanted = call.rest.trim();
    const totals = all.filter((total) => !wanted || total.class.includes(wanted));
    if (totals.length === 0) {
      const classes = all.map((total) => total.class).join("、");
      const sentence =
        all.length > 0 ? `没有“${wanted}”这一类，有：${classes}。` : `${year}年的控制数还没有录入。`;
      return { card: plainCard("没有这个控制数", sentence) };
    }
    const standings = await turn.tx.projects.standings(year, { withFinished: true });
    const blocks = totals.flatMap((total): Block[] => {
      const own = standings.filter(({ project }) => project.class === total.class);
      return [
        rule,
        text([`**${typed(total.class)}**`, ...linesOf(turn, total, ledgerTotal(own, year))].join("\n")),
      ];
    });
    return {
      card: {
        title: `${year}年控制数${wanted ? `　${wanted}` : ""}`,
        tone: "blue",
        blocks: [
          ...blocks.slice(1),
          note("在册含年内竣工销项的，不含退出的项目。推进办要改发“改控制数 …”，要写原因。"),
        ],
      },
    };
  },
};

const linesOf = ({ sight }: Turn, total: ControlTotal, ledger: ReturnType<typeof ledgerTotal>): string[] => [
  ...controlLines(total, ledger, sight.pricesOf === null),
  ...(total.scope ? [`口径：${typed(total.scope, 120)}`] : []),
  ...(total.check ? [`待核：${typed(total.check, 120)}`] : []),
];

interface Model {
  year: number;
  wish: ControlWish;
  /** as it was before this card changed it; null where there was none */
  before?: number | string | null;
}

/** 改控制数: by the office, with its reason, old → new, and back again. */
export const setControl: Command = {
  name: "改控制数",
  aliases: ["修改控制数", "调整控制数"],
  topic: "管理",
  summary: "改一类项目的年度控制数、口径或待核，要写原因",
  examples: ["改控制数 区属重大 年度计划 127.9亿 原因 市里重新核定"],
  act: "control.set",
  async run(turn, call) {
    const year = yearOf(viewpointOf(turn).month);
    const all = await turn.tx.projects.controlTotals(year);
    const wish = readControlWish(
      call.rest,
      all.map((total) => total.class),
    );
    if ("fault" in wish) return { card: plainCard("没有改动", `${wish.fault}，${EXAMPLE}。`) };
    if (wish.reason === "") return askWhy({ year, wish });
    const before = all.find((total) => total.class === wish.class)?.[wish.field] ?? null;
    return isLeap(before, wish.value) ? askLeap(before, { year, wish }) : change(turn, { year, wish });
  },
  clicks: {
    sure: {
      async run(turn, click) {
        const { year, wish } = click.model as Model;
        const answer = await change(turn, { year, wish });
        return { toast: answer.card.title, ...answer, model: answer.model ?? null };
      },
    },
    reason: {
      async run(turn, click) {
        const { year, wish } = click.model as Model;
        const reason = String(click.form.reason ?? "").trim();
        if (reason.length < 2) return { toast: "请写明原因", tone: "error" };
        const total = await totalOf(turn, year, wish.class);
        const before = total?.[wish.field] ?? null;
        const answer = isLeap(before, wish.value)
          ? askLeap(before, { year, wish: { ...wish, reason } })
          : await change(turn, { year, wish: { ...wish, reason } });
        return { toast: answer.card.title, ...answer, model: answer.model ?? null };
      },
    },
    back: {
      async run(turn, click) {
        const { year, wish, before } = click.model as Model;
        const total = await totalOf(turn, year, wish.class);
        if (before === undefined || (total?.[wish.field] ?? null) !== wish.value)
          return { toast: "后来又改过，没有动", tone: "info" };
        const answer = await change(turn, { year, wish: { ...wish, value: before, reason: "改回" } });
        return { toast: "已改回", ...answer, model: answer.model ?? null };
      },
    },
    drop: {
      async run() {
        return { toast: "好的，没有改", card: plainCard("没有改动", "好的，什么都没有改。"), model: null };
      },
    },
  },
};

function askWhy(model: Model): Answer {
  const { wish } = model;
  return {
    card: {
      title: `${wish.class}的${controlName(wish.field)}为什么改？`,
      subtitle: "还没有改",
      tone: "orange",
      blocks: [
        text(`要改成 **${typed(shown(wish.field, wish.value), 120)}**，请写明原因。`),
        form([{ name: "reason", label: "原因", required: true }], { label: "改", does: "reason" }),
        buttons(DROP),
      ],
    },
    model,
  };
}

/** A total that is ten times another is likelier in the wrong unit: 127.9万 for 127.9亿. */
const LEAP_TIMES = 10;

function isLeap(before: number | string | null, value: number | string | null): boolean {
  if (typeof before !== "number" || typeof value !== "number" || before <= 0) return false;
  return value >= before * LEAP_TIMES || value * LEAP_TIMES <= before;
}

function askLeap(before: number | string | null, model: Model): Answer {
  const { wish } = model;
  const [from, to] = [shown(wish.field, before), shown(wish.field, wish.value)];
  return {
    card: {
      title: `${wish.class}的${controlName(wish.field)}改得对吗？`,
      subtitle: "还没有改",
      tone: "orange",
      blocks: [
        text(
          `现在是 ${typed(from, 120)}，要改成 **${typed(to, 120)}**，相差十倍以上。是不是单位写错了？写错了就重发一遍。`,
        ),
        buttons({ label: `没错，改成 ${to}`, does: "sure" }, DROP),
      ],
    },
    model,
  };
}

async function change(turn: Turn, { year, wish }: Model): Promise<Answer> {
  const total = await turn.tx.projects.heldControlTotal(year, wish.class);
  if (!total) return { card: plainCard("没有改动", "没有这一类的控制数了。") };
  const before = total[wish.field] ?? null;
  if (before === wish.value)
    return {
      card: plainCard(
        "没有改动",
        `${wish.class}的${controlName(wish.field)}已经是${shown(wish.field, before)}。`,
      ),
    };
  const { [wish.field]: _gone, ...others } = total;
  const next = (wish.value === null ? others : { ...total, [wish.field]: wish.value }) as ControlTotal;
  await turn.tx.projects.setControlTotal(year, next, turn.now);
  const [from, to] = [shown(wish.field, before), shown(wish.field, wish.value)];
  await recordChanges(turn, {
    subject: "total",
    subjectId: `${year} ${wish.class}`,
    what: controlName(wish.field),
    from: before === null ? null : from,
    to: wish.value === null ? null : to,
    reason: wish.reason,
  });
  return {
    card: {
      title: `已改 ${year}年控制数`,
      tone: "green",
      blocks: [
        text(
          `${typed(wish.class)} ${controlName(wish.field)} ${typed(from, 120)} → **${typed(to, 120)}**（原因：${typed(wish.reason, 80)}）`,
        ),
        note("对照在册发“控制数”。"),
        buttons({ label: "改回", does: "back" }),
      ],
    },
    model: { year, wish, before } satisfies Model,
  };
}

async function totalOf(turn: Turn, year: number, wanted: string): Promise<ControlTotal | undefined> {
  return (await turn.tx.projects.controlTotals(year)).find((total) => total.class === wanted);
}

function shown(field: ControlField, value: number | string | null): string {
  if (value === null) return "没有";
  switch (CONTROL_FIELDS[field].kind) {
    case "count":
      return `${value}个`;
    case "yuan":
      return formatMoney(Number(value));
    case "mu":
      return `${value}亩`;
    case "words":
      return String(value);
  }
}
