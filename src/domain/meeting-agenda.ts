/** One item of an agenda, as plain text: what people edit and print. */
export interface AgendaSection {
  title: string;
  /** lines, parted by \n */
  body: string;
}

/** characters of a section: what a field of a form takes back unshortened */
export const LONGEST_SECTION = 480;

const NUMERALS = "一二三四五六七八九十";

/** `一、上次议定事项` */
export const numbered = (index: number, title: string): string => `${NUMERALS[index] ?? index + 1}、${title}`;

/** A section from lines: those that do not fit are counted, so that a figure is never cut in half. */
export function sectionOf(title: string, lines: readonly string[], none = "没有"): AgendaSection {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > LONGEST_SECTION - 20) break;
    kept.push(line);
    length += line.length + 1;
  }
  const left = lines.length - kept.length;
  if (left > 0) kept.push(`另有${left}项，会上再看`);
  return { title, body: kept.length > 0 ? kept.join("\n") : none };
}
