/** What makes a number something else than money: `3.2万平方米`, `2万株`. */
const COUNTED =
  "(?!\\s*(?:平|㎡|立方|方|m|吨|人|株|棵|户|公里|米|套|家|个(?!亿|万)|辆|号|栋|幢|亩|层|天|年|%))";
/**
 * `3200万`, `约1.02亿元`, `3.5个亿`, `800w`, `八千多万`, `12,000元`, and bare numbers so large that they are
 * hardly anything else: `230,000,000`.
 */
const AMOUNT = new RegExp(
  `[约近超逾]?[-−－]?(?:(?:[\\d０-９][\\d０-９.．,，]*|[零〇一二两三四五六七八九十百千几数半]+)\\s*[余多几来]?\\s*个?\\s*(?:[百千]?[万亿]+[元块]?|元|块钱|[wWｗＷ](?![a-z]))|[\\d０-９]{1,3}(?:[,，][\\d０-９]{3})+|(?<![\\d.])[1-9]\\d{6,})${COUNTED}`,
  "giu",
);
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
