/**
 * The words of a rich-text post, line by line: what its title says holds for what is under it, so it comes
 * first; tabs and list markers stay. A post comes bare, or under the key of its language; where it comes in
 * several, Chinese goes before others, and one with words before one without.
 */
export function postText(content: Record<string, unknown>): string {
  const posts: unknown[] = [content, content.zh_cn, ...Object.values(content)];
  const texts = posts.filter(isPost).map(wordsOf);
  return texts.find((text) => text.trim() !== "") ?? "";
}

interface Post {
  title?: unknown;
  content?: unknown;
}

function wordsOf(post: Post): string {
  const title = string(post.title);
  const lines = list(post.content).map((line) => lineText(list(line)));
  return (title ? [title, ...lines] : lines).join("\n");
}

/** Code and markdown are lines of their own, wherever in a paragraph they stand. */
function lineText(nodes: readonly unknown[]): string {
  let text = "";
  for (const node of nodes) {
    const words = nodeText(node);
    const isBlock = isObject(node) && (node.tag === "code_block" || node.tag === "md");
    text += isBlock && text !== "" ? `\n${words}` : words;
  }
  return text;
}

/**
 * A picture, an emotion and a rule have no words. A tag that is not known here gives its text, or that of
 * what it holds: a new one must not cost a report.
 */
function nodeText(node: unknown): string {
  if (!isObject(node)) return "";
  switch (node.tag) {
    case "at":
      return mention(node);
    case "md":
      return markdownText(string(node.text));
    case "img":
    case "media":
    case "emotion":
    case "hr":
      return "";
    default:
      return string(node.text) || heldText(node);
  }
}

function mention(node: Record<string, unknown>): string {
  const key = string(node.user_id);
  if (key === "all" || key === "all_members") return "@_all";
  return key.startsWith("@_") ? key : `@${string(node.user_name)} `;
}

/** Nodes stand side by side, lists of nodes below each other. */
function heldText(node: Record<string, unknown>): string {
  const held = [node.content, node.elements, node.children].find(Array.isArray);
  if (!held) return "";
  const isLines = held.some((part: unknown) => Array.isArray(part) || (isObject(part) && part.tag === "li"));
  return held
    .map((part: unknown) => (Array.isArray(part) ? lineText(part) : nodeText(part)))
    .join(isLines ? "\n" : "");
}

/** Marks go, words stay; a table's cells are parted by tabs, as in one that is pasted from a spreadsheet. */
function markdownText(source: string): string {
  return source
    .split("\n")
    .flatMap(rowOf)
    .join("\n")
    .replace(/<at (?:user_id|id)=["']?[\w-]*["']?>([^<]*)<\/at>/g, (_, name: string) => `@${name} `)
    .replace(/!\[[^\][\n]*\]\([^()\s]*\)/g, "")
    .replace(/\[([^\][\n]*)\]\([^()\s]*\)/g, "$1")
    .replace(/(\*\*|~~)([^*~\n]+)\1/g, "$2")
    .replace(/^#{1,6} /gm, "");
}

/** A line as it is; of a table its cells, and none for the rule under its head. */
function rowOf(line: string): string[] {
  const row = line.trim();
  if (row.length < 2 || !row.startsWith("|") || !row.endsWith("|")) return [line];
  const cells = row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? [] : [cells.join("\t")];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPost = (value: unknown): value is Post =>
  isObject(value) &&
  (Array.isArray(value.content) || (typeof value.title === "string" && value.title !== ""));

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const string = (value: unknown): string => (typeof value === "string" ? value : "");
