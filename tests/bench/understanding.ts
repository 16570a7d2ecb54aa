import { buildNameIndex, type NameIndex, type Naming } from "../../src/language/names.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW, phrases } from "../language/corpus.js";
import { median, percentile } from "./load.js";

const SIZES = [34, 100, 1000, 10_000];
const ROUNDS = 12;
const WARM_UP = 5;
const PASTED = 60;
const LONGEST = 50_000;

const PLACES = [
  "真北",
  "古浪",
  "祁连山",
  "真光",
  "桃浦",
  "长征",
  "万里",
  "甘泉",
  "石泉",
  "曹杨",
  "长寿",
  "宜川",
];
const KINDS = ["路", "地块", "变电站", "泵站", "学校", "公园", "桥", "医院"];
const WORKS = ["改造", "新建", "扩建", "大修", "配套", "二期", "辟通", "动迁"];

/** A seeded project, or beyond these one with a made-up name of the same build. */
function naming(size: number): Naming {
  const { projects } = NAMES.naming;
  const made = Array.from({ length: Math.max(0, size - projects.length) }, (_, index) => {
    const place = PLACES[index % PLACES.length];
    const kind = KINDS[Math.floor(index / PLACES.length) % KINDS.length];
    const work = WORKS[Math.floor(index / (PLACES.length * KINDS.length)) % WORKS.length];
    return { name: `${place}${index}${kind}${work}`, aliases: [`${place}${index}`] };
  });
  return { ...NAMES.naming, projects: [...projects, ...made].slice(0, Math.max(size, projects.length)) };
}

const ms = (value: number): string => value.toFixed(2).padStart(8);

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const read = (text: string, names: NameIndex) => understand(text, { now: NOW, names });

/** A weekly report as an office pastes it. */
function report(names: NameIndex): string {
  const { projects } = names.naming;
  return Array.from({ length: PASTED }, (_, index) => {
    const name = projects[(index * 7) % projects.length]?.name;
    return `${index + 1}、${name}：9月完成${300 + index}万元，累计完成${1.02 + index / 100}亿元，形象进度${30 + index}%，现场正常施工。`;
  }).join("\n");
}

/** How long a message is read, by the number of projects, and how this grows with the length of the text. */
export function understanding(say: (line: string) => void): void {
  const said = ["shared", "own"].flatMap((name) => phrases(name).map(({ text }) => text));
  say(`understanding, ${said.length} phrases of the corpora read ${ROUNDS} times, ms:`);
  say("projects   median      p99      max   60-project paste   index built");
  for (const size of SIZES) {
    let names = NAMES;
    const built = timed(() => {
      names = buildNameIndex(naming(size));
    });
    for (let round = 0; round < WARM_UP; round++) for (const text of said) read(text, names);
    const times = Array.from({ length: ROUNDS }, () => said.map((text) => timed(() => read(text, names))));
    const all = times.flat();
    const paste = report(names);
    const pasted = Array.from({ length: ROUNDS }, () => timed(() => read(paste, names)));
    say(
      `${String(size).padStart(8)} ${ms(median(all))} ${ms(percentile(all, 99))} ${ms(Math.max(...all))} ${ms(median(pasted)).padStart(18)} ${ms(built).padStart(13)}`,
    );
  }
  say("(wanted: p99 under 1 ms with 34, under 3 ms with 10,000; the paste under 100 ms)");
  const line = "武宁路快速化9月完成1200万元，累计完成1.02亿元，形象进度65%；603地块";
  const lengths = [LONGEST / 4, LONGEST / 2, LONGEST].map((length) => {
    const text = line.repeat(Math.ceil(length / line.length)).slice(0, length);
    return `${length}: ${median(Array.from({ length: 5 }, () => timed(() => read(text, NAMES)))).toFixed(0)} ms`;
  });
  say(`growth with the characters of one message: ${lengths.join(", ")}`);
}
