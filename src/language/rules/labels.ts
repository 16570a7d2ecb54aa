import { PART_WORDS } from "./parts.js";

/**
 * Words that a label before a figure of the ledger may be made of. What is left without them speaks of
 * something else, and a figure of something else must not be taken for the works'.
 */
const MEASURES =
  "形象进度|形象|工程进度|施工进度|进度|工程形象|工程量|工作量|实物量|实体|工程|项目|地块|投资完成额|投资额|完成额|投资|投入|产值|资金|投|年度完成率|完成率|年度|年|收储|储备|征收|移交|腾地|供地|土地|面积|计划|目标|任务|全年|全区|人民币";
const SCOPES =
  "当年|最后|开工累计|开工|截至目前|截至到|截至|截止到|截止|到目前为止|目前为止|到现在为止|开工以来|开工至今|开累|自开工|建设以来|启动以来|实施以来|历史|历年|以来|至今|累计|累积|总计|合计|共计|一共|总共|本年度|本年|今年|去年|明年|本月|当月|这个月|这月|上个月|上月|月份|月|本周|这周|上周|今天|昨天|今日|昨日|本季度|季度|当前|目前|现在|现阶段|现|当期|本期|最新|最近|近期|期间|月底|底|末|初";
const DEEDS =
  "实际完成|已经完成|完成了|完成|达到了|达到|达成|达|做到了|做到|干到了|干到|推进到了|推进到|推进至|推进|进展到了|进展到|进展至|进展|走到了|走到|提升至|提升|提升到|提高到|提高至|提高|上升到|上升至|上升|增加到|增加至|增加|增至|涨到了|涨到|涨至|掉到了|掉到|下降到|降到|降至|回落到|调整到|调整为|更新为|更新到|更新|变成|变为|做了|做|干了|干|弄了|弄|搞了|搞|修了|修|建了|建|提到|提至|升到|升至|挖了|铺了|拆了|浇了|打了|迁了|搬了|签了|违建|施工|建设|整治|综合整治|优化|方案优化|方案|办理|投进去|进去|支付|完了|收了|收|用了|用|支出|使用|花了|花|报的|报|上报|填报|填|记|汇报|是|为|有|到|至|了|过";
const MANNERS =
  "周报|旬报|月报|日报|快报|简报|通报|情况|条路|条道路|个地块|个项目|块地|地块|总体|整体|整个|整|总的|全部|全面|全线|全|总|实际|实|只有|仅|只|才|刚刚|刚|刚好|正好|已经|已|均|都|各自|各|分别|依次|大概|大约|约为|约|差不多|接近|将近|近|左右|上下|估计|应该|可能|现场|统计|核定|数据|数字|情况|如下|其中|另外|还有|另|还|又|再|再次|新增|追加|也|就|终于|终|仍然|仍|还是|维持|保持|停在|从|由|自|原来|原|本来|上次|上期|之前|此前|以前|现已|那边|这边|那块|这块|那个|这个|那|这|我们|咱们|咱|我|他们|嗯|呃|啊|哦|噢|呢|嘛|吧|呀|的|地|得|和|与|及|跟|同|以及|并|且|但|但是|不过|而|或|以|按|按照|根据|经|于|在|里|中|个|多|余|一|二|三|四|五|六|七|八|九|十|看看|看|一下|知道|就是|然后|所以|请|麻烦|改成|改为|记成|给我|帮我";

/** Beside these, what may stand before a milestone. */
const PLANS =
  "出让|工可|可研|初设|报告|文本|户|征集|成果|会议纪要|纪要|会议|明确|议定|确定|定于|定在|排定|安排|通知|争取|预计|预期|力争|准备|筹备|确保|保证|打算|拟定|拟|有望|可望|望|即将|马上|尽快|尽早|尽量|一定|务必|必须|需要|需|要拿|要|能拿|能|会|将|快|拿到|拿|取得|获得|获批|获|领取|领到|办理|办出|办|正式|顺利|成功|如期|按期|按时|提前|推迟|延期|节点|时间|日期|报建|手续|上午|下午|晚上|肯定|可以|可|进入|进行|举行|召开|组织|市里|区里|同步|陆续|实现|具备|条件|涉及|首|本来|原定|原计划|大概率|希望|待|等|完工|竣工|建成|批复|证";

const KNOWN = byFirst(PART_WORDS, MEASURES, SCOPES, DEEDS, MANNERS);
const KNOWN_BEFORE_MILESTONES = byFirst(PART_WORDS, MEASURES, SCOPES, DEEDS, MANNERS, PLANS);

/** Words by their first character, the longest first. */
type Words = ReadonlyMap<string, readonly string[]>;

function byFirst(...lists: string[]): Words {
  const words = new Map<string, string[]>();
  for (const word of lists.join("|").split("|")) {
    const first = word.charAt(0);
    words.set(first, [...(words.get(first) ?? []), word]);
  }
  for (const alike of words.values()) alike.sort((a, b) => b.length - a.length);
  return words;
}

/** The first stretch of two or more Chinese characters that holds none of the words. */
function strange(label: string, words: Words): string | undefined {
  let start = 0;
  for (let at = 0; at <= label.length; ) {
    const char = label.charAt(at);
    // 合同: within a word, a single character that is a word too is none.
    const least = at > start ? 2 : 1;
    const known = words.get(char)?.find((word) => word.length >= least && label.startsWith(word, at));
    if (known === undefined && char >= "\u4e00" && char <= "\u9fa5") {
      at++;
      continue;
    }
    if (at - start > 1) return label.slice(start, at);
    at += known?.length ?? 1;
    start = at;
  }
  return undefined;
}

/** The first word in a figure's label that is none of those, if any. */
export function strangeWord(label: string): string | undefined {
  return strange(label, KNOWN);
}

/** The same of the words before a milestone: 武宁路配套用房10月开工 is not the road's. */
export function strangeBeforeMilestone(label: string): string | undefined {
  return strange(label, KNOWN_BEFORE_MILESTONES);
}
