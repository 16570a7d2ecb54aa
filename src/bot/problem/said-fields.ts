import { CATEGORIES, GRADES, type ProblemFields } from "../../domain/problem.js";
import { findMentions } from "../../language/names/mentions.js";
import type { NameIndex } from "../../language/names.js";
import { normalise } from "../../language/text/normalise.js";

const LEADS_BEHIND = /^\s*(?:来|去|负责)?\s*(?:牵头|主办|承办|负责|协调|答复|办理|解决|处理)/;
const LEADS_BEFORE = /(?:牵头(?:单位)?|责任单位)\s*(?:是|为|改为|改成|换成|:)?\s*$|(?:转给|交给|转|交)\s*$/;
const HELPS_BEHIND = /^\s*(?:来|去)?\s*(?:配合|协助|协同)/;
const HELPS_BEFORE = /(?:配合|协助)(?:单位)?\s*(?:是|为|有|:)?\s*$/;
const AND = /^\s*[、和及,]\s*$/;
const PERSON =
  /(?:责任人|经办人|负责人)\s*(?:是|为|改为|:)?\s*@?([\u4e00-\u9fa5]{2,4})|由\s*@?([\u4e00-\u9fa5]{2,3})(?:负责|跟进)/;
const MEASURE = /(?:措施|办法)\s*(?:是|为|:)\s*(.+)$/s;
const GRADE = new RegExp(
  `^\\s*(?:这个|这条|这是|分类|定级|定|列|归|属于|属|是|改|为|成|到|:|,)*\\s*(${GRADES.join("|")})(?:类|事项|问题|的)*\\s*$`,
);
const CATEGORY = new RegExp(`(?:类别|分类)\\s*(?:改为|改成|是|为|:)?\\s*(${CATEGORIES.join("|")})`);

/** What the words set of a problem: 让绿容局牵头，责任人王工，措施：本周会商. */
export function saidFields(words: string, names: NameIndex): ProblemFields {
  const { text } = normalise(words);
  const person = PERSON.exec(text);
  const named = person?.[1] ?? person?.[2];
  const measure = MEASURE.exec(text)?.[1]?.trim();
  const grade = GRADES.find((known) => known === GRADE.exec(text)?.[1]);
  const category = CATEGORIES.find((known) => known === CATEGORY.exec(text)?.[1]);
  return {
    ...units(text, names),
    ...(named ? { person: named } : {}),
    ...(measure ? { measure } : {}),
    ...(grade ? { grade } : {}),
    ...(category ? { category } : {}),
  };
}

/** 牵头 and 配合; 绿容局、房管局 behind one another are the same. */
function units(text: string, names: NameIndex): Pick<ProblemFields, "lead" | "support"> {
  let lead: string | undefined;
  const support: string[] = [];
  const mentions = findMentions(text, names).filter(({ unit }) => unit !== undefined);
  let end = 0;
  let wasHelp = false;
  for (const { unit = "", start, end: after } of mentions) {
    const before = text.slice(end, start);
    const behind = text.slice(after);
    const goesOn: boolean = AND.test(before) && wasHelp;
    const helps: boolean = HELPS_BEHIND.test(behind) || HELPS_BEFORE.test(before) || goesOn;
    if (helps) support.push(unit);
    else if (!lead && (LEADS_BEHIND.test(behind) || LEADS_BEFORE.test(before))) lead = unit;
    wasHelp = helps;
    end = after;
  }
  return { ...(lead ? { lead } : {}), ...(support.length > 0 ? { support } : {}) };
}
