import { dayOf, formatInstant } from "../../domain/day.js";
import type { Change } from "../../domain/ledger-changes.js";
import type { AuditEntry } from "../../store/audit.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { changeLine } from "../change-line.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";

export interface TrailView {
  now: number;
  /** sums of what the line is about may be shown */
  hasMoney: boolean;
  /** where it was said: 私聊, or the group's name */
  place: string;
  /** its words may be read out */
  isQuoted: boolean;
  /** what it is about, where the list is of several */
  about: string;
}

const LONGEST = 60;

/** `9月20日 10:00 **张伟**　形象进度 60% → **65%**`, and below it the message and where it was said. */
export function figureTrailLine(record: LedgerRecord, change: Change, view: TrailView): string {
  const { now, hasMoney } = view;
  const line = changeLine(change, dayOf(now), hasMoney);
  const head = `${who(record.saidAt, record.saidByName, now)}　${record.corrects === undefined ? "" : "更正　"}${line}`;
  const told = record.source === "demo" ? "" : quoted(record.words, view);
  const shown = record.undone ? `~~${head.replaceAll("**", "")}~~（已撤销）` : head;
  return told === "" ? shown : `${shown}\n　${told}`;
}

/** `9月20日 10:00 **李敏**　武宁路快速化　责任单位　区建设管理委 → **桃浦智创城公司**（原因：分工调整）` */
export function otherTrailLine(entry: AuditEntry, view: TrailView): string {
  const { now, hasMoney, about } = view;
  const value = (text: string) => typed(hasMoney ? text : hideAmounts(text), LONGEST);
  const to = entry.to === null ? "**没有了**" : `**${value(entry.to)}**`;
  const from = entry.from === null ? "" : `${value(entry.from)} → `;
  const reason = entry.reason ? `（原因：${value(entry.reason)}）` : "";
  const what = [about, value(entry.what)].filter(Boolean).join("　");
  const told = quoted(entry.words ?? "", view);
  const isBare = entry.from === null && entry.to === null;
  const line = `${who(entry.at, entry.byName, now)}　${what}${isBare ? "" : `　${from}${to}`}${reason}`;
  return told === "" ? line : `${line}\n　${told}`;
}

const who = (at: number, name: string, now: number): string =>
  `${formatInstant(at, now)} **${typed(name, 20)}**`;

function quoted(words: string, { hasMoney, place, isQuoted }: TrailView): string {
  const said =
    words.trim() === "" || !isQuoted ? "" : `原话“${typed(hasMoney ? words : hideAmounts(words), LONGEST)}”`;
  return [said, place === "" ? "" : typed(place, 30)].filter(Boolean).join("　");
}
