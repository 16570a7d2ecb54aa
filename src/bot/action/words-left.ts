/** A part of a normal text that says who, when, or whose, and so not what. */
export interface Cut {
  start: number;
  end: number;
}

const ASIDE = /^[\s,，;；:：、.。]*(?:由|请|让|责成|要求)?[\s,，;；:：、]*/;

/** What is left between the cuts; 牵头9月30日前完成 closes up again. */
export function wordsLeft(
  raw: (start: number, end: number) => string,
  text: string,
  cuts: readonly Cut[],
): string {
  let words = "";
  let from = 0;
  const add = (until: number) => {
    const piece = raw(from, until)
      .replace(ASIDE, "")
      .replace(/[\s,，;；:：、]+$/, "");
    if (until <= from || piece === "" || /^[\s()（）\p{P}]*$/u.test(piece)) return;
    const isApart = words !== "" && /[\s,，:：;；、]/.test(text.charAt(from) + text.charAt(from - 1));
    words = `${words}${isApart ? " " : ""}${piece}`;
  };
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    add(start);
    from = Math.max(from, end);
  }
  add(text.length);
  return words.slice(0, 500);
}
