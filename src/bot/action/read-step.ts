import type { ActionStep } from "../../domain/action.js";
import { findMentions } from "../../language/names/mentions.js";
import type { NameIndex } from "../../language/names.js";
import { normalise } from "../../language/text/normalise.js";

/** What words behind 议12 want of it. */
export type StepWish = { wants: "look" } | { wants: "undo" } | { wants: "withdraw" } | TakenStep;

export type TakenStep = { wants: Exclude<ActionStep, "assign"> } | { wants: "assign"; unit: string | null };

const ASKS =
  /^(?:怎么样|如何|进展|情况|到哪|什么|谁|何时|哪天|几号)|(?:[吗呢?？]|怎么样了?|如何了?|到哪了|进展)\s*$/;
const NOT_DONE = /(?:还)?[没未](?:有|能)?(?:完成|办完|办好|办结|落实|做完|弄完|解决)|尚未|无法|不能完成/;
const RETURNS = /退回|打回|驳回|重办|不同意(?:办结)?|不予办结/;
const ASSIGNS = /(?:改由|转给|转交|交给|改为由|换成|责任单位改[为成到])/;
const EXTENDS = /延期|延[到至后长]|推迟|顺延|宽限|展期|改期|期限改|改到|再给/;
const CLOSES = /同意办结|予以办结|^办结|销号|核实(?:办结|完成)?$/;
const FINISHED =
  /完成了|已完成|完成$|已经完成|办完了?|办好了?|办结|办妥|落实了|已落实|落实到位|做完了?|做好了|搞定|弄好了?/;
const KNOWS = /^(?:已)?(?:知悉|知晓|收到|知道了?|明白了?|好的|确认收到)[。!！\s]*$/;
const UNDOES = /^(?:撤销|撤回)[。!！\s]*$/;
/** the whole of it, not the last step */
const WITHDRAWS = /^(?:作废|删除|删掉)[。!！\s]*$/;

/** `完成了，方案见附件`, `延期到10月15日，因为…`, `退回 缺专家意见`, `改由区发改委`; anything else is news of it. */
export function stepIn(said: string, names: NameIndex): StepWish {
  const words = said.trim();
  if (words === "" || ASKS.test(words)) return { wants: "look" };
  if (UNDOES.test(words)) return { wants: "undo" };
  if (WITHDRAWS.test(words)) return { wants: "withdraw" };
  if (KNOWS.test(words)) return { wants: "acknowledge" };
  if (RETURNS.test(words)) return { wants: "return" };
  if (ASSIGNS.test(words)) {
    const { text } = normalise(words);
    const unit = findMentions(text, names).find((mention) => mention.unit !== undefined)?.unit;
    return { wants: "assign", unit: unit ?? null };
  }
  if (EXTENDS.test(words)) return { wants: "extend" };
  if (NOT_DONE.test(words)) return { wants: "update" };
  if (CLOSES.test(words)) return { wants: "close" };
  return { wants: FINISHED.test(words) ? "finish" : "update" };
}
