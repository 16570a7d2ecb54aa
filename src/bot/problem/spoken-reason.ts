import { isCourtesy } from "../../language/courtesy.js";
import type { Item, ProblemItem } from "../../language/items.js";
import { actedOn, understand } from "../../language/understand.js";
import type { Figure } from "../report/to-draft.js";
import type { Turn } from "../turn.js";

/** characters of a reason that answers; a longer message is something else */
const LONGEST = 40;

const SAYS_WHY = /因为|原因|由于|同意|批准|随后|补报|补办|容缺|先行|已经?办/;
/** 溢价率20%, 楼板价23000元: figures of the sale. */
const OF_SALE = /溢价|楼板|[均单总地底]价|成交|竞得|报名|[\d%]/;

/** 利欧溢价率20%, while 成交 waits for a reason: more news of the sale, and no reason for it. */
const isNewsOfSale = (said: string, item: ProblemItem | Figure): boolean =>
  item.intent === "milestone" && item.despite === true && OF_SALE.test(said) && !SAYS_WHY.test(said);

/** 疫情, 因为管线没迁完: the answer to why something is put off or changed; null for words that are about something else. */
export function spokenReason(turn: Turn, said: string, item: ProblemItem | Figure): Item[] | null {
  if (isNewsOfSale(said, item)) return null;
  const words = said.trim().replace(/^(?:原因(?:是|为)?|因为|由于|因)[\s:：，,]*/, "");
  if (words.length < 2 || words.length > LONGEST || isCourtesy(said)) return null;
  const items = actedOn(
    understand(said, { now: turn.saidAt, names: turn.names, closedMonth: turn.closedMonth }),
  );
  const isPlain = items.every(
    (one) => one.intent === "none" || (one.intent === "ask" && one.reason === "which-project"),
  );
  if (isPlain && item.intent !== "problem") return [{ ...item, reason: words } as Figure];
  return isPlain && item.intent === "problem"
    ? [{ ...item, what: `${item.what ?? "延期"}，原因${words}` }]
    : null;
}
