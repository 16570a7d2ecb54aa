import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import { type Counted, reportWords } from "../../domain/report-counts.js";
import type { Frozen, Snapshot } from "../../store/months.js";
import { buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { sumLines } from "../sum-line.js";
import { typed } from "../typed.js";
import { restatedCount } from "./restated-line.js";
import { closedWords, snapshotNumber } from "./snapshot-words.js";

/** A frozen project with its name, and what its month comes to by now. */
export interface SnapshotLine extends Frozen {
  name: string;
  /** 本年累计 for the same month as it is known now; null where there is none */
  nowYuan: number | null;
  /** 按时序应完成 of the frozen plan, in 元; null where it is not judged by that */
  dueYuan: number | null;
  /** 竣工销项 when the month closed: it counts in the sums, and owes no report */
  isFinished?: true;
  /** no report was owed of the month */
  isNotOwed?: true;
  /** it has sums, which are not to be seen here */
  isWithoutSums?: true;
}

const PAGE = 10;
const RANK: Record<LampColour, number> = { red: 0, yellow: 1, grey: 2, green: 3 };

/** 快照: a closed month as it was frozen, and where it reads otherwise by now. */
export function snapshotCard(
  snapshot: Snapshot,
  lines: readonly SnapshotLine[],
  { restated, now, page }: { restated: number; now: number; page: number },
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
      text([...totalLines(lines), ...(more ? [`**${more}**`] : [])].join("\n")),
      text(view.shown.map(lineOf).join("\n") || "没有在册的项目。"),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(
        `${snapshot.rule}　第${view.page}／${view.pages}页${more ? `　发“更正记录 ${formatPeriod(snapshot.month)}”看改了什么` : ""}`,
      ),
    ],
  };
}

/** `共34个：🔴3 …，已报30` / `年度计划合计…，累计完成…（42%），时序66.7%，差24.7个百分点` */
export function totalLines(lines: readonly SnapshotLine[]): string[] {
  const open = lines.filter(({ isFinished }) => !isFinished);
  const finished = lines.length - open.length;
  const count = (lamp: LampColour) => open.filter((one) => one.lamp === lamp).length;
  // 预备, 出让 and 收储 are not judged by the pace of money; so no price of land is in the sums.
  const judged = lines.filter(({ dueYuan }) => dueYuan !== null);
  const sum = (of: (one: SnapshotLine) => number | null) =>
    judged.reduce((all, one) => all + (of(one) ?? 0), 0);
  const planYuan = sum((one) => one.planYuan);
  const doneYuan = sum((one) => one.ytdYuan);
  const dueYuan = sum((one) => one.dueYuan);
  const lamps = (["red", "yellow", "green", "grey"] as const).map(
    (lamp) => `${lampSign(lamp)}${count(lamp)}`,
  );
  return [
    `共${open.length}个：${lamps.join(" ")}，${reportWords(open.map(asCounted), "已报")}${finished > 0 ? `，另有竣工${finished}个` : ""}`,
    ...sumLines({ planYuan, doneYuan, dueYuan }),
  ];
}

/** A frozen project with how it stood with its report at the close. */
export const asCounted = ({
  lamp,
  reported,
  isNotOwed = false,
}: Pick<SnapshotLine, "lamp" | "reported"> & { isNotOwed?: boolean }): Counted => ({
  lamp,
  reported: reported ? "in-time" : isNotOwed ? "not-due" : "missing",
  isNotOwed,
});

function lineOf(one: SnapshotLine): string {
  const none = one.isWithoutSums ? "金额在内部看" : "没有投资数";
  const plan = one.planYuan === null ? "" : `/${formatMoney(one.planYuan, "short")}`;
  const said = [
    one.ytdYuan === null ? "" : `累计${formatMoney(one.ytdYuan, "short")}${plan}`,
    one.percent === null ? "" : `形象${formatPercent(one.percent)}`,
    one.isFinished ? "已竣工销项" : one.reported ? "" : one.isNotOwed ? "还不用报" : "当月未报",
    one.nowYuan === one.ytdYuan
      ? ""
      : `现在${one.nowYuan === null ? "没有数" : formatMoney(one.nowYuan, "short")}`,
  ].filter(Boolean);
  return `${lampSign(one.lamp)} **${typed(one.name)}**　${said.join("　") || none}`;
}
