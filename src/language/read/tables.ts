import type { AskItem, Item } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Scene } from "../scene.js";
import { typed } from "../text/normalise.js";
import { titlesOf } from "./two-row-heads.js";

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
/** How much of the month's plan is done: no 年度完成率. */
const MONTHS_RATE = /月(?:份|度)?(?:投资)?(?:计划)?(?:完成率|完成比例)/;
const FORMER = /^(?:上个?[月周期次](?:末|底)?|去年同?期?|同期|前期)$/;
const RATE = /进度|率|形象/;
/** The column that says which milestone a row is about, and the ones that say when. */
const NODE = /^(?:关键|重要|主要|里程碑|控制性?)?(?:节点|里程碑|事项)(?:名称|内容)?$/;
const NODE_DAY = /时间|日期|完成|节点/;
const SUM = /^(?!.*(?:率|比|进度|形象|亩|面积|时间|日期|问题|情况|进展)).*(?:完成|累计|投资|计划|资金)/;
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
  const second = lines[head + 1];
  const isTwoRows = second !== undefined && second.cells.length > 2 && isHead(scene, second);
  const { titles, isSure } = isTwoRows
    ? joinedTitles(scene, first, second)
    : { titles: titlesIn(scene, first), isSure: true };
  const columns = latestProgress(sharedUnit(titles.map((title) => columnOf(title, above))));
  const node = titles.findIndex((title) => NODE.test(title));
  const items: Item[] = [];
  let rows = 0;
  for (const line of lines.slice(head + (isTwoRows ? 2 : 1))) {
    if (line.cells.length < 2) continue;
    const project = projectIn(scene, line);
    if (!project) {
      const unknown = unknownRow(scene, line);
      if (unknown) items.push(unknown);
      continue;
    }
    rows++;
    items.push(
      ...(node >= 0 ? readNode(scene, line, titles, node, project, read) : []),
      ...readRow(scene, line, node >= 0 ? columns.map(withoutDays) : columns, project, read),
      ...(isSure ? [] : unsureRow(scene, line, project)),
    );
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
  const named = line.cells.some(({ start, end }) =>
    /^[\s\ue000]*\ue000[\s\ue000]*$/.test(scene.masked.slice(start, end)),
  );
  if (named || /\d%|\d[万亿]/.test(text)) return false;
  const titles = line.cells.map(({ start, end }) => scene.normal.text.slice(start, end).trim());
  if (titles.some((title) => NODE.test(title)) && titles.some((title) => NODE_DAY.test(title))) return true;
  return titles.some((title) => COLUMN.test(title));
}

const titlesIn = (scene: Scene, { cells }: Line): string[] =>
  cells.map(({ start, end }) => scene.normal.text.slice(start, end).trim());

/** Columns of the two rows are each other's only where a tab or a bar keeps the empty ones. */
function joinedTitles(scene: Scene, upper: Line, lower: Line): { titles: string[]; isSure: boolean } {
  const separators = [upper, lower].map(
    ({ start, end }) => /[\t|]/.exec(scene.normal.text.slice(start, end))?.[0],
  );
  const isAligned =
    separators[0] !== undefined &&
    separators[0] === separators[1] &&
    upper.cells.length <= lower.cells.length;
  return titlesOf(titlesIn(scene, upper), titlesIn(scene, lower), isAligned);
}

function columnOf(title: string, above: string): Column | undefined {
  if (NOT_FOR_THE_LEDGER.test(title) || MONTHS_RATE.test(title) || !COLUMN.test(title)) return undefined;
  const unit =
    UNIT.exec(title)?.[1] ??
    (/进度|率|比例|问题|情况|进展|时间/.test(title)
      ? ""
      : (UNIT_LINE.exec(above)?.[1] ?? UNIT.exec(above)?.[1] ?? ""));
  const label = title.replace(/[(（[][^)）\]]*[)）\]]/g, "").trim();
  return { label: dated(label, MONTH_LINE.exec(above)?.[0]), unit: unit === "百分比" ? "%" : unit };
}

/** The month above the table goes with its columns: under 2022年8月, 当月完成 is August's. */
function dated(label: string, month: string | undefined): string {
  if (month === undefined) return label;
  if (/^(?:当|本)月(?!底|末)/.test(label)) return label.replace(/^(?:当|本)月/, month);
  if (/月|年度|年计划|全年|率|进度|开工以来/.test(label)) return label;
  return `${month}${label.replace(/^[本今]年(?=累计)/, "")}`;
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

/** 项目、节点、计划时间: a row says of one milestone when it is to be, or when it was. */
function readNode(
  scene: Scene,
  line: Line,
  titles: readonly string[],
  node: number,
  project: NamedProject,
  read: ReadPhrase,
): Item[] {
  const cell = (index: number) => {
    const at = line.cells[index];
    return at ? scene.normal.text.slice(at.start, at.end).trim() : "";
  };
  const days = titles.flatMap((title, index) =>
    index !== node && NODE_DAY.test(title) && /\d/.test(cell(index)) ? [{ title, day: cell(index) }] : [],
  );
  // What has come about needs its plan no more.
  const said = days.find(({ title }) => /实际/.test(title)) ?? days[0];
  if (!said || EMPTY_CELL.test(cell(node))) return [];
  const over = titles.some((_, index) => index !== node && /^已(?:完成|取得|办结|开工)/.test(cell(index)));
  const done = /实际/.test(said.title) || over;
  const phrase = `${done ? `${said.day}已` : `计划${said.day}`}${cell(node)}`;
  const text = typed(scene.normal, line.start, line.end).replaceAll("\t", " ");
  const items = read(phrase, project).map((item) => ({ ...item, text }));
  // 计划9月10日 已完成: done, but not on the day of the plan.
  if (!over || !/计划/.test(said.title)) return items;
  const options = items.map((item) => ({ label: `${said.day} ${cell(node)}（已完成）`, items: [item] }));
  return [{ intent: "ask", reason: "which-date", project: project.name, options, text }];
}

/** 年度计划（万元） 8月完成 累计完成: one unit in the head is that of all its sums. */
function sharedUnit(columns: (Column | undefined)[]): (Column | undefined)[] {
  const units = new Set(
    columns.flatMap((column) => (/[万亿元]/.test(column?.unit ?? "") ? [column?.unit] : [])),
  );
  if (units.size !== 1 || !units.has("万元")) return columns;
  return columns.map((column) =>
    column && column.unit === "" && SUM.test(column.label) ? { ...column, unit: "万元" } : column,
  );
}

const MONTHS_PROGRESS = /^(?:\d{4}年)?(?:\d{1,2}|[本当])月(?:份|底|末)?形象进度$/;

/** 8月形象进度 9月形象进度: the works stand at the last of them. */
function latestProgress(columns: (Column | undefined)[]): (Column | undefined)[] {
  const last = columns.findLastIndex((column) => MONTHS_PROGRESS.test(column?.label ?? ""));
  return columns.map((column, at) =>
    at !== last && MONTHS_PROGRESS.test(column?.label ?? "") ? undefined : column,
  );
}

/** Nobody can say which title stands over which figure. */
function unsureRow(scene: Scene, { start, end }: Line, project: NamedProject): Item[] {
  const text = typed(scene.normal, start, end).replaceAll("\t", " ");
  return [{ intent: "ask", reason: "which-measure", project: project.name, text }];
}

function withoutDays(column: Column | undefined): Column | undefined {
  return column && !/时间|日期|状态|节点|^完成情况$/.test(column.label) ? column : undefined;
}

const asksUnit = (item: Item): item is AskItem => item.intent === "ask" && item.reason === "which-unit";

/** A row; when several of its figures lack their unit, it is asked once for all of them. */
function readRow(
  scene: Scene,
  line: Line,
  columns: readonly (Column | undefined)[],
  project: NamedProject,
  read: ReadPhrase,
): Item[] {
  const items = readCells(scene, line, columns, project, read);
  const [ask, more] = items.filter(asksUnit);
  if (!ask || !more) return items;
  const { options: _, ...asked } = ask;
  const known = items.filter((item) => !asksUnit(item));
  const options = ["万元", "亿元"].flatMap((unit) => {
    const inUnit = columns.map((column) =>
      column && column.unit === "" && !RATE.test(column.label) ? { ...column, unit } : column,
    );
    const meant = readCells(scene, line, inUnit, project, read).filter((item) => !isAmong(known, item));
    return meant.every(({ intent }) => intent === "report") ? [{ label: `单位是${unit}`, items: meant }] : [];
  });
  return [{ ...asked, ...(options.length > 0 ? { options } : {}) }, ...known];
}

const isAmong = (items: readonly Item[], one: Item): boolean =>
  items.some((item) => JSON.stringify(item) === JSON.stringify(one));

function readCells(
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
    if (FORMER.test(column.label) && (cell.endsWith("%") || RATE.test(columns[index - 1]?.label ?? "")))
      continue;
    const phrase = figure ? `${labelled(column)}${cell}${column.unit}` : phraseOf(column, cell);
    for (const item of read(phrase, project)) items.push({ ...item, text: row });
  }
  return items;
}

/** 1月 over 10 is no tenth of January. */
function labelled({ label, unit }: Column): string {
  return unit !== "%" && /^(?:\d{4}年)?\d{1,2}月份?$/.test(label) ? `${label}完成` : label;
}

/** 问题 and dates need their head; words on progress speak for themselves. */
function phraseOf({ label }: Column, cell: string): string {
  if (/问题|困难/.test(label)) return `问题:${cell}`;
  return /^[^\d]*$/.test(cell) || /情况|进展/.test(label) ? cell : `${label}${cell}`;
}
