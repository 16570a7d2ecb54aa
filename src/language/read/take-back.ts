import type { Item } from "../items.js";
import type { Scene } from "../scene.js";

const LONGEST = 40;
const TAKE_BACK = /撤销|撤回|撤掉|作废|删掉|删除|删了|不算数/;
/** 撤销 that are the works' own: 撤销公告 */
const OF_THE_WORKS = /公告|许可|合同|处罚|资质/;
/** 删除武宁路: no entry, the project itself; that is not done by a sentence, nor is there a figure to ask for. */
const WHOLE_PROJECT =
  /^(?:请|帮我|帮忙|麻烦)?(?:把|将)?(?:删除|删掉|删了)?(?:项目|工程)?[\ue000\s]+(?:这个?|那个?)?(?:项目|工程)?(?:删除|删掉|删了)?(?:吧|了|掉|这个项目)?[\s。.!！]*$/;

/** 昨天报的武宁路65%撤掉: to be taken back, but perhaps not the last entry; never to be written again. */
export function readTakeBack({ masked, mentions, normal }: Scene): Item | undefined {
  if (masked.length > LONGEST || masked.includes("#") || !TAKE_BACK.test(masked) || OF_THE_WORKS.test(masked))
    return undefined;
  if (mentions.length > 0 && WHOLE_PROJECT.test(masked)) return { intent: "none" };
  const [project, ...more] = mentions.flatMap(({ projects }) => projects);
  if (!project && !/\d|报的|填的|那[条个]/.test(masked)) return undefined;
  const text = normal.raw.trim();
  const whose = project && more.length === 0 ? { project: project.name } : {};
  const options = [{ label: "撤销上一条", items: [{ intent: "undo", text } as const] }];
  return { intent: "ask", reason: "how-much", ...whose, text, options };
}
