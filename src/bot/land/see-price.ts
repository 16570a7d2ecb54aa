import type { Project } from "../../domain/project.js";
import type { Sight } from "../turn.js";

/** Whether 成交价 of this plot may be shown here, to this person. */
export const maySeePrice = ({ money, pricesOf }: Sight, { code }: Pick<Project, "code">): boolean =>
  money && (pricesOf === null || pricesOf.has(code));

/** The sum of several: whoever knows one of two prices, learns the other from it. */
export const maySeePrices = ({ money, pricesOf }: Sight): boolean => money && pricesOf === null;
