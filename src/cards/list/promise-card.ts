import { type Day, formatDay } from "../../domain/day.js";
import { formatPercent } from "../../domain/money.js";
import { type Commitment, type PromiseRate, promised, type Span } from "../../domain/promise.js";
import { buttons, type CardView, line, note, text } from "../card.js";
import { type Paged, pageButtons } from "../pager.js";
import { plain, typed } from "../typed.js";

const HOW = "以第一次说的日子为准，当天或之前办成算做到；延期的也按第一次算，没到期的不算";

const share = (rate: PromiseRate): string => formatPercent((rate.kept / promised(rate)) * 100);

const spanWords = ({ from, to }: Span, today: Day): string =>
  `${formatDay(from, today)}至${formatDay(to, today)}`;

/** 说到做到率 of several units, in the ledger's order: it is no ranking. */
export function promisesCard(
  view: Paged<PromiseRate>,
  all: readonly PromiseRate[],
  span: Span,
  today: Day,
): CardView {
  const total = all.reduce(
    (sum, { kept, late, missed, moved }) => ({
      kept: sum.kept + kept,
      late: sum.late + late,
      missed: sum.missed + missed,
      moved: sum.moved + moved,
    }),
    { kept: 0, late: 0, missed: 0, moved: 0 },
  );
  const pages = pageButtons(view);
  return {
    title: "说到做到率",
    tone: "blue",
    blocks: [
      text(
        all.length === 0
          ? "这段时间没有到期的承诺。"
          : `合计 ${rateWords({ unit: "", broken: [], ...total })}`,
      ),
      ...view.shown.map((rate) =>
        line(`**${typed(rate.unit, 30)}**　${rateWords(rate)}`, {
          label: "明细",
          does: "detail",
          args: { unit: rate.unit },
        }),
      ),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`${spanWords(span, today)}　${HOW}`),
    ],
  };
}

/** `做到5件／应做到6件＝83.3%；没做到1件，其中延期0件` */
function rateWords(rate: PromiseRate): string {
  const { kept, late, missed, moved } = rate;
  const of = promised(rate);
  const broken = [
    late > 0 ? `晚办成${late}件` : "",
    missed > 0 ? `到期没办成${missed}件` : "",
    moved > 0 ? `其中延过期的${moved}件` : "",
  ].filter(Boolean);
  return `做到${kept}件÷应做到${of}件＝**${share(rate)}**${broken.length > 0 ? `（${broken.join("，")}）` : ""}`;
}

/** One unit: what was not kept, each with its first day and what became of it. */
export function promiseDetailCard(
  rate: PromiseRate,
  view: Paged<Commitment>,
  span: Span,
  today: Day,
  isOne: boolean,
): CardView {
  const below = [...pageButtons(view), ...(isOne ? [] : [{ label: "回到各单位", does: "back" }])];
  return {
    title: `说到做到率　${plain(rate.unit, 30)}`,
    tone: rate.broken.length > 0 ? "orange" : "green",
    blocks: [
      text(promised(rate) === 0 ? "这段时间没有到期的承诺。" : rateWords(rate)),
      ...(view.shown.length > 0
        ? [text(["**没做到的**", ...view.shown.map((promise) => brokenLine(promise, today))].join("\n"))]
        : []),
      ...(below.length > 0 ? [buttons(...below)] : []),
      note(`${spanWords(span, today)}　${HOW}`),
    ],
  };
}

/** `敦煌南路 施工许可证　说9月8日，还没办成；延到10月20日（原因：管线）` */
function brokenLine({ what, name, first, moved, reason, done }: Commitment, today: Day): string {
  const became = done ? `${formatDay(done, today)}办成` : "还没办成";
  const put = moved
    ? `；改到${formatDay(moved, today)}${reason ? `（原因：${typed(reason, 40)}）` : "（没写原因）"}`
    : "";
  return `${what}　${typed(name, 50)}　说${formatDay(first, today)}，${became}${put}`;
}
