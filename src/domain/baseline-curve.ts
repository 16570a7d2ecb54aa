const MONTHS = 12;

/** 月度计划 as it is kept, or what is wrong with it, in a sentence. */
export type CurveRead = { curve: number[] } | { fault: string };

/**
 * Twelve cumulative figures, January first, as per cent of the year's plan. Given as per cent they end at 100;
 * given as 元 they end at the plan.
 *
 * @param planYuan 年度计划投资; needed for amounts
 */
export function readCurve(
  values: readonly number[],
  isMoney: boolean,
  planYuan: number | undefined,
): CurveRead {
  if (values.length !== MONTHS)
    return { fault: `月度计划要12个数（1到12月各月底的累计），这里有${values.length}个` };
  const falls = values.findIndex((value, index) => index > 0 && value < (values[index - 1] ?? 0));
  if (falls > 0)
    return {
      fault: `月度计划是累计数，只能往上：${falls}月${values[falls - 1]}，${falls + 1}月${values[falls]}反而少了`,
    };
  if ((values[0] ?? 0) < 0) return { fault: "月度计划不能是负数" };
  const last = values[MONTHS - 1] ?? 0;
  if (!isMoney) {
    if (last !== 100) return { fault: `12月底要到100%，这里是${last}%` };
    return { curve: [...values] };
  }
  if (!planYuan) return { fault: "用金额写月度计划，要先有年度计划投资" };
  if (last !== planYuan) return { fault: "12月底的累计要等于年度计划投资" };
  // two decimals: the plan's own rounding, 12月 stays exactly 100
  return { curve: values.map((value) => Math.round((value / planYuan) * 10_000) / 100) };
}
