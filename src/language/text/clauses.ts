/** A stretch of the masked text between two marks of punctuation. */
export interface Clause {
  start: number;
  end: number;
  /** the mark behind it, empty at the end of the text */
  closing: string;
  /** clauses of one sentence share this number */
  sentence: number;
  line: number;
}

const LONGEST = 400;
/** Dots and commas inside figures, dates like 12/15 and list numbers are no marks. */
const MARKS =
  /[\n。；;！!？?，|\t]|,(?!\d{3}(?!\d))|(?<!\d),|\.(?=\s|$|[\u4e00-\u9fa5\ue000])(?<!\d\.(?=[\u4e00-\u9fa5\ue000\s]))|(?<=\d%|[\u4e00-\u9fa5)])[/.](?!累计|本年|本月|当月)(?=\s?[\u4e00-\u9fa5\ue000\d])|\s(?=\d{1,2}[、.)](?!\d))|\s(?=[一二三四五六七八九]是)|(?<=-)-|…+|(?<=如下|报告):|(?<=(?:^|[\n。；;])\s*(?:20\d\d年|今年|本年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末)?(?:完成)?(?:投资)?):|(?<=(?:^|[\n。；;])[^\n。；;，,:\ue000]{0,12}(?:累计|投资|形象|进度|完成率|[万亿]元)[^\n。；;，,:\ue000]{0,6}):(?=\s*\ue000)|(?=[但不可另同正目现因由存卡])(?<=[%万亿元亩了])(?=但|不过|可是|另外(?!\d)|同时|(?:目前|现)?正在|因(?!此)|由于|存在|卡在)|(?=[因由主])(?<=[底末日号旬])(?=因为|由于|主要)|(?=[还尚])(?<=已经?[\u4e00-\u9fa5]{2,6}|[\u4e00-\u9fa5]了)(?=还[没未]|尚未)|(?=[年月][底末内])(?<=百分之[零一二三四五六七八九十]{1,5})|(?<=[\u4e00-\u9fa5](?<![成投到有为干做加过批拿])了)(?=(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|年[底内]|月底|明年)[^，。；\n]{0,6}(?:封顶|竣工|完工|通车|开工|投用|试运行|挂牌|调试))|(?=[计预争力拟确])(?<=[%万亿元亩成零一二三四五六七八九十百千])(?=(?:计划|预计|争取|力争|拟|确保)[在于将到]?\s?(?:[今明]年|年[底内末]|\d{1,2}月|[一二三四五六七八九十]{1,2}月|[本这下]个?[月周]|月[底末]|国庆|春节|元旦|第?[一二三四]季度|周[一二三四五六日]))|(?<=(?<![成投到有为干做加过])了)(?=(?:本年|今年|本月|上个?月)?(?:投资|累计|形象|进度|产值)|(?<=[\u4e00-\u9fa5层]了)(?=下个?月|计划|预计|争取|力争|另外|还有|但是|不过))/g;

/** Splits the masked text into clauses; empty ones are left out. */
export function splitClauses(masked: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let line = 0;
  const add = (end: number, closing: string) => {
    for (let from = start; from < end; from += LONGEST) {
      const to = Math.min(end, from + LONGEST);
      if (masked.slice(from, to).trim() !== "")
        clauses.push({ start: from, end: to, closing: to === end ? closing : "", sentence, line });
    }
  };
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(masked); mark; mark = MARKS.exec(masked)) {
    const closing = mark[0];
    add(mark.index, closing);
    start = mark.index + closing.length;
    // 做到九层了投资累计…: in speech a statement ends without any mark.
    if (closing === "") MARKS.lastIndex++;
    if (/[\n。；;！!？?|\t]/.test(closing)) sentence++;
    if (closing === "\n") line++;
  }
  add(masked.length, "");
  return clauses;
}
