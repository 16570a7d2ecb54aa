import type { Item } from "../items.js";
import type { Scene } from "../scene.js";
import { correctedFigure, saidFigures } from "./corrected-figure.js";

const LONGEST = 40;
const RIGHT_ONE = "(?:应该?|实际|而)?(?:是|为)\\s?#[\\s元了吧啊。.!！]*$";
/** The two figures of such a message are written # here. */
const TWO_FIGURES: readonly RegExp[] = [
  // 65%，不对，是60%
  new RegExp(
    `^#[\\s元了吧啊]*[，,。.…!！][\\s，,。.…!！]*(?:不对|[说写打报填发弄搞输记看讲]?错了?|有误)了?[\\s，,。.…!！]*${RIGHT_ONE}`,
  ),
  // 别记成65%，是60%
  new RegExp(
    `^(?:请|可)?(?:别|不要|不用|勿|莫)[给把又再]?(?:我)?[写说打报填记][成作为]了?\\s?#[\\s元了吧啊]*[\\s，,。；;]*${RIGHT_ONE}`,
  ),
  // 66%，不是65%
  /^#[\s元了吧啊]*[\s，,。；;]+(?:而)?不是\s?#[\s元了吧啊。.!！]*$/,
];

/**
 * A wrong figure and the right one, and no project: what else could it be about than the speaker's last
 * entry? With a project named or replied to, the right figure is a report of its own.
 */
export function correctedLast(scene: Scene): Item | undefined {
  const { masked, mentions, follow, normal } = scene;
  if (masked.length > LONGEST || follow || mentions.length > 0) return undefined;
  const [one, other, ...more] = saidFigures(scene);
  if (!one || other?.kind !== one.kind || more.length > 0) return undefined;
  const frame = `${masked.slice(0, one.start)}#${masked.slice(one.end, other.start)}#${masked.slice(other.end)}`;
  if (!TWO_FIGURES.some((pattern) => pattern.test(frame.trim()))) return undefined;
  return correctedFigure(scene, normal.raw.trim());
}
