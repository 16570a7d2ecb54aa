/** `3200万`, `约1.02亿元`, `八千多万`, `12,000元`; areas and counts (`3.2万平方米`, `2万株`) are none. */
const AMOUNT =
  /[约近超逾]?[-−－]?(?:[\d０-９][\d０-９.．,，]*|[零〇一二两三四五六七八九十百千几数]+)\s*[余多几]?\s*(?:[百千]?[万亿]+元?|元)(?!\s*(?:平|㎡|立方|方|m|吨|人|株|棵|户|公里|米|套|家|个|辆))/giu;
/** `年度3.2亿 完成1.02亿（9月） 31.9%` */
const PLAN = /年度[\d.]+[亿万元] 完成(?:[\d.]+[亿万元](（[^）]*）)? )?([\d.]+%)/g;

/** Amounts leave a text that people typed; what remains still reads. */
export function hideAmounts(text: string): string {
  return text.replace(AMOUNT, "（金额略）");
}

/** A lamp's reason in shares alone: `完成31.9%（9月） 时序30% 快1.9点`. */
export function withoutMoney(reason: string): string {
  return hideAmounts(sharesOnly(reason));
}

/** The same with other amounts left in. */
export function sharesOnly(reason: string): string {
  return reason.replace(PLAN, (_, month: string | undefined, share: string) => `完成${share}${month ?? ""}`);
}
