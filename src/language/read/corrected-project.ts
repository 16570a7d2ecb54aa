import type { Item } from "../items.js";
import type { Mention } from "../names/mentions.js";
import type { Scene } from "../scene.js";
import { saidFigures } from "./corrected-figure.js";

/** Before a name: it is the wrong one. */
const DENIED_BEFORE = /(?:不是|把|[说写打报填发弄搞输记看讲]成了?)\s*$/;
/** Behind a name: it is the wrong one. */
const DENIED_BEHIND =
  /^\s*(?:项目|地块)?(?:是|给)?(?:[说写打报填发弄搞输记看讲]?错|其实是|不对|有误|改[成为到])/;
/** 刚才的65%是新金环的 */
const BELONGS = /(?:刚才|刚刚|上面|前面|上一条)[^，,。]{0,14}是\ue000+的\s*$/;
const MEANT_BEFORE = /(?:是|为|成|应该?|[:：，,\s]|^)\s*$/;
/** What may be said beside the two names of a correction. */
const BESIDE =
  /不是|才对|项目|地块|[说写打报填发弄搞输记看讲]错|[搞弄]混|混淆|错|刚才|刚刚|前面|上面|上一条|不好意思|对不起|抱歉|我|的|了|啊|哈|[\ue000，,。]/g;

/** 不是603，是606: which project the speaker's last entry was meant for. */
export function correctedProject(scene: Scene, text: string): Item | undefined {
  const { masked, mentions } = scene;
  const named = mentions.filter(({ projects }) => projects.length > 0);
  if (named.length === 0) return undefined;
  const before = (start: number) => masked.slice(Math.max(0, start - 8), start);
  const denied = named.filter(
    ({ start, end }) => DENIED_BEFORE.test(before(start)) || DENIED_BEHIND.test(masked.slice(end, end + 8)),
  );
  const figures = saidFigures(scene);
  // 不是603 65%，是606 65%: the figure is right, the project was not.
  const sameFigure =
    denied.length > 0 && figures.length > 1 && new Set(figures.map(({ value }) => value)).size === 1;
  if (figures.length > 0 && !sameFigure && !BELONGS.test(masked)) return undefined;
  const rest = named.filter((mention) => !denied.includes(mention));
  const meant = rest.find(({ start }) => MEANT_BEFORE.test(before(start)));
  if (!meant || /[\u4e00-\u9fa5]{2,}/.test(masked.slice(meant.end).replace(BESIDE, ""))) return undefined;
  const [only, more] = meant.projects;
  if (!only) return undefined;
  if (more) {
    const candidates = meant.projects.map(({ name }) => name);
    return { intent: "ask", reason: "which-project", candidates, text };
  }
  return { intent: "correct", measure: "project", project: only.name, ...wrongOne(denied), text };
}

/** The denied project, when its spelling leaves no doubt. */
function wrongOne(denied: readonly Mention[]): { denied: string } | Record<string, never> {
  const names = new Set(denied.flatMap(({ projects }) => projects.map(({ name }) => name)));
  const [name] = names;
  return name !== undefined && names.size === 1 ? { denied: name } : {};
}
