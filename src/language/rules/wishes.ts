import { AUDIT_WISHES } from "./audit-wishes.js";
import { LAND_WISHES } from "./land-wishes.js";
import { LIST_WISHES } from "./list-wishes.js";
import { MEETING_WISHES } from "./meeting-wishes.js";
import { MONTH_WISHES } from "./month-wishes.js";
import { OFFICE_WISHES } from "./office-wishes.js";
import { PROJECT_WISHES } from "./project-wishes.js";
import { SCHEDULE_WISHES } from "./schedule-wishes.js";
import { TEAM_WISHES } from "./team-wishes.js";
import type { Wish } from "./wish.js";

/** The first that fits decides; each must be so narrow that no report, problem or small talk fits it. */
export const WISHES: readonly Wish[] = [
  ...AUDIT_WISHES,
  ...LAND_WISHES,
  // 谁说到做到了, 建管委承诺兑现率多少
  {
    command: "说到做到率",
    words:
      /^(?=[^\n]*(?:谁|哪|率|吗|多少|情况|[?？]))[^，。；0-9%]{0,14}(?:说到做到|(?:承诺|节点)?兑现率)[^，。；0-9%]{0,8}[?？。]?$/,
  },
  ...LIST_WISHES,
  ...MEETING_WISHES,
  ...MONTH_WISHES,
  ...OFFICE_WISHES,
  ...PROJECT_WISHES,
  ...SCHEDULE_WISHES,
  ...TEAM_WISHES,
];
