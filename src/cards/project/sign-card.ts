import type { Frozen } from "../../domain/baseline.js";
import { formatDay } from "../../domain/day.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { type Block, buttons, type CardView, type Field, form, note, text } from "../card.js";
import { typed } from "../typed.js";
import { DROP } from "./add-card.js";

export const FORMAL_CLASSES = ["市属重大", "区属重大"] as const;

interface Words {
  plan: string;
  curve: string;
  nodes: string;
  unit: string;
  day: string;
}

/** The signing's form, filled with what is known. */
export function signForm(name: string, words: Words, why: string, toClass?: string): CardView {
  const fields: Field[] = [
    ...(toClass
      ? [{ name: "toClass", label: "转为", options: FORMAL_CLASSES, value: toClass } satisfies Field]
      : []),
    { name: "plan", label: "年度计划投资", value: words.plan, hint: "如：3.2亿" },
    {
      name: "curve",
      label: "月度计划（1到12月底累计%）",
      value: words.curve,
      hint: "不写就按月均摊；如：5 10 18 … 100",
    },
    { name: "nodes", label: "节点（一行一个：名称 日期）", value: words.nodes, long: true },
    { name: "unit", label: "签约单位", value: words.unit },
    { name: "day", label: "签约日期", value: words.day, hint: "如：2022年1月20日" },
  ];
  return {
    title: `${toClass ? "转正" : "签约"} ${name}`,
    subtitle: "还没有冻结",
    tone: "orange",
    blocks: [text(typed(why, 400)), form(fields, { label: "填好了", does: "fill" }), buttons(DROP)],
  };
}

/** `1月5%　2月10% …`; without a curve how the year is shared out. */
export function curveLine({ curve, startMonth }: Pick<Frozen, "curve" | "startMonth">): string {
  if (curve) return curve.map((value, index) => `${index + 1}月${formatPercent(value, 2)}`).join(" ");
  return startMonth && startMonth > 1 ? `自${startMonth}月起按月均摊` : "按月均摊（每月十二分之一）";
}

/** What a frozen year holds, line by line. */
export function frozenLines(frozen: Frozen, hasMoney: boolean): string[] {
  const { yuan, milestones, unit, signedOn, year } = frozen;
  const nodes = Object.entries(milestones).map(
    ([name, day]) => `${typed(name, 20)} ${formatDay(day, `${year}-01-01`)}`,
  );
  return [
    `签约 ${formatDay(signedOn, `${year}-01-01`)}${unit ? `　签约单位 ${typed(unit, 60)}` : ""}`,
    ...(yuan !== null && hasMoney ? [`年度计划投资 **${formatMoney(yuan)}**`] : []),
    ...(yuan !== null ? [`月度计划 ${curveLine(frozen)}`] : []),
    ...(nodes.length > 0 ? [`节点 ${nodes.join("、")}`] : []),
  ];
}

export interface SignPreview {
  name: string;
  frozen: Frozen;
  /** what it changes of what is known now, and what else follows */
  notes: readonly string[];
  toClass?: string | undefined;
}

export function signPreview({ name, frozen, notes, toClass }: SignPreview): CardView {
  const blocks: Block[] = [
    text(frozenLines(frozen, true).join("\n")),
    ...notes.map((one) => note(typed(one, 300))),
    buttons(
      { label: toClass ? "转正并冻结" : "冻结", does: "confirm", look: "primary" },
      { label: "修改", does: "edit" },
      DROP,
    ),
  ];
  return {
    title: `${toClass ? "转正" : "签约"} ${name} ${frozen.year}年目标，请核对`,
    subtitle: "还没有冻结",
    tone: "orange",
    blocks,
  };
}
