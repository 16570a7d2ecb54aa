import { partIn } from "../rules/parts.js";

/** What a percentage is, judged by the words around it. */
export type PercentMeaning =
  | { is: "percent"; part?: string }
  | { is: "completion" }
  /** a comparison, a plan, an old value: not to be recorded */
  | { is: "nothing" }
  /** a difference without the value it leads to */
  | { is: "change" }
  /** what is left to do; or a share of something not named */
  | { is: "unclear" }
  /** what is paid says nothing of where the works are */
  | { is: "doubtful" };

const COMPARED =
  /溢价|时序|序时|同比|环比|增长|增速|增幅|增量|占比|快于|慢于|低于|高于|落后|滞后|超前|提前|相差|相比|利率|坡[度率]|[湿温强浓精]度|压实度|密实度|监测|绿化率|绿地率|容积率|通过率|覆盖率|出勤率|达标率|中签率|(?:慢|快|(?<!至)少|低|高|(?<!至)多)了?\s?$|上涨|下跌|跌了?|涨(?![到至]|了?[^，。]{0,6}[到至]了?\s?$)了?|折|合格率|优良率|满意|超(?:额(?:完成)?)?$/;
/** 较上周+1% */
const DIFFERENCE = /[较比](?:上个?[周月期次]|昨[天日]|去年|前期|年初)[^，,。到至]{0,4}[+-]?\s?$/;
const AHEAD =
  /计划|预计|力争|争取|拟|(?<!现)将|打算|目标|确保|预期|有望|要求|应(?!该(?:是|有|到|在|差|能|可|会))|(?<![主需重])要(?=完成|达到?|到|做到|干到|冲)|必须|务必|一定(?:要|得)|下个?月|明年|年底|年内|(?<![目当])前$/;
const REMAINING = /还?剩(?:下|余)?|还差|还有|尚有|尚余|剩余|差(?!不多)|缺/;
const REMAINING_BEHIND = /^\s?(?:的?(?:工程)?量?)?(?:还)?(?:没(?!动|问题|有?变)|未(?!动|变)|尚未|待)/;
/** 66%还没到 */
const NOT_THERE =
  /^\s?(?:都|也|这?个?数)?(?:还|尚|根本|并)?(?:没有?|未)(?:能|有)?(?:到|达到?)(?!位|货|场|期|岗|齐|账|手)/;
const OF_THE_YEAR =
  /占(?:投资)?(?:计划|目标|任务)|(?:占|完成|达|为|到|是)了?(?:全年|年度|今年|本年|年|\d{4}年)度?(?:的)?(?:投资)?(?:计划|目标|任务|投资)|(?:年度|全年|今年|本年)(?:的)?(?:投资)?(?:计划|目标|任务)?(?:的)?(?:完成|进度|投资)|年度(?:投资)?(?:完成率|计划|目标)|完成率|年计划(?:的|完成)/;
const PAID = /进度款|工程款|预付款|支付|付款|拨付|付[到至]/;
/** 8月完成率: of the month's plan, and the ledger keeps the year's. */
const OF_THE_MONTH = /月(?:份|度)?(?:投资)?(?:计划)?完成率(?:为|是|达到?|到|约|已|[:：\s])*$/;
/** 资金到位率, 绿化率: rates of other things than the works. */
const OTHER_RATE =
  /(?<!完成|完工|竣工|进度|签约|征收|征询|腾退|腾地|搬迁|拆除|拆迁|交地|移交|投资|贯通)率(?:为|是|达到?|到|约|已|[:：\s])*$/;
/** 占已签约土地的98%: a share of something else. */
const SHARE = /占(?!(?:投资)?(?:计划|目标|任务)|全年|年度|今年|本年|年|总|\d{4}年)[^，。]{1,12}(?:的)?\s?$/;
const OF_THE_WHOLE = /总投资|概算/;
const INVESTED =
  /(?:投资|资金)(?:完成|进度|比例|额)*(?:了|达到?|为|至|到|已|是|[:：\s])*$|计划的$|完成(?:投资)?(?:计划|目标|任务)/;
const CHANGED = /(?:提高|提升|增加|上升|增|涨|推进|下降|减少|回落|新增|又|再|多)(?:了|完成)?\s?$|[+＋]\s?$/;

/** The meaning of a percentage from what stands before it (since the last figure) and behind it. */
export function meaningOfPercent(left: string, right: string, heading: string): PercentMeaning {
  const near = left.slice(-24);
  if (PAID.test(near.slice(-12))) return { is: "doubtful" };
  if (/(?:不[低高少多]于|最[多高少低])\s?$/.test(near) && !AHEAD.test(near)) return { is: "doubtful" };
  if (NOT_THERE.test(right)) return { is: "doubtful" };
  if (REMAINING.test(near.slice(-8)) || REMAINING_BEHIND.test(right)) return { is: "unclear" };
  if (COMPARED.test(near.slice(-10)) || DIFFERENCE.test(near)) return { is: "nothing" };
  if (/^\s?的(?:人|居民|企业|业主|同志|家庭)/.test(right)) return { is: "nothing" };
  if (/^\s?(?:地|的)?(?:支持|确定|满意|同意|相信|保证|有把握|放心|配合|可以)/.test(right))
    return { is: "nothing" };
  if (/完成了?\s?$/.test(near) && /^\s?的?(?:年度|全年|今年的?|本年)投资[\s了。.！!]*$/.test(right))
    return { is: "completion" };
  // 完成70%投资: of the year's plan, of all, or the works?
  if (/完成了?\s?$/.test(near) && /^\s?的?投资(?:额|量)?[\s了。.！!]*$/.test(right)) return { is: "unclear" };
  if (OTHER_RATE.test(near) || OF_THE_MONTH.test(near)) return { is: "nothing" };
  if (SHARE.test(near)) return { is: "nothing" };
  if (OF_THE_WHOLE.test(near.slice(-10))) return { is: "unclear" };
  if (
    AHEAD.test(near) &&
    !/占|年度计划|年度目标|全年目标|已|(?:目标|任务|计划)完成了?\s*$|完成了?(?:全年|年(?=计划|目标|任务)|年度|今年|(?:投资)?(?:计划|目标|任务))/.test(
      near,
    )
  )
    return { is: "nothing" };
  const object = /^\s?的([\u4e00-\u9fa5]{2,12})/.exec(right)?.[1];
  // 30%的桩基检测合格: some of the piles, not how far they are.
  if (object && /合格|检测|抽检|通过|验收/.test(object)) return { is: "nothing" };
  const part = partIn(near) ?? (object ? partIn(object) : undefined);
  if (object && part === undefined && !/^(?:工程|进度|形象|总|量|样子|水平|投资|年度|全年|计划)/.test(object))
    return { is: "unclear" };
  if (OF_THE_YEAR.test(near) && part === undefined) return { is: "completion" };
  if (/^\s?(?:的?(?:年度|全年)(?:计划|目标|任务))/.test(right)) return { is: "completion" };
  if (CHANGED.test(near)) return { is: "change" };
  if (INVESTED.test(near) || (/占(?:总数|总量|设计量|全部)?的?\s?$/.test(near) && part === undefined))
    return { is: "unclear" };
  if (near.trim() === "" && /年度完成率|完成率/.test(heading)) return { is: "completion" };
  // 桩基进度：603 13%，606 5%
  if (near.trim() === "" && /进度|完成/.test(heading)) {
    const common = partIn(heading);
    if (common) return { is: "percent", part: common };
  }
  return part === undefined ? { is: "percent" } : { is: "percent", part };
}

const ROSE = /^[^，。]{0,3}(?:→|-+>|=+>|[-~]{2,})[^，。]{0,3}$|(?:到|至|为|(?<!完)成|→)\s?了?\s?$/;
const FORMER = /(?:从|由|自|原|原来|原先|之前|此前|上个?月|上周|上期|上次|前期|去年|年初|本来)[^，。]{0,8}$/;

/** Whether a label says that its figure is an earlier one: 上月60%，本月65%. */
export function isOld(left: string): boolean {
  return /(?:上个?月|上周|上期|上次|昨[天日]|前[天日]|年初|去年|前期|之前|此前|原来?|原先|本来)(?:底|末)?(?:报)?(?:的)?(?:形象)?(?:进度)?(?:完成)?(?:是|为|[:：])?\s*$/.test(
    left,
  );
}

/** 提升至, →: what stands between an old value and the new one; 60% 幕墙达到65% is of two parts. */
export function isRise(between: string): boolean {
  return ROSE.test(between) && between.length <= 14 && partIn(between) === undefined;
}

/** Whether a percentage is the value of before, replaced by the next one: 由60%提升至65%. */
export function isFormer(left: string, between: string | undefined): boolean {
  if (between === undefined) return false;
  if (FORMER.test(left)) return true;
  return isRise(between) && !/[\u4e00-\u9fa5]{2,}(?:完成|进度)/.test(between);
}
