import { lettersOf } from "./names/pinyin.js";
import { oneSlip } from "./names/slips.js";
import { foldName } from "./text/normalise.js";

/** Longer sentences are no slip in writing a word. */
const LONGEST = 40;
/** from this share of common pairs on two words are alike */
const ALIKE = 0.5;
/** from this length on a word in letters may have one of them wrong */
const LETTERS = 5;

/**
 * The words that may have been meant, best first: those that stand in what was said, sound like it, or
 * share most of its characters. Nothing rather than something far-fetched.
 */
export function nearest(said: string, words: readonly string[], most: number): string[] {
  const text = foldName(said.slice(0, LONGEST)).replace(/[。.!！?？,，~]+$/, "");
  if (text.length < 2) return [];
  const sound = soundOf(text);
  return words
    .map((word) => ({ word, score: likeness(text, sound, foldName(word)) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ word }) => word);
}

function likeness(text: string, sound: string, word: string): number {
  if (word.length < 2) return 0;
  if (text.includes(word)) return 1;
  const wordSound = soundOf(word);
  if (sound === wordSound) return 0.9;
  if (/^[a-z]+$/.test(text) && sound.length >= LETTERS && oneSlip(sound, wordSound)) return 0.8;
  return sharedPairs(text, word);
}

/** Letters without the differences that are not heard in the south: zh and z, ng and n. */
function soundOf(text: string): string {
  return lettersOf(text)
    .replace(/([zcs])h/g, "$1")
    .replace(/ng/g, "n");
}

/** Pairs of neighbouring characters that two words share, from 0 to 1. */
function sharedPairs(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set([...text].slice(1).map((character, index) => [...text][index] + character));
  const [ofA, ofB] = [pairs(a), pairs(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return ofA.size + ofB.size > 0 ? (2 * shared) / (ofA.size + ofB.size) : 0;
}
