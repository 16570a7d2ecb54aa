import { type Day, dayOf, formatDay } from "../../domain/day.js";
import type { Gate } from "../../domain/land-gates.js";
import type { Figures } from "../../domain/ledger-figures.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { daysLeft } from "../flow/day-words.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";

interface GateView {
  figures: Figures;
  /** the plot's entries, by id */
  entries: ReadonlyMap<number, LedgerRecord>;
  today: Day;
}

/** `✅ 控规　9月20日　王芳9月20日：“控规已批复”`; open ones with what is lacking and their planned day. */
export function gateLine(gate: Gate, view: GateView): string {
  const { name, isPassed, done, planned, left, lacks = "" } = gate;
  const { today } = view;
  if (isPassed) {
    if (done === undefined) return `✅ ${name}　按现在的阶段算已过，没有报过日期`;
    return `✅ ${name}　${formatDay(done, today)}${saidLine(gate, view)}`;
  }
  const plan =
    planned === undefined || left === undefined
      ? ""
      : `　计划${formatDay(planned, today)}，${left < 0 ? `**${daysLeft(left)}**` : daysLeft(left)}`;
  return `⛔ **${name}**　${lacks}${plan}`;
}

/** Who said it, when, and in which words: those name the document. */
function saidLine({ milestones }: Gate, { figures, entries, today }: GateView): string {
  const passed = milestones.filter((name) => figures.milestones[name]?.done !== undefined);
  const records = passed.flatMap((name) => entries.get(figures.milestones[name]?.entry ?? -1) ?? []);
  const last = records.sort((a, b) => b.saidAt - a.saidAt)[0];
  if (!last) return "";
  const day = formatDay(dayOf(last.saidAt), today);
  return `　${typed(last.saidByName, 20)}${day}报：“${typed(hideAmounts(last.words), 60)}”`;
}
