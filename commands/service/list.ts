import { ownScope } from "../../src/bot/lists/own-projects.js";
import type { Turn } from "../../src/bot/turn.js";
import type { CardView } from "../../src/cards/card.js";
import { serviceListCard } from "../../src/cards/service/service-list-card.js";
import { addDays, dayOf } from "../../src/domain/day.js";
import { isOpen } from "../../src/domain/problem.js";
import { daysLate } from "../../src/domain/problem-level.js";
import type { Service } from "../../src/domain/service.js";

/** Which requests a list is of; plain JSON. */
export interface ServiceFilter {
  /** 答复单位 */
  unit?: string;
  enterprise?: string;
  due?: "late" | "soon";
  /** 已答复, to be 办结 */
  answered?: true;
  /** 办结 ones, too */
  all?: true;
}

/** days ahead that count as 到期 */
const SOON = 7;

/** 逾期, 到期, 已答复, 全部 and our own: what the words ask for beside names. */
export async function filterBy(turn: Turn, words: string): Promise<ServiceFilter> {
  const own = await ownScope(turn, words);
  const unit = own ? (own.unit ?? turn.speaker.unit) : null;
  return {
    ...(unit ? { unit } : {}),
    ...(/逾期|超期|过期/.test(words)
      ? { due: "late" as const }
      : /到期|临期/.test(words)
        ? { due: "soon" as const }
        : {}),
    ...(/已答复|等办结/.test(words) ? { answered: true as const } : {}),
    ...(/全部|所有|历史/.test(words) ? { all: true as const } : {}),
  };
}

export async function listView(turn: Turn, filter: ServiceFilter, page: number): Promise<CardView> {
  const found = await turn.tx.services.list(filter.all === true);
  const shown = found.filter((service) => fits(service, filter, turn.now));
  return serviceListCard(titleOf(filter), shown, page, turn.now);
}

function fits(service: Service, { unit, enterprise, due, answered }: ServiceFilter, now: number): boolean {
  if (unit !== undefined && service.unit !== unit) return false;
  if (enterprise !== undefined && service.enterprise !== enterprise) return false;
  if (answered && service.state !== "resolve-asked") return false;
  if (due === "late") return isOpen(service) && daysLate(service.due, now) > 0;
  if (due === "soon")
    return isOpen(service) && service.due !== undefined && service.due <= addDays(dayOf(now), SOON);
  return true;
}

function titleOf({ unit, enterprise, due, answered, all }: ServiceFilter): string {
  const kind =
    due === "late"
      ? "逾期的诉求"
      : due === "soon"
        ? `${SOON}天内到期和逾期的诉求`
        : answered
          ? "已答复、等办结的诉求"
          : all
            ? "全部诉求"
            : "没办结的诉求";
  return [enterprise, unit && `${unit}答复`, kind].filter(Boolean).join(" ");
}
