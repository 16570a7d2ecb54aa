import { clip } from "../../cards/typed.js";
import type { AskItem, Item } from "../../language/items.js";
import { findQuantities } from "../../language/numbers/quantities.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";
import type { RefusedSection } from "./sections.js";

/**
 * Works that the message names by a word which is no project here, such as 北横通道. Of 中环高架段 and 北横通道口
 * is said where something is; what is to be moved away stands in somebody else's way.
 */
const NAMED_WORKS =
  /^\s*([\u4e00-\u9fa5]{2,10}?(?:通道|高架|快速路|枢纽|大楼|文化宫|体育馆|图书馆|博物馆|水厂|变电站))(?![段侧口桥下上内外里旁处边站和与及至到、]|部分|节点|匝道|交叉|交界|沿线|附近|周边|范围|区域|方向|影响|一侧|[未没不]?(?:搬|拆|迁|动迁|征收|腾)|拒)/;
/** 地下通道, 主线高架, 办公大楼: parts of the works, which a project may well have. */
const PART =
  /^(?:本|该|主|地下|地面|地上|地铁|人行|过街|疏散|消防|应急|联络|出入|连接|换乘|车行|行人|综合|配套|新建|在建|拟建|新增|增加|其中|另|首|全|整|各|两|第|几|多|[东南西北]侧|[东南西北中][段区]|[一二三四五六七八九十]|左|右|老|旧|原|既有|现有|内部|外部|上部|下部|上层|下层|上跨|下穿|跨线|临时|永久|办公|教学|实验|行政|门诊|急诊|住院|医技|科研|宿舍|业务|指挥|商务|商业|附属|学校|小学|中学|社区|校|区级|市政|人防|物流|无障碍|立交|交通|电力|连续|钢|桩|匝道)/;
/** What hinders, or is being done with it, stands before the name of other works: 受北横通道影响, 完成高架. */
const NO_NAME =
  /^(?:受|因|由|与|和|及|同|等|待|跟|被|把|将|在|从|向|对|为|是|有|无|没|未|不|卡|需|要|请|可|能|正|目前|现在|现场|现正|今天|本月|上月|下月|跨|穿|接)|完成|进度|形象|累计|计划|预计|施工|建设|改造|修建|正在|已|拆|迁|涉及|影响|项目|工程|部分|推进|打通|启动|开始|继续|恢复|封闭|占用|配合|协调|问题|周边|相邻|邻近|紧邻|附近|沿线|包括|含|[和及与、]|两侧|开[关闭]/;

const IS_OF_WORKS: ReadonlySet<Item["intent"]> = new Set(["report", "milestone", "problem"]);

/**
 * What a message says of works that are not in the ledger must not go to the project named before them. What
 * is said of the project itself stays.
 */
export function withoutStrangers(
  turn: Turn,
  items: readonly Item[],
): { own: Item[]; strangers: RefusedSection[] } {
  const clauses = new Set<string>();
  const own = items.flatMap((item): Item[] => {
    if (item.intent === "ask") return answered(turn, item, clauses);
    const { text } = item;
    const { project } = "project" in item ? item : {};
    if (!IS_OF_WORKS.has(item.intent) || !text || !project || !isStranger(turn, text, project)) return [item];
    clauses.add(text);
    return [];
  });
  const strangers = [...clauses].map(
    (clause): RefusedSection => ({
      is: "refused",
      sentence: `“${clip(clause.trim(), 40)}”：${strangerIn(clause)}不在账上，没有记。说的是别的项目，请带上它的名字再发一次。`,
    }),
  );
  return { own, strangers };
}

/** Nothing is asked of other works. Two figures for one project are asked about; where one of them is of other works, the other one is clear. */
function answered(turn: Turn, item: AskItem, clauses: Set<string>): Item[] {
  const { project, text = "", options = [] } = item;
  if (project !== undefined && isStranger(turn, text, project)) {
    clauses.add(text);
    return [];
  }
  if (item.reason !== "how-much" || project === undefined || options.length < 2) return [item];
  const others = options.flatMap((option) => {
    const clause = clauseOf(turn.words, option.items[0]);
    return clause !== undefined && isStranger(turn, clause, project) ? [{ option, clause }] : [];
  });
  if (others.length === 0) return [item];
  for (const { clause } of others) clauses.add(clause);
  const left = options.filter((option) => others.every((other) => other.option !== option));
  const [only] = left;
  return left.length === 1 && only ? only.items : [{ ...item, options: left }];
}

/** The clause of the message that holds the item's figure. */
function clauseOf(words: string, item: Item | undefined): string | undefined {
  const figure = item && ("value" in item ? item.value : "yuan" in item ? item.yuan : undefined);
  return words
    .split(/[，,。；;！!\n]/)
    .find((clause) =>
      findQuantities(normalise(clause).text, () => undefined).some(({ value }) => value === figure),
    );
}

function isStranger({ names }: Turn, clause: string, project: string): boolean {
  const word = strangerIn(clause);
  if (word === "" || PART.test(word) || NO_NAME.test(word)) return false;
  const own = [project, ...(names.project.get(project)?.aliases ?? [])];
  // 北横通道的管线挡住了武宁路: said of the project, which is named in it.
  if (own.some((name) => clause.includes(name) || name.includes(word) || word.includes(name))) return false;
  return !names.near.find(word).includes(project);
}

const strangerIn = (clause: string): string => NAMED_WORKS.exec(clause)?.[1] ?? "";
