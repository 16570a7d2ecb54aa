import type { Change } from "../../domain/ledger-changes.js";
import type { AskReason, Item, ReportItem } from "../../language/items.js";

/** What a report card holds, piece by piece; the card is drawn from this alone. */
export type Section = WrittenSection | AskedSection | RefusedSection;

export interface WrittenSection {
  is: "written";
  project: string;
  changes: Change[];
  writeId: string;
  /** the changes that taking it back made */
  undone?: Change[];
}

export interface AskedSection {
  is: "asked";
  project?: string;
  question: string;
  options: { label: string; items: Item[] }[];
  /** what became of it, where it ended without a write */
  closed?: string;
}

export interface RefusedSection {
  is: "refused";
  sentence: string;
}

export interface ReportModel {
  sections: Section[];
  /** today, `YYYY-MM-DD`, when the card was made */
  today: string;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
  /** as typed; chosen readings are written with the original words */
  words: string;
}

const QUESTIONS: Record<AskReason, string> = {
  "which-project": "说的是哪个项目？",
  "which-measure": "说的是哪一项？",
  "which-scope": "这笔投资是当月的，还是本年累计？",
  "which-unit": "这个数是什么单位？",
  "which-date": "说的是哪一天？",
  "which-problem": "说的是哪个问题？请带上编号，如“#12 已解决”。",
  "how-much": "具体是多少？请报一个准数，如“65%”“3200万”。",
};

/** Where no reading can be offered, the question says what to send instead. */
const AGAIN: Partial<Record<AskReason, string>> = {
  "which-project": "请带上项目名再说一次，如“武宁路 形象进度65%”。",
  "which-measure": "请写明，如“形象进度80%”“累计完成3200万”。",
  "which-scope": "请写明，如“9月完成2000万”“本年累计完成1.02亿”。",
  "which-unit": "请带上单位，如“60%”“3200万”。",
  "which-date": "请写明月和日，如“10月14日开工”。",
};

export function questionOf(reason: AskReason, hasOptions: boolean): string {
  return hasOptions ? QUESTIONS[reason] : `${QUESTIONS[reason]}${AGAIN[reason] ?? ""}`;
}

/** The same figure, marked as confirmed by the person. */
export function confirmed(item: ReportItem): ReportItem {
  return { ...item, confirmed: true };
}
