import { createRequire } from "node:module";

type Convert = (text: string) => string;
interface OpenCC {
  Converter(options: { from: string; to: string }): Convert;
}

let common: Set<string> | undefined;
let byPhrase: Convert | undefined;
let byCharacter: Convert | undefined;

/**
 * Traditional characters to simplified ones, and Taiwan's words to the mainland's (專案 → 项目).
 * The length never changes, so positions stay valid. The dictionaries take some 40 ms to load and are
 * loaded when the first traditional character is seen.
 */
export function simplify(text: string): string {
  if (!hasUncommon(text)) return text;
  load();
  const simple = byPhrase?.(text) ?? text;
  if (simple.length === text.length) return simple;
  const plain = byCharacter?.(text) ?? text;
  return plain.length === text.length ? plain : text;
}

/** A Chinese character outside GB 2312, which holds the simplified characters in common use. */
function hasUncommon(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) continue;
    common ??= commonCharacters();
    if (!common.has(text.charAt(at))) return true;
  }
  return false;
}

function commonCharacters(): Set<string> {
  const bytes = new Uint8Array((0xf7 - 0xb0 + 1) * (0xfe - 0xa1 + 1) * 2);
  let at = 0;
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      bytes[at++] = high;
      bytes[at++] = low;
    }
  }
  return new Set(new TextDecoder("gb2312").decode(bytes));
}

function load(): void {
  if (byPhrase) return;
  const opencc = createRequire(import.meta.url)("opencc-js/t2cn") as OpenCC;
  byPhrase = opencc.Converter({ from: "twp", to: "cn" });
  byCharacter = opencc.Converter({ from: "t", to: "cn" });
}
