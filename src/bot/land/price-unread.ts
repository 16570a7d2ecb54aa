import type { Item } from "../../language/items.js";
import { normalise } from "../../language/text/normalise.js";
import type { RefusedSection } from "../report/sections.js";
import type { Turn } from "../turn.js";

const PRICE = /(?:成交|竞得|摘牌)(?:的?(?:土地)?(?:总?价款?|总?价格|总?金额|总额))[^\d\n]{0,4}\d/;

/** In a long report 成交价 is not read, and that is said: alone it is. */
export function priceUnread({ words }: Pick<Turn, "words">, items: readonly Item[]): RefusedSection[] {
  if (!PRICE.test(normalise(words).text)) return [];
  if (items.some((item) => item.intent === "report" && item.measure === "price")) return [];
  return [{ is: "refused", sentence: "成交价没有记：请单独说一句，写上地块名和准数，最好私聊我说。" }];
}
