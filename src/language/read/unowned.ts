import type { AskItem, Item } from "../items.js";
import type { NamedProject } from "../names.js";
import { LEDGER, PROGRESS } from "../rules/words.js";
import { type Found, type Scene, type Segment, words } from "../scene.js";
import { subjectWord } from "../text/subjects.js";
import { readMilestones } from "./milestones.js";
import { isAside, readUnchanged } from "./notes.js";
import { projectOptions } from "./options.js";
import { readOwned } from "./owned.js";
import { readProblem } from "./problems.js";
import { newThread } from "./thread.js";

const ANNOUNCED =
  /(?:[明后][天日早晚]|今[早晚]|[上下]午|晚上|\d点|周[一二三四五六日末])[^，。]{0,8}[停断][电水气网]/;

/** A segment whose project is not named, or named by a word that is no name. */
export function readUnowned(scene: Scene, segment: Segment): Found[] {
  if (isAside(segment)) return [];
  if (segment.unknown === "")
    return /(?:所有|全部|各个?|每个)项目/.test(segment.body) && segment.quantities.length > 0
      ? askWhich(scene, segment, [])
      : [];
  const party = partyOf(scene, segment);
  if (party) return askWhich(scene, segment, party);
  // 明天停电: an announcement to the house.
  if (ANNOUNCED.test(segment.body)) return [];
  const problems = readProblem(scene, segment);
  if (problems.some(({ item }) => item.intent === "ask" && item.reason === "which-problem")) return problems;
  const word = segment.unknown ?? subjectWord(segment);
  const speaks = ledgerWords(scene, segment);
  const candidates = word.length >= 2 && word.length <= 16 ? scene.names.near.find(word) : [];
  const figure = segment.quantities.some(
    ({ kind }) => kind === "percent" || kind === "money" || kind === "area",
  );
  if (candidates.length > 0 && (speaks || figure || PROGRESS.test(segment.body.replace(word, ""))))
    return askWhich(scene, segment, candidates, word);
  if (segment.unknown && speaks) return askWhich(scene, segment, []);
  return speaks || problems.length > 0 || nameAndFigure(segment)
    ? askWhich(scene, segment, candidates, word)
    : [];
}

/** 隧道 65%: a short word and a figure, as people report; it only needs a name. */
function nameAndFigure({ body, quantities }: Segment): boolean {
  const [figure, more] = quantities.filter(({ kind }) => kind !== "other");
  if (!figure || more || figure.kind === "bare" || figure.kind === "points") return false;
  return (
    /^[\s\u4e00-\u9fa5a-z0-9\ue001-]{1,8}$/.test(body.slice(0, figure.start)) &&
    /^[\s了。.!！]*$/.test(body.slice(figure.end))
  );
}

/** 60%了, 3200万: figures and nothing else. */
function isBareFigure({ body, quantities }: Segment): boolean {
  if (quantities.some(({ vague }) => vague)) return false;
  const rest = quantities.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), body);
  return /^[\s元¥了吧啊。.!！]*$/.test(rest);
}

/** Whether a segment without a project still speaks of the ledger's matters. */
function ledgerWords(scene: Scene, segment: Segment): boolean {
  const { body, quantities } = segment;
  const figure = quantities.some(({ kind }) => kind === "percent" || kind === "money" || kind === "area");
  if (figure && (LEDGER.test(body) || isBareFigure(segment) || segment.unknown)) return true;
  if (/^[\s]*(?:全|全部|都|已经?|全都|基本)+(?:完成|做完|干完|开工|竣工|结束|封顶)了?[\s。!！]*$/.test(body))
    return true;
  if (/(?:做|干|修|挖|铺|打|建|推进|施工|掘进|浇)到/.test(body)) return true;
  const probe = { ...segment, subjects: [NOBODY] };
  return (
    readMilestones(scene, probe, []).length > 0 ||
    (segment.subjects.length === 0 && readUnchanged(scene, segment).length > 0)
  );
}

const NOBODY: NamedProject = { name: "", aliases: [] };

/** 普实医疗签合同了: a company that stands for the projects known by it. */
function partyOf(scene: Scene, segment: Segment): readonly string[] | undefined {
  const mention = scene.mentions.find(
    ({ unit, start, end }) => unit !== undefined && start >= segment.start && end <= segment.end,
  );
  const projects = mention?.unit ? scene.names.parties.get(mention.unit) : undefined;
  if (!projects || !mention) return undefined;
  const figure = segment.quantities.some(({ kind }) => kind !== "other" && kind !== "bare");
  return figure || PROGRESS.test(segment.body) || ledgerWords(scene, segment) ? projects : undefined;
}

export function askWhich(scene: Scene, segment: Segment, candidates: readonly string[], word = ""): Found[] {
  const item: AskItem = { intent: "ask", reason: "which-project", text: words(scene, segment) };
  if (candidates.length > 0) {
    item.candidates = [...candidates];
    item.options = projectOptions(candidates, (name) => readFor(scene, segment, name, word));
  }
  return [{ at: segment.start, item }];
}

function readFor(scene: Scene, segment: Segment, name: string, word: string): Item[] {
  const project = scene.names.project.get(name);
  if (!project) return [];
  const { shared, unknown, ...rest } = segment;
  // 614 65%: the word in the subject's place is no figure.
  const wordEnd = word === "" ? 0 : segment.body.indexOf(word) + word.length;
  const quantities = segment.quantities.filter(({ start }) => start >= wordEnd);
  const thread = newThread("report");
  return readOwned(
    scene,
    { ...rest, quantities, bodyStart: Math.max(rest.bodyStart, wordEnd), subjects: [project] },
    thread,
  ).map(({ item }) => item);
}
