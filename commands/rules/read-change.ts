import { type LampRules, lampRuleFor } from "../../src/domain/lamp-rule.js";
import type { RuleChange, Thresholds } from "../../src/domain/lamp-rule-change.js";
import { presetNamed, RULE_PRESETS } from "../../src/domain/lamp-rule-presets.js";

/** What is wanted, or in a sentence why it was not understood. */
export type ReadChange = { change: RuleChange; what: string } | { fault: string };

/** 把规则改成银川的 */
const SPOKEN = /^(?:请|帮我|把)*(?:亮灯)?规则(?:改成|改为|改回|换成|(?=恢复))\s*/;
const ALL = /^(?:全部|所有|各类|每类)(?:类别|项目)?\s*/;
const PRESET = /^(?:套用|采用|按|用)\s*(\S+?)(?:的?(?:规则|标准|办法))?$/;
/** what may stand behind the name of a place */
const OWN = /的?(?:规则|标准|办法)?$/;
const COLOUR = /([黄橙红])灯?\s*[:：=<＜≤]?\s*(-?\d+(?:\.\d+)?)\s*(%|个?百分点|个?点|天)?/g;
const OFF = /不看|不用|取消|关闭/;

/** `区属重大 黄80 红60`, `落后点数 黄10 红30`, `节点 红15`, `恢复默认`, `套用 银川`. */
export function readChange(words: string, rules: LampRules, classes: readonly string[]): ReadChange {
  let rest = words.normalize("NFKC").trim().replace(SPOKEN, "").replace(ALL, "");
  const named = [...classes].sort((a, b) => b.length - a.length).find((each) => rest.startsWith(each));
  if (named) rest = rest.slice(named.length).trim();
  const of = named ? { class: named } : {};
  const what = `${named ?? "全部类别"} ${rest}`;
  if (/^(?:恢复|还原|回到)(?:成|为)?(?:默认|原样|v1)?的?(?:规则)?$/.test(rest))
    return { change: { ...of, isReset: true, set: {} }, what: `${named ?? "全部类别"} 恢复默认` };
  const preset =
    PRESET.exec(rest)?.[1] ?? RULE_PRESETS.find(({ name }) => rest.replace(OWN, "") === name)?.name;
  if (preset !== undefined) {
    const found = presetNamed(preset);
    if (!found)
      return {
        fault: `没有“${preset}”的规则。可以套用：${RULE_PRESETS.map(({ name }) => name).join("、")}。`,
      };
    return { change: { ...of, set: found.set }, what };
  }
  const set = readThresholds(rest, lampRuleFor(rules, named));
  if (set === null) return { fault: `没看懂“${rest || words}”。` };
  return "fault" in set ? set : { change: { ...of, set }, what };
}

type Known = ReturnType<typeof lampRuleFor>;

function readThresholds(rest: string, known: Known): Thresholds | { fault: string } | null {
  const number = Number(/\d+/.exec(rest)?.[0] ?? Number.NaN);
  if (/未开工|没开工/.test(rest)) {
    if (OFF.test(rest)) return { notStartedMonths: null };
    return Number.isNaN(number) ? null : { notStartedMonths: number };
  }
  if (/连续[两二2]个?月/.test(rest)) return { yellowTwiceIsRed: !/不升|不转|关|取消/.test(rest) };
  if (/^未报/.test(rest)) return Number.isNaN(number) ? null : { missedCyclesYellow: number };
  if (/^投资灯/.test(rest)) return Number.isNaN(number) ? null : { investmentFrom: number };

  const lines: Record<string, number> = {};
  const units = new Set<string>();
  const left = rest.replace(COLOUR, (_, colour: string, value: string, unit = "") => {
    lines[colour] = Number(value);
    if (unit) units.add(unit);
    return "";
  });
  const topic = topicOf(left, units);
  if (topic === null) return null;
  if (OFF.test(left)) {
    if (topic === "milestone")
      return { fault: "节点逾期的红灯线不能去掉，可以改天数，如“改规则 节点 红30”。" };
    return { [topic]: null };
  }
  if (Object.keys(lines).length === 0) return null;
  const { 黄: yellow, 橙: orange, 红: red } = lines;
  if (topic === "milestone") {
    const late = red ?? known.milestone.red;
    // What the words leave out stays; a lone 红 takes the finer steps away only where it would cross them.
    const kept = { yellow: yellow ?? known.milestone.yellow, orange: orange ?? known.milestone.orange };
    return {
      milestone: {
        ...(kept.yellow === undefined ? {} : { yellow: kept.yellow }),
        ...(kept.orange === undefined ? {} : { orange: kept.orange }),
        red: late,
      },
    };
  }
  if (orange !== undefined) return { fault: "橙灯只用在节点上，如“改规则 节点 黄1 橙8 红15”。" };
  const had = known[topic];
  const pair = { yellow: yellow ?? had?.yellow, red: red ?? had?.red };
  if (pair.yellow === undefined || pair.red === undefined)
    return { fault: "黄灯和红灯的线请一起写，如“改规则 落后点数 黄10 红30”。" };
  return { [topic]: { yellow: pair.yellow, red: pair.red } };
}

/** What the lines are of: named, or told by their unit; without either 完成与时序之比. Null: other words are in it. */
function topicOf(words: string, units: ReadonlySet<string>): "ratio" | "gap" | "milestone" | null {
  const left = words.replace(/[\s,，、;；。]|不看|不用|取消|关闭|及以上|以上|起|改(?:成|为)|和/g, "");
  if (/^(?:落后|差)?的?(?:百分)?点数?$/.test(left) || /^落后$/.test(left)) return "gap";
  if (/^节点(?:逾期)?(?:天数)?$/.test(left)) return "milestone";
  if (/^(?:完成)?(?:比例|完成率|完成|时序|投资|进度)$/.test(left)) return "ratio";
  if (left !== "") return null;
  if ([...units].some((unit) => unit.endsWith("点"))) return "gap";
  return units.has("天") ? "milestone" : "ratio";
}
