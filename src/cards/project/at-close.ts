import { lampSign } from "../../domain/lamp.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import type { Frozen, Snapshot } from "../../store/months.js";
import { closedWords, snapshotNumber } from "../months/snapshot-words.js";

/** A project at a month's close, and what is known of the same month now. */
export interface AtClose {
  frozen: Frozen;
  snapshot: Snapshot;
  /** 更正 of this project since */
  restated: number;
  /** 元 */
  nowYuan: number | null;
  nowPercent: number | null;
}

/** 关账时 and 现在, where they differ; one line where they do not. */
export function atCloseLines(one: AtClose, now: number, hasMoney: boolean): string[] {
  const { frozen, snapshot, restated, nowYuan, nowPercent } = one;
  const how = `${closedWords(snapshot, now)}，快照 ${snapshotNumber(snapshot)}`;
  const isSame = nowYuan === frozen.ytdYuan && nowPercent === frozen.percent;
  const then = [figures(frozen.ytdYuan, frozen.percent, hasMoney), lampSign(frozen.lamp)].join(" ");
  if (isSame) return [`**关账时** ${lampSign(frozen.lamp)}（${how}），到现在没有更正`];
  return [
    `**关账时** ${then}（${how}）`,
    `**现在** ${figures(nowYuan, nowPercent, hasMoney)}（关账后更正${restated}处）`,
  ];
}

function figures(yuan: number | null, percent: number | null, hasMoney: boolean): string {
  const said = [
    yuan === null || !hasMoney ? "" : `累计${formatMoney(yuan)}`,
    percent === null ? "" : `形象${formatPercent(percent, 2)}`,
  ].filter(Boolean);
  return said.join("，") || (hasMoney ? "没有数" : "金额不在这里显示");
}
