import { text } from "../../cards/card.js";
import { hideAmounts } from "../../cards/hide-money.js";
import { typed } from "../../cards/typed.js";
import { formatInstant } from "../../domain/day.js";
import type { AuditEntry } from "../../store/audit.js";
import type { Write } from "../../store/ledger.js";
import { shownHere } from "../audit/sight.js";
import type { Answer } from "../command.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";

/** What is written into the ledger along with these belongs to them. */
const WHOLE: ReadonlySet<AuditEntry["subject"]> = new Set(["plan", "project"]);
/** entries of one subject that are looked at */
const LOOKED_BACK = 20;

/**
 * The signing or the addition of a project that a write is part of: taken out alone it would leave a baseline
 * without its figures. Null for what was simply reported.
 */
export async function wholeOf({ tx }: Pick<Turn, "tx">, write: Write): Promise<AuditEntry | null> {
  for (const code of new Set(write.records.map((one) => one.code)))
    for (const subject of WHOLE)
      for (const entry of await tx.audit.of(subject, code, LOOKED_BACK))
        if (entry.at === write.recordedAt && entry.by === write.saidBy) return entry;
  return null;
}

/** How such a change is put right, in words; empty where its card has a button for it. */
function wayBack({ subject, what }: AuditEntry, name: string): string {
  if (subject === "project" && what === "新增项目") return `不该有，请发“退出 ${name} 原因 建错了”`;
  if (subject === "plan")
    return `签约冻结的目标不能撤销；要调整请写明原因，如“${name}年度计划调整为…，因为…”`;
  if (subject === "month") return "关了账不能再打开；之后报的记为更正";
  return "要改回，请点那张卡片上的“改回”，或再说一次正确的";
}

/** 撤销 means the last step; where that was no report nothing is taken back, and the way back is told. */
export async function otherChange(turn: Turn, entry: AuditEntry): Promise<Answer> {
  const project = await turn.tx.projects.byCode(entry.subjectId);
  const name = project?.name ?? "";
  const isShown = shownHere(turn, [entry]).length > 0;
  const hasMoney = project ? showsMoney(turn, project) : turn.sight.money;
  const value = (words: string) => typed(hasMoney ? words : hideAmounts(words), 60);
  const isBare = entry.from === null && entry.to === null;
  const to = entry.to === null ? "没有了" : value(entry.to);
  const moved = isBare ? "" : entry.from === null ? to : `${value(entry.from)} → ${to}`;
  const said = isShown ? `：${[name, value(entry.what), moved].filter(Boolean).join("　")}` : "";
  return {
    card: {
      title: "没有撤销",
      tone: "grey",
      blocks: [
        text(
          [
            `您在这里的最近一步不是填报，是${formatInstant(entry.at, turn.now)}的改动${said}。我没有动。`,
            `${typed(wayBack(entry, name), 200)}。要撤销更早的填报，请点那张卡片上的“撤销”，或回复它说“撤销”。`,
          ].join("\n"),
        ),
      ],
    },
  };
}
