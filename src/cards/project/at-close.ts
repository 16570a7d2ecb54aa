import { lampSign } from "../../domain/lamp.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import type { Restated } from "../../domain/restated.js";
import type { Frozen, Snapshot } from "../../store/months.js";
import { restatedWords } from "../months/restated-line.js";
import { closedWords, snapshotNumber } from "../months/snapshot-words.js";

/** A project at a month's close, and what is known of the same month now. */
export interface AtClose {
  frozen: Frozen;
  snapshot: Snapshot;
  /** what 更正 of this project since have come to, figure by figure */
  restated: readonly Restated[];
  /** how often its figures were changed since */
  times: number;
  /** 元 */
  nowYuan: number | null;
  nowPercent: number | null;
}

/** 关账时 and 现在, where they differ; one line where they do not. */
export function atCloseLines(one: AtClose, now: number, hasMoney: boolean): string[] {
  const { frozen, snapshot, restated, times, nowYuan, nowPercent } = one;
  const how = `${closedWords(snapshot, now)}，快照 ${snapshotNumber(snapshot)}`;
  const isSame = nowYuan === frozen.ytdYuan && nowPercent === frozen.percent;
  const then = [figures(frozen.ytdYuan, frozen.percent, hasMoney), lampSign(frozen.lamp)].join(" ");
  if (isSame && restated.length === 0)
    return [
      `**关账时** ${lampSign(frozen.lamp)}（${how}），${times === 0 ? "到现在没有更正" : `后来改过${times}次，又改回来了，现在没有不同`}`,
    ];
  // A figure that came late may leave the sums as they were.
  if (isSame)
    return [
      `**关账时** ${lampSign(frozen.lamp)}（${how}）`,
      `关账后更正${restated.length}处：${restated.map((each) => restatedWords(each, hasMoney)).join("；")}`,
    ];
  return [
    `**关账时** ${then}（${how}）`,
    `**现在** ${figures(nowYuan, nowPercent, hasMoney)}（${restated.length > 0 ? `关账后更正${restated.length}处` : "更早的月份后来有更正"}）`,
  ];
}

function figures(yuan: number | null, percent: number | null, hasMoney: boolean): string {
  const said = [
    yuan === null || !hasMoney ? "" : `累计${formatMoney(yuan)}`,
    percent === null ? "" : `形象${formatPercent(percent, 2)}`,
  ].filter(Boolean);
  return said.join("，") || (hasMoney ? "没有数" : "金额不在这里显示");
}
