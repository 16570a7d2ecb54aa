import type { AskItem, Item, Measured, Option } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Quantity } from "../numbers/quantities.js";
import type { Scene } from "../scene.js";
import { report } from "./figures.js";
import { optionsFor, projectOptions } from "./options.js";

const FUNDS = /收储资金|\ue000资金|(?:资金|用款|支出)[^，,。\d]{0,4}[说写打报填发弄搞输记看讲]错/;
const isLand = (project: NamedProject): boolean => project.class === "土地收储";

/**
 * 刚才面积报错了，是53亩; 收储资金写错了，应该是11.5亿: such figures are the sums of all so far, so the right
 * one is simply reported again, for the project that is meant.
 */
export function correctedLand(
  { masked, names, mentions }: Scene,
  { kind, value }: Quantity,
  text: string,
): Item | undefined {
  const isArea = kind === "area";
  if (!isArea && !(kind === "money" && FUNDS.test(masked))) return undefined;
  const measured: Measured = isArea ? { measure: "area", mu: value } : { measure: "funds", yuan: value };
  // 核心区的收储资金: 收储 is no name there.
  const own = mentions.filter(({ end }) => mentions.length < 2 || !masked.startsWith("资金", end));
  const named = own.flatMap(({ projects }) => projects);
  const meant = (named.length > 0 ? named : names.naming.projects).filter(isLand);
  const [only, ...more] = meant.map(({ name }) => name);
  if (only === undefined) return undefined;
  if (more.length === 0) return asked(only, optionsFor(only, [measured], text, ""), text);
  const candidates = [only, ...more];
  const options = projectOptions(candidates, (name) => [report(name, measured, text)]);
  return { intent: "ask", reason: "which-project", candidates, options, text };
}

const asked = (project: string, options: Option[], text: string): AskItem => ({
  intent: "ask",
  reason: "how-much",
  project,
  options,
  text,
});
