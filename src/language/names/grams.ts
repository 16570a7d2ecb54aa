/** Which texts hold a pair of characters that stand side by side, so that not all of them need be looked at. */
export class Grams {
  readonly #holding = new Map<string, number[]>();
  readonly #byLength = new Map<number, number[]>();

  constructor(texts: readonly string[]) {
    for (const [index, text] of texts.entries()) {
      add(this.#byLength, text.length, index);
      for (const gram of gramsOf(text)) add(this.#holding, gram, index);
    }
  }

  /** Those that may contain the part (two characters or more), in their order. */
  holding(part: string): readonly number[] {
    let fewest: readonly number[] | undefined;
    for (const gram of gramsOf(part)) {
      const found = this.#holding.get(gram) ?? [];
      if (!fewest || found.length < fewest.length) fewest = found;
    }
    return fewest ?? [];
  }

  /** How many different pairs of the word each text holds, of those that hold any. */
  shared(word: string): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const gram of gramsOf(word))
      for (const index of this.#holding.get(gram) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    return counts;
  }

  /** Those as long as the word, one character more or less, in their order. */
  aboutAsLong(word: string): readonly number[] {
    const found: number[] = [];
    for (let length = word.length - 1; length <= word.length + 1; length++)
      found.push(...(this.#byLength.get(length) ?? []));
    return found.sort((a, b) => a - b);
  }
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) grams.add(text.slice(at, at + 2));
  return grams;
}

function add<K>(lists: Map<K, number[]>, key: K, index: number): void {
  const known = lists.get(key);
  if (known) known.push(index);
  else lists.set(key, [index]);
}
