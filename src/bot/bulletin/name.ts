import { DAY } from "../../domain/day.js";

/** the command that answers the buttons of bulletins, wherever their cards were sent */
export const BULLETIN = "通报";
/** the post that brings what was signed into the groups */
export const PUBLICATION = "月度通报";
/** ms after its time for which a signed bulletin is still posted, over the longest holidays */
export const PUBLISHED_WITHIN = 10 * DAY;
