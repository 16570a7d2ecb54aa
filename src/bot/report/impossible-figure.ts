/** Why a figure cannot be: as the language says it. */
type Why = "over-100" | "negative";

const PERCENT = /[-−－]?\d[\d.．]*\s*[%％]/g;
const BELOW_ZERO = /[-−－]\s*\d[\d.．,，]*\s*(?:[百千]?[万亿]?元?|亩)/g;

/** `形象进度在0到100之间，130%没有记`, with the figure as it stands in the clause, and what to send instead. */
export function impossibleFigure(why: Why, clause: string): string {
  const percent = clause.match(PERCENT)?.at(-1);
  const figure = percent ?? clause.match(BELOW_ZERO)?.at(-1) ?? `“${clause.trim()}”`;
  const isPercent = percent !== undefined || why === "over-100";
  const reason = isPercent ? "形象进度在0到100之间" : "数不能是负的";
  const again = isPercent ? "形象进度65%" : "9月完成3200万";
  return `${reason}，${figure.trim()}没有记。请报一个准数，如“${again}”。`;
}
