/** A card, or a part of one, as parsed JSON. */
export type CardPart = { readonly [key: string]: unknown };

export const isPart = (value: unknown): value is CardPart =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const partsIn = (value: unknown): CardPart[] => (Array.isArray(value) ? value.filter(isPart) : []);

export const tagOf = (part: CardPart): string => (typeof part.tag === "string" ? part.tag : "");

/** The words of a text part, `{tag:"plain_text", content}` or a bare string. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return isPart(value) && typeof value.content === "string" ? value.content : "";
}

export type CardPath = readonly (string | number)[];

/** The elements inside an element, in reading order, each with the way to it. */
export function childrenWithPath(part: CardPart): { path: CardPath; part: CardPart }[] {
  return ["columns", "elements"].flatMap((key) => {
    const list = part[key];
    if (!Array.isArray(list)) return [];
    // A table has columns too, but they are no elements: only those with a tag count.
    return list.flatMap((child: unknown, index) =>
      isPart(child) && tagOf(child) !== "" ? [{ path: [key, index], part: child }] : [],
    );
  });
}

export const childrenOf = (part: CardPart): CardPart[] => childrenWithPath(part).map((child) => child.part);

export function bodyElements(card: CardPart): CardPart[] {
  return isPart(card.body) ? partsIn(card.body.elements) : [];
}
