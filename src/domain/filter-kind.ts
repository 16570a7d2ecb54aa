import type { Project } from "./project.js";

/** How people speak of a sort of projects: which kinds of the ledger they mean by it, or which names. */
interface KindWord {
  say: string;
  words: RegExp;
  kinds: RegExp;
  names?: RegExp;
}

const KIND_WORDS: readonly KindWord[] = [
  { say: "轨道交通", words: /轨道交通|轨交|地铁/, kinds: /轨/ },
  { say: "隧道", words: /隧道/, kinds: /隧/, names: /隧道/ },
  { say: "桥梁", words: /桥梁|大桥|立交/, kinds: /桥/, names: /桥梁|大桥|立交/ },
  { say: "道路", words: /道路|马路|公路/, kinds: /道路|公路/ },
  { say: "学校", words: /学校|教育|[中小]学|幼儿园/, kinds: /学校|教育/, names: /学校|[中小]学|幼儿园/ },
  { say: "医院", words: /医院|卫生/, kinds: /医|卫生/, names: /医院|卫生/ },
  { say: "养老", words: /养老/, kinds: /养老/, names: /养老/ },
  { say: "绿地", words: /绿地|绿化|公园/, kinds: /绿/, names: /绿地(?!排水)|公园|绿化/ },
  { say: "地块", words: /地块/, kinds: /地块/ },
];

/** A word of a kind in a text, and where it stands. */
export interface KindFound {
  say: string;
  at: number;
  length: number;
}

/** The kind that a text names first: an everyday word, or one of the ledger's own kinds. */
export function kindIn(text: string, ownKinds: Iterable<string>): KindFound | undefined {
  const found: KindFound[] = [];
  for (const { say, words } of KIND_WORDS) {
    const match = words.exec(text);
    if (match) found.push({ say, at: match.index, length: match[0].length });
  }
  for (const say of ownKinds) {
    const at = say.length >= 2 ? text.indexOf(say) : -1;
    if (at >= 0) found.push({ say, at, length: say.length });
  }
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0];
}

export function fitsKind(say: string, project: Pick<Project, "kind" | "name">): boolean {
  if (project.kind === say) return true;
  const word = KIND_WORDS.find((known) => known.say === say);
  return word !== undefined && (word.kinds.test(project.kind) || (word.names?.test(project.name) ?? false));
}
