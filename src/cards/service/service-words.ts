import type { Service, ServiceState } from "../../domain/service.js";
import { dueWords } from "../problem/problem-words.js";
import { typed } from "../typed.js";

export const SERVICE_STATES: Record<ServiceState, string> = {
  open: "新登记",
  "in-progress": "办理中",
  "resolve-asked": "已答复",
  closed: "已办结",
  reopened: "退回",
};

/** A request as the audit trail shows it: `已答复　区规划资源局　2022-09-30`. */
export const serviceSummary = ({ state, unit, due }: Service): string =>
  [SERVICE_STATES[state], unit ?? "答复单位未定", due ?? "期限未定"].join("　");

/** `答复单位 区规划资源局　期限 9月30日（还有10天）` */
export const whoAndWhen = (service: Service, now: number): string =>
  [
    `答复单位 ${service.unit ? typed(service.unit, 40) : "未定"}`,
    `期限 ${dueWords(service, now)}${service.extended > 0 ? `　延过${service.extended}次` : ""}`,
  ].join("　");
