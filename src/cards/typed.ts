/**
 * Text that people typed, made harmless for card markdown: it never becomes a mention, a link or markup.
 * Invisible and direction-changing characters go away; line breaks become spaces.
 */
export function typed(text: string, most = 200): string {
  return escaped(plain(text, most));
}

/** The same for places that take no markdown: titles and the words on buttons. */
export function plain(text: string, most: number): string {
  return clip(text.replace(BREAKS, " ").replace(INVISIBLE, "").trim(), most);
}

/** Controls and line ends. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Formats (zero-width, right-to-left, tags), halves of characters, private and unassigned ones. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Shortens by whole characters (not half a surrogate pair), with … at the end. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** The platform's markdown takes HTML entities for what would be markup; a colon is one, else URLs link. */
const MARKUP = /[&<>*_~`[\]()#|!\\:@$]/g;
/** What makes a list or a rule where it begins a line. */
const LINE_START = /^(?:[-+=]|\d+(?=[.)]\s))/;
/** `www.example.com` links without a colon. */
const HOST_DOT = /\.(?=[a-z])/gi;

function escaped(text: string): string {
  return text.replace(MARKUP, entity).replace(HOST_DOT, entity).replace(LINE_START, entity);
}

const entity = (text: string): string => [...text].map((one) => `&#${one.codePointAt(0)};`).join("");
