import { bodyElements, type CardPart, childrenOf, isPart, partsIn, tagOf } from "./card.js";
import { attributesOf, FORM_FIELDS, PARTS } from "./card-schema.js";
import { cardRefused, type PlatformError } from "./platform-error.js";

const MOST_ELEMENTS = 200;
const MOST_TABLES = 5;
const MOST_MARKDOWN_TABLES = 4;
const MOST_TABLE_COLUMNS = 50;
const MOST_TABLE_PAGE = 10;
const DEEPEST_NESTING = 5;

/** The platform's inner codes, told inside the message of 230099. */
const OVER_LIMIT = 11310;
const BAD_JSON = 200621;
const BAD_CHART = 200550;
const NOT_IN_V2 = 200861;

/** Throws 230099 with the platform's inner code for what a client would not show. */
export function checkCard(content: string): CardPart {
  const card = parseCard(content);
  checkKnown(card, PARTS.card, "ROOT");
  if (isPart(card.config)) checkKnown(card.config, PARTS.config, "ROOT -> config");
  if (isPart(card.header)) checkKnown(card.header, PARTS.header, "ROOT -> header");
  if (!isPart(card.body) || !Array.isArray(card.body.elements))
    throw wrong("body.elements is needed", "ROOT");
  checkKnown(card.body, PARTS.body, "ROOT -> body");
  if (countTags(card) > MOST_ELEMENTS) throw cardRefused(OVER_LIMIT, "card element number over limit");
  const elements = bodyElements(card);
  if (elements.filter((element) => tagOf(element) === "table").length > MOST_TABLES) throw tooManyTables();
  for (const [index, element] of elements.entries()) {
    checkElement(element, { path: `ROOT -> body -> elements -> [${index}]`, depth: 0, root: true });
  }
  checkElementIds(card);
  return card;
}

/** Only a shared card can be changed, and it must say so from the start. */
export function checkPatchable(card: CardPart): void {
  if (isPart(card.config) && card.config.update_multi === true) return;
  throw cardRefused(BAD_JSON, "config.update_multi must be true to update a card; ErrPath: ROOT -> config");
}

function parseCard(content: string): CardPart {
  let card: unknown;
  try {
    card = JSON.parse(content);
  } catch {
    // Refused below, like any other value that is no card.
  }
  if (!isPart(card))
    throw wrong("parse card json err, please check whether the card json is correct", "ROOT");
  if (card.schema !== "2.0") throw wrong("schema must be 2.0", "ROOT -> schema");
  return card;
}

interface Place {
  path: string;
  depth: number;
  root: boolean;
}

function checkElement(element: CardPart, place: Place): void {
  const tag = tagOf(element);
  const path = `${place.path}(tag: ${tag})`;
  const known = attributesOf(tag);
  if (!known) {
    throw cardRefused(
      NOT_IN_V2,
      `cards of schema V2 no longer support this capability; ErrorValue: unsupported tag ${tag}; ErrPath: ${path}`,
    );
  }
  checkKnown(element, known, path);
  if ((tag === "table" || tag === "form") && !place.root) {
    throw wrong(`type of element is not supported tag: ${tag}`, path);
  }
  if (place.depth > DEEPEST_NESTING) throw wrong("containers are nested too deep", path);
  checkOwn[tag]?.(element, path);
  checkBehaviors(element, path);
  const container = tag === "column_set" || tag === "collapsible_panel";
  const depth = place.depth + (container ? 1 : 0);
  for (const [index, child] of childrenOf(element).entries()) {
    checkElement(child, { path: `${path} -> elements -> [${index}]`, depth, root: false });
  }
  for (const [name, part] of Object.entries(element)) {
    if (isPart(part) && tagOf(part) !== "") checkTagged(part, `${path} -> ${name}`);
  }
}

/** Texts and icons inside an element. */
function checkTagged(part: CardPart, path: string): void {
  const known = attributesOf(tagOf(part));
  if (!known) throw wrong(`unknown tag ${tagOf(part)}`, path);
  checkKnown(part, known, path);
}

const checkOwn: Record<string, (element: CardPart, path: string) => void> = {
  markdown(element, path) {
    if (typeof element.content !== "string") throw wrong("content is needed", path);
    const tables = element.content.match(/^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$/gm) ?? [];
    if (tables.filter((line) => line.includes("|")).length > MOST_MARKDOWN_TABLES) throw tooManyTables();
  },
  table(element, path) {
    const columns = partsIn(element.columns);
    if (columns.length > MOST_TABLE_COLUMNS)
      throw cardRefused(OVER_LIMIT, "card table column number over limit");
    for (const column of columns) checkKnown(column, PARTS.tableColumn, `${path} -> columns`);
    if (Number(element.page_size ?? 5) > MOST_TABLE_PAGE) throw wrong("page_size over limit", path);
  },
  chart(element, path) {
    if (isPart(element.chart_spec)) return;
    throw cardRefused(BAD_CHART, `chart spec is not a json object; ErrPath: ${path}`);
  },
  collapsible_panel(element, path) {
    if (!isPart(element.header)) throw wrong("header is needed", path);
    checkKnown(element.header, PARTS.panelHeader, `${path} -> header`);
  },
  form(element, path) {
    const names = new Set<string>();
    let submits = 0;
    for (const child of descendants(element)) {
      const tag = tagOf(child);
      if (tag === "button" && child.form_action_type === "submit") submits += 1;
      if (!FORM_FIELDS.has(tag) && tag !== "button") continue;
      const name = child.name;
      if (typeof name !== "string" || name === "") throw wrong(`${tag} in a form needs a name`, path);
      if (names.has(name)) throw wrong(`name ${name} is not unique in the form`, path);
      names.add(name);
    }
    if (typeof element.name !== "string" || element.name === "") throw wrong("form needs a name", path);
    if (submits === 0) throw wrong("form needs a submit button", path);
  },
};

function checkBehaviors(element: CardPart, path: string): void {
  for (const behavior of partsIn(element.behaviors)) {
    if (behavior.type === "callback" && !isPart(behavior.value)) {
      throw wrong("value of a callback must be an object", `${path} -> behaviors`);
    }
  }
}

function checkElementIds(card: CardPart): void {
  const ids = new Set<unknown>();
  for (const element of bodyElements(card).flatMap((one) => [one, ...descendants(one)])) {
    const id = element.element_id;
    if (id === undefined) continue;
    if (typeof id !== "string" || !/^[A-Za-z]\w{0,19}$/.test(id))
      throw wrong(`invalid element_id ${String(id)}`, "ROOT");
    if (ids.has(id)) throw wrong(`element_id ${id} is not unique`, "ROOT");
    ids.add(id);
  }
}

function descendants(element: CardPart): CardPart[] {
  return childrenOf(element).flatMap((child) => [child, ...descendants(child)]);
}

/** Everything with a tag counts, plain texts too; the data of tables and charts does not. */
function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countTags(item), 0);
  if (!isPart(value)) return 0;
  const own = typeof value.tag === "string" ? 1 : 0;
  return Object.entries(value)
    .filter(([key]) => key !== "rows" && key !== "chart_spec" && key !== "value")
    .reduce((sum, [, part]) => sum + countTags(part), own);
}

function checkKnown(part: CardPart, known: ReadonlySet<string>, path: string): void {
  for (const name of Object.keys(part)) {
    if (!known.has(name)) throw wrong(`unknown property, property: ${name}`, path);
  }
}

const wrong = (detail: string, path: string): PlatformError =>
  cardRefused(BAD_JSON, `${detail}; ErrPath: ${path}`);

const tooManyTables = (): PlatformError =>
  cardRefused(OVER_LIMIT, "card table number over limit; ErrorValue: table");
