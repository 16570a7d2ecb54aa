import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod, monthNumber } from "../../domain/period.js";
import type { Frozen, Snapshot } from "../../store/months.js";
import { buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";
import { restatedCount } from "./restated-line.js";
import { closedWords, snapshotNumber } from "./snapshot-words.js";

/** A frozen project with its name, and what its month comes to by now. */
export interface SnapshotLine extends Frozen {
  name: string;
  /** 本年累计 for the same month as it is known now; null where there is none */
  nowYuan: number | null;
  /** 竣工销项 when the month closed: it counts in the sums, and owes no report */
  isFinished?: true;
  /** it has sums, which are not to be seen here */
  isWithoutSums?: true;
}

const PAGE = 10;
const RANK: Record<LampColour, number> = { red: 0, yellow: 1, grey: 2, green: 3 };

/** 快照: a closed month as it was frozen, and where it reads otherwise by now. */
export function snapshotCard(
  snapshot: Snapshot,
  lines: readonly SnapshotLine[],
  { restated, now, page, isPartial }: { restated: number; now: number; page: number; isPartial: boolean },
): CardView {
  const sorted = lines.toSorted(
    (a, b) => RANK[a.lamp] - RANK[b.lamp] || (b.planYuan ?? 0) - (a.planYuan ?? 0),
  );
  const view = paged(sorted, page, PAGE);
  const pages = pageButtons(view);
  const more = restatedCount(snapshot.month, restated);
  return {
    title: `${formatPeriod(snapshot.month)}快照　${snapshotNumber(snapshot)}`,
    subtitle: closedWords(snapshot, now),
    tone: "blue",
    blocks: [
      text(
        [...totalLines(lines, monthNumber(snapshot.month), isPartial), ...(more ? [`**${more}**`] : [])].join(
          "\n",
        ),
      ),
      text(view.shown.map(lineOf).join("\n") || "没有在册的项目。"),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(
        `${snapshot.rule}　第${view.page}／${view.pages}页${more ? `　发“更正记录 ${formatPeriod(snapshot.month)}”看改了什么` : ""}`,
      ),
    ],
  };
}

/**
 * `共34个：🔴3 …，已报30` / `年度计划合计…，累计完成…（42%），时序66.7%`
 *
 * @param isPartial the sums of plots for sale are left out, and that is said
 */
export function totalLines(
  lines: readonly (Frozen & Pick<SnapshotLine, "isFinished">)[],
  month: number,
  isPartial: boolean,
): string[] {
  const open = lines.filter(({ isFinished }) => !isFinished);
  const finished = lines.length - open.length;
  const count = (lamp: LampColour) => open.filter((one) => one.lamp === lamp).length;
  const sum = (of: (one: Frozen) => number | null) => lines.reduce((all, one) => all + (of(one) ?? 0), 0);
  const planYuan = sum((one) => one.planYuan);
  const ytdYuan = sum((one) => one.ytdYuan);
  const lamps = (["red", "yellow", "green", "grey"] as const).map(
    (lamp) => `${lampSign(lamp)}${count(lamp)}`,
  );
  return [
    `共${open.length}个：${lamps.join(" ")}，已报${open.filter(({ reported }) => reported).length}个${finished > 0 ? `，另有竣工${finished}个` : ""}`,
    ...(planYuan > 0
      ? [
          `年度计划合计${formatMoney(planYuan, "short")}，累计完成${formatMoney(ytdYuan, "short")}（${formatPercent((ytdYuan / planYuan) * 100)}），时序${formatPercent((month / 12) * 100)}${isPartial ? "；土地出让不计在内，金额在内部看" : ""}`,
        ]
      : []),
  ];
}

function lineOf(one: SnapshotLine): string {
  const none = one.isWithoutSums ? "金额在内部看" : "没有投资数";
  const plan = one.planYuan === null ? "" : `/${formatMoney(one.planYuan, "short")}`;
  const said = [
    one.ytdYuan === null ? "" : `累计${formatMoney(one.ytdYuan, "short")}${plan}`,
    one.percent === null ? "" : `形象${formatPercent(one.percent)}`,
    one.isFinished ? "已竣工销项" : one.reported ? "" : "当月未报",
    one.nowYuan === one.ytdYuan
      ? ""
      : `现在${one.nowYuan === null ? "没有数" : formatMoney(one.nowYuan, "short")}`,
  ].filter(Boolean);
  return `${lampSign(one.lamp)} **${typed(one.name)}**　${said.join("　") || none}`;
}
