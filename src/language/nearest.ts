/** below this two words are not alike */
const ALIKE = 0.34;

/** The words nearest to what was said, best first: by shared pairs of characters (Dice). */
export function nearest(said: string, words: readonly string[], most: number): string[] {
  const text = said.normalize("NFKC").trim().slice(0, 40);
  return words
    .map((word) => ({ word, score: word.length >= 2 && text.includes(word) ? 1 : dice(text, word) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ word }) => word);
}

/** Shared single characters count half, so that 滞侯 is near 滞后 although they share no pair. */
function dice(a: string, b: string): number {
  const pairs = overlap(grams(a, 2), grams(b, 2));
  const singles = overlap(grams(a, 1), grams(b, 1));
  return Math.max(pairs, singles * 0.7);
}

function grams(text: string, size: number): Set<string> {
  const characters = [...text];
  const found = new Set<string>();
  for (let at = 0; at + size <= characters.length; at++) found.add(characters.slice(at, at + size).join(""));
  return found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}
