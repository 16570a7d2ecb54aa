/**
 * Text that people typed, made harmless for card markdown: it never becomes a mention, a link or markup.
 * Invisible and direction-changing characters go away; line breaks become spaces.
 */
export function typed(text: string, most = 200): string {
  const plain = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
  return escaped(clip(plain, most));
}

/** Shortens by whole characters (not half a surrogate pair), with … at the end. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** The platform's markdown takes HTML entities for what would be markup; a colon is one, else URLs link. */
const MARKUP = /[&<>*_~`[\]#|!\\:@$]/g;

function escaped(text: string): string {
  return text.replace(MARKUP, (character) => `&#${character.codePointAt(0)};`);
}
