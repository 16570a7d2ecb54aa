import { currentYtd, ytdUpTo } from "../../domain/ledger-figures.js";
import { addMonths, yearOf } from "../../domain/period.js";
import type { Turn } from "../turn.js";
import { type Correction, inWords } from "./correct-question.js";
import { confirmed, type Section } from "./sections.js";
import { writeItems } from "./write-items.js";

/**
 * 累计是9800万, said of a month's figure or 又完成: what is put right is the cumulative that the bot derived
 * from it and showed. The figure itself was not spoken of and stays. Null where that is not how it stands.
 */
export async function correctedTotal(turn: Turn, { record, item }: Correction): Promise<Section[] | null> {
  if (item.measure !== "investment" || item.scope !== "ytd" || item.period === undefined) return null;
  const year = yearOf(item.period);
  const figures = await turn.tx.ledger.figures(record.code);
  const derived = currentYtd(figures, year);
  if (derived?.entry !== record.id || derived.period !== item.period) return null;
  const before = ytdUpTo(figures.years[year]?.ytd ?? {}, addMonths(item.period, -1))?.yuan ?? 0;
  // Below the derived figure it may well be; below the month before it would be odd, and is asked.
  const isLower = item.yuan < derived.yuan && item.yuan >= before;
  const sections = await writeItems(turn, [isLower ? confirmed(item) : item]);
  const hint = `${inWords(turn, record, turn.sight.money)} 没有动；不对的话请再报一次。`;
  return sections.map((section) => (section.is === "written" ? { ...section, hint } : section));
}
