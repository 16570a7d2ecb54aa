import type { Period } from "../../domain/period.js";
import type { Repositories } from "../../store/store.js";

/** Whether a month has been closed: posts that speak of it wait where that has failed, and come once it is mended. */
export const isFrozen = async (
  { settings }: Pick<Repositories, "settings">,
  month: Period,
): Promise<boolean> => month <= ((await settings.get("closed")) ?? "");
