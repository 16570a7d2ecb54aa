import { isReportModel } from "../report/sections.js";
import type { Part } from "../send.js";
import type { Turn } from "../turn.js";

/**
 * Whether prices of land that somebody has typed stay off what this person is shown. Those of an own plot are
 * shown on its own card, and what is reported is echoed to whoever has said it.
 */
export function hidesPrices({ sight: { pricesOf } }: Pick<Turn, "sight">, parts: readonly Part[]): boolean {
  if (pricesOf === null) return false;
  return !parts.some(({ model }) => isReportModel(model) || pricesOf.has(codeOf(model)));
}

const codeOf = (model: unknown): string =>
  typeof model === "object" && model !== null && "code" in model ? String(model.code) : "";
