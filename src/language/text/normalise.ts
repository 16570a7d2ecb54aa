import { simplify } from "./traditional.js";

/**
 * A message in the form that the rules read: half-width, lower case, simplified, without invisible
 * characters. Every position leads back to the original, so that people's words can be kept as typed.
 */
export interface Normal {
  text: string;
  /** the message as it came */
  raw: string;
  /** `from[i]` is where `text[i]` begins in `raw`; one entry more than `text` has characters */
  from: Uint32Array;
}

/** Zero-width, bidirectional and other format characters, soft hyphen, variation selectors, controls. */
const INVISIBLE =
  /[\p{Cf}\p{Cc}\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[\u180b-\u180e]|[\ufe00-\ufe0f]|\u034f/u;
const LIST_MARK = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229]/;
/** ３，３５０万元: typed in full width throughout, its comma is that of thousands; 3，350万 may be two clauses. */
const WIDE_THOUSANDS = /(?<![０-９．，])[０-９]{1,3}(?:，[０-９]{3})+(?=(?:[．.][０-９]+)?\s?[万亿元])/g;
const NOT_PLAIN = /[^\n\x20-\x7e\u4e00-\u9fa5，。、；：？！“”（）【】]/;

/** What compatibility normalisation leaves or gets wrong for this purpose. */
const FOLDED: Record<string, string> = {
  "，": "，",
  "﹐": "，",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "［": "【",
  "］": "】",
  "〔": "(",
  "〕": ")",
  〇: "零",
  "○": "零",
  "﹣": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "─": "-",
  "〜": "~",
  "～": "~",
  "→": "→",
  "⇒": "→",
  "➡": "→",
  "➜": "→",
  "￥": "¥",
  "﹩": "¥",
  "﹟": "#",
  "\t": "\t",
  "\n": "\n",
  "\r": "\n",
  "\u2028": "\n",
  "\u2029": "\n",
  "\u0085": "\n",
  "\u3000": " ",
  "\u00a0": " ",
};

/** Brings a message into the form that all later steps read. */
export function normalise(raw: string): Normal {
  const plain = NOT_PLAIN.test(raw) || /[A-Z：；（）]/.test(raw) ? fold(raw) : unchanged(raw);
  const text = blankMarkup(simplify(plain.text));
  return text === plain.text ? plain : { ...plain, text };
}

/** Addresses and tags hold no facts; blanks of the same length keep the positions. */
function blankMarkup(text: string): string {
  if (!/[<]|:\/\//.test(text)) return text;
  return text.replace(/https?:\/\/[^\s\u4e00-\u9fa5，。]{1,500}|<\/?[a-z][^<>\n]{0,200}>/g, (found) =>
    " ".repeat(found.length),
  );
}

/** The words between two positions of the normal text, as they were typed. */
export function typed(normal: Normal, start: number, end: number): string {
  return normal.raw.slice(normal.from[start] ?? 0, normal.from[end] ?? normal.raw.length).trim();
}

/** The short form for names: as messages are folded, and without spaces. */
export function foldName(name: string): string {
  return normalise(name).text.replace(/\s+/g, "");
}

function unchanged(raw: string): Normal {
  const from = new Uint32Array(raw.length + 1);
  for (let at = 0; at <= raw.length; at++) from[at] = at;
  return { text: raw, raw, from };
}

function fold(raw: string): Normal {
  const pieces: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const char of withThousands(raw)) {
    const piece = foldCharacter(char);
    pieces.push(piece);
    for (let index = 0; index < piece.length; index++) from.push(at);
    at += char.length;
  }
  from.push(raw.length);
  return { text: pieces.join(""), raw, from: Uint32Array.from(from) };
}

function withThousands(raw: string): string {
  if (!/[０-９]，/.test(raw)) return raw;
  return raw.replace(WIDE_THOUSANDS, (figure) => figure.replaceAll("，", ","));
}

function foldCharacter(char: string): string {
  const known = FOLDED[char];
  if (known !== undefined) return known;
  if (char >= "\u4e00" && char <= "\u9fa5") return char;
  if (INVISIBLE.test(char)) return "";
  // A circled or bracketed number begins an item of a list; it is no figure.
  if (LIST_MARK.test(char)) return ";";
  const plain = char.normalize("NFKC");
  const base = /^[\u00c0-\u024f]$/.test(plain) ? plain.normalize("NFD").replace(/\p{M}/gu, "") : plain;
  return base.toLowerCase();
}
