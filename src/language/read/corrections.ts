import { partsOf } from "../dates/calendar.js";
import { yearSaid } from "../dates/years.js";
import type { CorrectItem, Item } from "../items.js";
import { findQuantities } from "../numbers/quantities.js";
import type { Scene } from "../scene.js";
import { meaningOfPercent } from "./percent.js";

const WRONG =
  /(?:说|写|打|报|填|发|弄|搞|输|记|看|讲)错|错了|有误|更正|纠正|改成|改为|改一下|更改|修正|应为|应该是|应是|不对|是错[的误]|口误|笔误|手误|[，,\s]不是\ue000|不是[^，,。]{1,20}[，,\s]*(?:而?是)|是[^，,。\s]{1,16}[，,\s]*(?:而)?不是/;
const UNIT = "(亿元?|万元?|元|千万)";
const MEANT_FIRST = new RegExp(`(?:是|应为|应该是)${UNIT}[，,\\s]*(?:而)?不是${UNIT}`);
const WRITTEN_FIRST = new RegExp(`不是${UNIT}[，,\\s]*(?:而)?(?:应该)?(?:是|应为)${UNIT}`);
const UNIT_ALONE = /^\s*(?:应该?是|应为)(亿|万)元?\s*$/;
const UNIT_WRONG = new RegExp(`单位[^，,。]{0,4}(?:错|不对|有误|应)[^万亿元]{0,10}${UNIT}?`);
const UNDO =
  /^[\s]*(?:请|帮我|帮忙|麻烦)?(?:把)?(?:刚才|上一条|刚刚|上条|前一条|这条|那条|最近一条|上面|刚报|的|那|这|条|个|记录|数据|填报|报的|发的|,|，|\s)*(?:撤销|撤回|撤掉|作废|取消|删掉|删除|删了|不算数?|回退|恢复)(?:一下|掉|吧|了|刚才|上一条|刚刚|上条|那条|这条|的|那|这|条|个|记录|数据|填报|报的|发的|操作|\s)*[。.!！]?$/;

/** Behind a figure: it is the wrong one. */
const DENIED = /^\s*(?:这个)?(?:数据?|数字)?(?:是|有)?(?:不对|不准|错|有?误)/;

/** 撤销: takes back the speaker's last entry. */
export function isUndo(text: string): boolean {
  return text.length <= 30 && UNDO.test(text) && !/^(?:取消|删除|恢复)$/.test(text.trim());
}

/** A correction of the speaker's last entry: 刚才说错了，是65%; 不是603，是606; 是万不是亿. */
export function readCorrection(scene: Scene): Item | undefined {
  const { masked, normal } = scene;
  if (masked.length > 120 || !WRONG.test(masked) || /[?？]|吗\s*$/.test(masked)) return undefined;
  if (/所有|全部项目|每个项目|各项目/.test(masked)) return { intent: "none" };
  const text = normal.raw.trim();
  return unit(masked, text) ?? project(scene, text) ?? value(scene, text);
}

function unit(masked: string, text: string): CorrectItem | undefined {
  const first = MEANT_FIRST.exec(masked);
  if (first?.[1] && first[2])
    return { intent: "correct", measure: "unit", meant: plain(first[1]), written: plain(first[2]), text };
  const second = WRITTEN_FIRST.exec(masked);
  if (second?.[1] && second[2])
    return { intent: "correct", measure: "unit", meant: plain(second[2]), written: plain(second[1]), text };
  const alone = UNIT_ALONE.exec(masked)?.[1];
  if (alone) return { intent: "correct", measure: "unit", meant: alone, text };
  const wrong = UNIT_WRONG.exec(masked);
  if (!wrong || /\d/.test(masked)) return undefined;
  return { intent: "correct", measure: "unit", ...(wrong[1] ? { meant: plain(wrong[1]) } : {}), text };
}

function plain(word: string): string {
  return word.length > 1 ? word.replace("元", "") : word;
}

function project(scene: Scene, text: string): Item | undefined {
  const { masked, mentions } = scene;
  const named = mentions.filter(({ projects }) => projects.length > 0);
  if (named.length === 0) return undefined;
  const before = (start: number) => masked.slice(Math.max(0, start - 8), start);
  const denied = named.filter(({ start }) => /不是\s*$/.test(before(start)));
  const rest = named.filter((mention) => !denied.includes(mention));
  const meant = rest.find(({ start }) => /(?:是|为|成|[:：，,\s]|^)\s*$/.test(before(start)));
  if (!meant || (denied.length === 0 && figures(scene).length > 0)) return undefined;
  if (denied.length > 0 && figures(scene).length > 0) return undefined;
  if (
    /[\u4e00-\u9fa5]{2,}/.test(
      masked
        .slice(meant.end)
        .replace(/不是|才对|的|项目|地块|报错|写错|说错|不好意思|对不起|[\ue000，,。]/g, ""),
    )
  )
    return undefined;
  const [only] = meant.projects;
  if (meant.projects.length > 1) {
    return {
      intent: "ask",
      reason: "which-project",
      candidates: meant.projects.map(({ name }) => name),
      text,
    };
  }
  return only ? { intent: "correct", measure: "project", project: only.name, text } : undefined;
}

function figures({ masked, dates }: Scene) {
  const spans = dates(masked).filter(({ weak }) => !weak);
  return findQuantities(masked, (at) => {
    if (/[\ue000\ue001]/.test(masked.charAt(at))) return at + 1;
    return spans.find(({ start, end }) => at >= start && at < end)?.end;
  }).filter(
    ({ kind, start, end }) =>
      kind !== "other" &&
      kind !== "points" &&
      !(kind === "bare" && /^[一二三四五六七八九十]$/.test(masked.slice(start, end))),
  );
}

function value(scene: Scene, text: string): Item | undefined {
  const { masked, mentions } = scene;
  const all = figures(scene);
  const denied = all.filter(({ end }) => DENIED.test(masked.slice(end, end + 12)));
  const meant = all.filter(
    (figure) =>
      !denied.includes(figure) &&
      !/(?:不是|从|由)[^，,。]{0,6}$|把\s*$/.test(masked.slice(Math.max(0, figure.start - 8), figure.start)),
  );
  const figure = meant.at(-1);
  const named = mentions.filter(({ projects }) => projects.length === 1);
  const wrong = /错|有误|更正|纠正|改成|改为|改一下|修正|更改|不对|口误|笔误|手误|不是/.test(masked);
  // 武宁路应该是65% is a report with a hedge, not a correction.
  if (!wrong && named.length > 0) return undefined;
  const [subject] = named.at(-1)?.projects ?? [];
  const whose = subject ? { project: subject.name } : {};
  if (!figure) {
    if (denied.length > 0) return { intent: "ask", reason: "how-much", ...whose, text };
    return /^[^\ue000]{0,12}(?:错了|不对|有误)[。!！吧啊\s]*$/.test(masked)
      ? { intent: "ask", reason: "how-much", text }
      : undefined;
  }
  if (meant.length > 1) return undefined;
  if (figure.vague || figure.value < 0 || !Number.isFinite(figure.value))
    return { intent: "ask", reason: "how-much", ...whose, text };
  if (figure.kind === "bare") return { intent: "ask", reason: "which-unit", ...whose, text };
  const left = masked.slice(0, figure.start).replace(/\d[\d.]*%/g, "");
  if (figure.kind === "percent") {
    const measure = meaningOfPercent(left, "", "").is === "completion" ? "completion" : "percent";
    if (measure === "percent" && figure.value > 100)
      return { intent: "ask", reason: "how-much", ...whose, text };
    return { intent: "correct", measure, value: figure.value, ...whose, text };
  }
  if (figure.kind !== "money") return undefined;
  const { year: thisYear } = partsOf(scene.today);
  if ((yearSaid(left, scene.today) ?? thisYear) !== thisYear)
    return { intent: "ask", reason: "which-date", ...whose, text };
  const item: CorrectItem = { intent: "correct", measure: "investment", yuan: figure.value, ...whose, text };
  const month = scene
    .dates(left)
    .findLast(({ period }) => period)
    ?.period?.("past");
  if (/开工以来|开累/.test(left)) item.scope = "total";
  else if (/累计|本年|今年|年度/.test(left)) item.scope = "ytd";
  else if (month) item.scope = "month";
  if (month) item.period = month;
  return item;
}
