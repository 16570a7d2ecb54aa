import type { CorrectItem } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";
import type { Scene } from "../scene.js";

const FUNDS = /收储资金|\ue000资金|(?:资金|用款|支出)[^，,。\d]{0,4}[说写打报填发弄搞输记看讲]错/;

/** 刚才面积报错了，是53亩; 收储资金写错了，应该是11.5亿: the speaker's last 面积 or 收储资金 in this chat. */
export function correctedLand(
  { masked, mentions }: Scene,
  { kind, value }: Quantity,
  wrong: Pick<CorrectItem, "deniedYuan">,
  text: string,
): CorrectItem | undefined {
  const isArea = kind === "area";
  if (!isArea && !(kind === "money" && FUNDS.test(masked))) return undefined;
  // 核心区的收储资金: 收储 is no name there.
  const own = mentions.filter(
    ({ end, spelling, projects }) =>
      !(masked.startsWith("资金", end) && projects.every((one) => one.class?.includes(spelling))),
  );
  const [project, ...more] = own.flatMap(({ projects }) => projects);
  const whose = project && more.length === 0 ? { project: project.name } : {};
  if (isArea) return { intent: "correct", measure: "area", mu: value, ...whose, text };
  return { intent: "correct", measure: "funds", yuan: value, ...wrong, ...whose, text };
}
