/** One item of an agenda, as plain text: what people edit and print. */
export interface AgendaSection {
  title: string;
  /** lines, parted by \n; what people edit */
  body: string;
  /** lines behind those of the body, shown where the whole agenda is asked for; left out = none */
  rest?: string[];
}

/** characters of a section: what a field of a form takes back unshortened */
export const LONGEST_SECTION = 480;

const NUMERALS = "一二三四五六七八九十";

/** `一、上次议定事项` */
export const numbered = (index: number, title: string): string => `${NUMERALS[index] ?? index + 1}、${title}`;

/** items of a section that a phone still shows; the rest by a button */
const MOST = 8;
/** lines behind them that are kept; a district has no meeting on more */
const MOST_REST = 40;

/** A section from lines: those that do not fit stand behind the others, whole, so that no figure is cut in half. */
export function sectionOf(
  title: string,
  lines: readonly string[],
  { head = "", none = "没有" }: { head?: string; none?: string } = {},
): AgendaSection {
  const kept: string[] = [];
  let length = head.length;
  for (const line of lines.slice(0, MOST)) {
    if (length + line.length + 1 > LONGEST_SECTION) break;
    kept.push(line);
    length += line.length + 1;
  }
  const left = lines.slice(kept.length);
  const rest = left.slice(0, MOST_REST);
  if (left.length > rest.length) rest.push(`还有${left.length - rest.length}项没有列出`);
  const body = [...(head ? [head] : []), ...kept].join("\n");
  return { title, body: body || none, ...(rest.length > 0 ? { rest } : {}) };
}

/** The lines of a section: all of them, or those that stand on a card, and how many more there are. */
export function linesOf({ body, rest = [] }: AgendaSection, isWhole: boolean): string[] {
  const lines = body.split("\n");
  if (isWhole) return [...lines, ...rest];
  return rest.length > 0 ? [...lines, `另有${rest.length}项`] : lines;
}

/** Whether lines stand behind those that a card shows. */
export const hasMore = (sections: readonly AgendaSection[]): boolean =>
  sections.some(({ rest = [] }) => rest.length > 0);
