import type { Day } from "../../src/domain/day.js";
import { findDates } from "../../src/language/dates/dates.js";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import type { NameIndex } from "../../src/language/names.js";
import { normalise } from "../../src/language/text/normalise.js";

/** What is said of an agreement: it was signed, a year's check was made, or nothing of the kind. */
export type AgreementSaid =
  | { is: "signed"; signedOn?: Day; checkMonth?: number; checkDay: number | null }
  | { is: "checked"; year: number; result: "met" | "unmet"; note: string }
  | { is: "unclear"; sentence: string }
  | { is: "nothing" };

const CHECKED = /(\d{4})年?(?:度)?(?:的)?(?:土地|履约|监管|全周期|年度)?检查/;
const UNMET = /(?:不|未|没有?)(?:能|有)?(?:达标|合格|通过|达到|履约|兑现)|整改|违约/;
const MET = /达标|合格|通过|符合|履约|兑现/;
const YEARLY = /每年(?:的)?\s*(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?/;
const SIGNED = /签|协议/;

/** `604 监管协议 2022-06-30签 每年6月检查`, `604 2022年检查 达标 建筑面积达到`. */
export function readAgreement(said: string, names: NameIndex, today: Day): AgreementSaid {
  const { text } = normalise(said);
  const masked = mask(text, findMentions(text, names));
  const checked = CHECKED.exec(masked);
  if (checked) {
    const after = masked.slice(checked.index + checked[0].length);
    const unmet = UNMET.exec(after);
    const word = unmet ?? MET.exec(after);
    if (!word) return { is: "unclear", sentence: "检查结果没有看清，请写“达标”或“不达标”，后面可以加说明。" };
    const from = checked.index + checked[0].length + word.index + word[0].length;
    return {
      is: "checked",
      year: Number(checked[1]),
      result: unmet ? "unmet" : "met",
      note: text
        .slice(from)
        .replace(/^[\s:：,，。;；]+/, "")
        .trim()
        .slice(0, 200),
    };
  }
  const yearly = YEARLY.exec(masked);
  const rest = yearly ? masked.replace(yearly[0], " ") : masked;
  const date = findDates(rest, today).find(({ precision }) => precision === "day");
  if (!yearly && (!date || !SIGNED.test(rest))) return { is: "nothing" };
  const [month, day] = [Number(yearly?.[1] ?? 0), Number(yearly?.[2] ?? 0)];
  if (yearly && (month < 1 || month > 12 || day > 31))
    return { is: "unclear", sentence: "每年几月检查没有看清，请写“每年6月检查”。" };
  const signedOn = date?.resolve("past")?.day;
  return {
    is: "signed",
    ...(signedOn !== undefined && { signedOn }),
    ...(month > 0 && { checkMonth: month }),
    checkDay: day > 0 ? day : null,
  };
}
