import { PROJECT_MARK } from "../names/mentions.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { isAside } from "./notes.js";
import { projectOptions } from "./options.js";
import { type Asks, readQuestion, type Topic } from "./questions.js";

/** What is asked begins here: 外环咋样了, 外环的节点. */
const ASKED_OF =
  /[咋怎啥谁哪几]|如何|什么|情况|进[展度]|多少|为[什何啥]|是[否不]|有没有|状态|节点|问题|历史|[的吗呢了啊?？!！。]|$/;
/** What may stand before the word itself. */
const LEADING =
  /^[\s,，:：]*(?:(?:请问|问一?下|看看?|看一下|查一?下?|帮我[查看]|那|这个?|那个?|我们的?)[\s,，:：]*)*/;

/** 外环咋样了: a question about a word that is a part of several names, asked for each of them. */
export function askNearProjects(scene: Scene, segment: Segment, topic: Topic, asks: Asks): Found | undefined {
  const { body } = segment;
  if (segment.subjects.length > 0 || isAside(segment)) return undefined;
  const start = LEADING.exec(body)?.[0].length ?? 0;
  const word = body.slice(start, start + body.slice(start).search(ASKED_OF)).trim();
  if (/^(\d)\1+$/.test(word)) return undefined;
  // 土地收储收了多少 asks for a class.
  if (scene.names.naming.classes.some((name) => word.startsWith(name))) return undefined;
  if (word.length < 2 || word.length > 12 || /[\ue000\ue001]/.test(word)) return undefined;
  // 五宁路 begins with a numeral, which is no figure; 60% is one, however near it comes to 603.
  const wordEnd = start + word.length;
  if (segment.quantities.some(({ end, kind }) => end > wordEnd || (end === wordEnd && kind !== "bare")))
    return undefined;
  const candidates = scene.names.near.find(word);
  if (candidates.length === 0) return undefined;
  const named = {
    ...segment,
    quantities: [],
    body: body.replace(word, PROJECT_MARK.repeat(word.length)),
    explicit: true,
  };
  const options = projectOptions(candidates, (name) => {
    const project = scene.names.project.get(name);
    const about = project && { ...named, subjects: [project], bodyStart: wordEnd };
    const question = about && readQuestion(scene, about, topic, asks);
    return question ? [question.item] : [];
  });
  if (options.length === 0) return undefined;
  const text = words(scene, segment);
  return { at: segment.start, item: { intent: "ask", reason: "which-project", candidates, text, options } };
}
