import {
  bodyElements,
  type CardPart,
  type CardPath,
  childrenOf,
  childrenWithPath,
  isPart,
  partsIn,
  tagOf,
  textOf,
} from "./card.js";
import { FORM_FIELDS } from "./card-schema.js";

/** Something on a card that a person can touch. */
export interface CardAction {
  tag: string;
  /** What it says: a button's words, a field's label or placeholder. */
  text: string;
  name: string | undefined;
  disabled: boolean;
  /** What the callback carries; undefined when it calls nobody, a link for one. */
  value: CardPart | undefined;
  /** The form it stands in. */
  form: CardPart | undefined;
  element: CardPart;
  /** Where it stands in the card: ["body", "elements", 0]. */
  path: CardPath;
}

export type NameOf = (openId: string) => string | undefined;

/** All the visible words of a card, line by line in reading order; mentions as @name when `nameOf` knows them. */
export function plainText(card: CardPart, nameOf: NameOf = () => undefined): string {
  const header = isPart(card.header) ? card.header : {};
  const lines = [
    textOf(header.title),
    textOf(header.subtitle),
    ...partsIn(header.text_tag_list).map((tag) => textOf(tag.text)),
    ...bodyElements(card).flatMap(elementLines),
  ];
  return lines
    .map((line) => readMarkdown(line, nameOf))
    .filter((line) => line !== "")
    .join("\n");
}

function elementLines(element: CardPart): string[] {
  const title = isPart(element.header) ? [textOf(element.header.title)] : [];
  const fields = partsIn(element.fields).map((field) => textOf(field.text));
  const own = [textOf(element.label), textOf(element.text), textOf(element.content), ...fields];
  if (FORM_FIELDS.has(tagOf(element))) own.push(fieldText(element));
  if (tagOf(element) === "table") return tableLines(element);
  if (tagOf(element) === "img") own.push(textOf(element.alt));
  if (tagOf(element) === "chart") own.push(chartTitle(element));
  return [...title, ...own.filter((line) => line !== ""), ...childrenOf(element).flatMap(elementLines)];
}

function fieldText(element: CardPart): string {
  const options = partsIn(element.options);
  const chosen = options.find((option) => option.value === element.initial_option);
  const preset = element.default_value ?? element.initial_date ?? (chosen && textOf(chosen.text));
  return typeof preset === "string" && preset !== "" ? preset : textOf(element.placeholder);
}

function chartTitle(element: CardPart): string {
  const spec = isPart(element.chart_spec) ? element.chart_spec : {};
  return isPart(spec.title) ? textOf(spec.title.text) : "";
}

function tableLines(table: CardPart): string[] {
  const columns = partsIn(table.columns);
  const head = columns.map((column) => textOf(column.display_name)).join(" | ");
  const rows = partsIn(table.rows).map((row) =>
    columns.map((column) => cellText(row[String(column.name)])).join(" | "),
  );
  return [head, ...rows];
}

function cellText(cell: unknown): string {
  if (Array.isArray(cell)) return cell.map(cellText).join(" ");
  if (isPart(cell)) return textOf(cell.text) || textOf(cell);
  return cell === undefined || cell === null ? "" : String(cell);
}

/** Markdown as it is read: tags and marks gone, links by their words. */
function readMarkdown(source: string, nameOf: NameOf): string {
  return source
    .replace(/<at\s+(?:id|user_id)=["']?([\w-]+)["']?\s*><\/at>/g, (_, id: string) =>
      id === "all" ? "@所有人" : `@${nameOf(id) ?? id}`,
    )
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<\/?(?:font|text_tag|link|a|number_tag|raw|person|hr|local_datetime)\b[^>]*>/g, "")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/(\*\*|~~|`)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/^#{1,6} /gm, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$])/g, "$1")
    .replace(/&(#\d+|lt|gt|amp|quot|nbsp);/g, (whole, name: string) => entity(name) ?? whole)
    .trim();
}

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " " };

function entity(name: string): string | undefined {
  return name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : NAMED[name];
}

/** The card's buttons in reading order. */
export function buttons(card: CardPart): CardAction[] {
  return actions(card).filter((action) => action.tag === "button");
}

/** Everything on the card that can be touched, in reading order. */
export function actions(card: CardPart): CardAction[] {
  if (!isPart(card.body)) return [];
  return childrenWithPath(card.body).flatMap((child) =>
    actionsIn(child.part, ["body", ...child.path], undefined),
  );
}

function actionsIn(element: CardPart, path: CardPath, form: CardPart | undefined): CardAction[] {
  const tag = tagOf(element);
  const inside = tag === "form" ? element : form;
  const below = childrenWithPath(element).flatMap((child) =>
    actionsIn(child.part, [...path, ...child.path], inside),
  );
  const touchable = FORM_FIELDS.has(tag) || ["button", "overflow", "interactive_container"].includes(tag);
  if (!touchable) return below;
  const callback = partsIn(element.behaviors).find((behavior) => behavior.type === "callback");
  const action: CardAction = {
    tag,
    text: textOf(element.text) || textOf(element.label) || textOf(element.placeholder),
    name: typeof element.name === "string" ? element.name : undefined,
    disabled: element.disabled === true,
    value: callback && isPart(callback.value) ? callback.value : undefined,
    form,
    element,
    path,
  };
  return [action, ...below];
}
