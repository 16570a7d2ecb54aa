import type { Item } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Scene } from "../scene.js";
import { typed } from "../text/normalise.js";

/** Reads one phrase about one project. */
export type ReadPhrase = (phrase: string, project: NamedProject) => Item[];

interface Column {
  label: string;
  /** 万元, %, 亩 … behind every figure of the column that has none */
  unit: string;
}

interface Line {
  start: number;
  end: number;
  cells: { start: number; end: number }[];
}

const COLUMN =
  /完成|累计|进度|投资|形象|本月|上月|当月|\d{1,2}月|计划|完成率|收储|亩|资金|进展|问题|困难|开工|竣工|备注|情况/;
const UNIT = /[(（[]\s?(?:单位[:：]?)?\s?(亿元?|万元?|元|%|百分比|亩)\s?[)）\]]/;
const UNIT_LINE = /单位\s?[:：]?\s?(亿元?|万元?|元)/;
const MONTH_LINE = /(?:\d{4}年)?\d{1,2}月(?:份|底)?|本月|上个?月|当月/;
const NOT_FOR_THE_LEDGER =
  /序号|责任|单位$|部门|牵头|配合|联系|电话|填报|日期$|类别|性质|建设内容|规模|下(?:一步|月|周)|备注|总投资|地址/;
const FORMER = /^(?:上个?[月周期次](?:末|底)?|去年同?期?|同期|前期)$/;
const RATE = /进度|率|形象/;
const EMPTY_CELL = /^[\s\-/\\—–~无]*$/;

/** A pasted table, read row by row under its head; nothing when the message holds none. */
export function readTable(scene: Scene, read: ReadPhrase): Item[] | undefined {
  if (!/[\t|]|\S {2,}\S/.test(scene.normal.text) || !scene.normal.text.includes("\n")) return undefined;
  const lines = linesOf(scene.normal.text);
  const head = lines.findIndex((line) => isHead(scene, line));
  const first = lines[head];
  if (!first) return undefined;
  const above = lines
    .slice(0, head)
    .map(({ start, end }) => scene.normal.text.slice(start, end))
    .join(" ");
  const columns = first.cells.map((cell) => columnOf(scene, cell, above));
  const items: Item[] = [];
  let rows = 0;
  for (const line of lines.slice(head + 1)) {
    if (line.cells.length < 2) continue;
    const project = projectIn(scene, line);
    if (!project) {
      const unknown = unknownRow(scene, line);
      if (unknown) items.push(unknown);
      continue;
    }
    rows++;
    items.push(...readRow(scene, line, columns, project, read));
  }
  return rows > 0 ? items : undefined;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, end: start + line.length, cells: cellsOf(line, start) });
    start += line.length + 1;
  }
  return lines;
}

function cellsOf(line: string, start: number): Line["cells"] {
  const separator = line.includes("\t")
    ? "\t"
    : line.includes("|")
      ? "|"
      : /\S( {2,})\S/.test(line)
        ? "  "
        : undefined;
  if (separator === undefined) return [{ start, end: start + line.length }];
  const cells: Line["cells"] = [];
  let at = 0;
  for (const cell of line.split(separator === "  " ? / {2,}/ : separator)) {
    const from = separator === "  " ? line.indexOf(cell, at) : at;
    cells.push({ start: start + from, end: start + from + cell.length });
    at = from + cell.length + (separator === "  " ? 0 : 1);
  }
  return cells;
}

function isHead(scene: Scene, line: Line): boolean {
  if (line.cells.length < 2) return false;
  const text = scene.masked.slice(line.start, line.end);
  const named = line.cells.some(({ start, end }) => /^[\s\ue000]*\ue000[\s\ue000]*$/.test(scene.masked.slice(start, end)));
  if (named || /\d%|\d[万亿]/.test(text)) return false;
  return line.cells.some(({ start, end }) => COLUMN.test(scene.normal.text.slice(start, end)));
}

function columnOf(
  scene: Scene,
  { start, end }: { start: number; end: number },
  above: string,
): Column | undefined {
  const title = scene.normal.text.slice(start, end).trim();
  if (NOT_FOR_THE_LEDGER.test(title) || !COLUMN.test(title)) return undefined;
  const unit =
    UNIT.exec(title)?.[1] ??
    (/进度|率|比例|问题|情况|进展|时间/.test(title)
      ? ""
      : (UNIT_LINE.exec(above)?.[1] ?? UNIT.exec(above)?.[1] ?? ""));
  const label = title.replace(/[(（[][^)）\]]*[)）\]]/g, "").trim();
  const month = /月|年度|年计划|全年|率|进度|开工以来/.test(label) ? "" : (MONTH_LINE.exec(above)?.[0] ?? "");
  return { label: `${month}${label}`, unit: unit === "百分比" ? "%" : unit };
}

function projectIn(scene: Scene, line: Line): NamedProject | undefined {
  const mention = scene.mentions.find(
    ({ start, end, projects }) => start >= line.start && end <= line.end && projects.length === 1,
  );
  return mention?.projects[0];
}

/** A row whose project nobody knows is asked about; a row of sums is left out. */
function unknownRow(scene: Scene, { start, end, cells }: Line): Item | undefined {
  const name =
    cells
      .map((cell) => scene.normal.text.slice(cell.start, cell.end).trim())
      .find((cell) => /[\u4e00-\u9fa5a-z]{2}/.test(cell)) ?? "";
  if (
    name === "" ||
    /合计|总计|小计|平均|单位|填报|审核/.test(name) ||
    !/\d/.test(scene.normal.text.slice(start, end))
  )
    return undefined;
  const candidates = scene.names.near.find(name);
  const text = typed(scene.normal, start, end).replaceAll("\t", " ");
  return { intent: "ask", reason: "which-project", ...(candidates.length > 0 ? { candidates } : {}), text };
}

function readRow(
  scene: Scene,
  line: Line,
  columns: readonly (Column | undefined)[],
  project: NamedProject,
  read: ReadPhrase,
): Item[] {
  const items: Item[] = [];
  const row = typed(scene.normal, line.start, line.end).replaceAll("\t", " ");
  for (const [index, { start, end }] of line.cells.entries()) {
    const column = columns[index];
    const cell = scene.normal.text.slice(start, end).trim();
    if (!column || EMPTY_CELL.test(cell) || scene.masked.slice(start, end).startsWith("\ue000")) continue;
    const figure = /^[\d.,]+$/.test(cell);
    // 上月 beside 形象进度: what it was before.
    if (FORMER.test(column.label) && (cell.endsWith("%") || RATE.test(columns[index - 1]?.label ?? ""))) continue;
    const phrase = figure ? `${column.label}${cell}${column.unit}` : phraseOf(column, cell);
    for (const item of read(phrase, project)) items.push({ ...item, text: row });
  }
  return items;
}

/** 问题 and dates need their head; words on progress speak for themselves. */
function phraseOf({ label }: Column, cell: string): string {
  if (/问题|困难/.test(label)) return `问题:${cell}`;
  return /^[^\d]*$/.test(cell) || /情况|进展/.test(label) ? cell : `${label}${cell}`;
}
