/** `早3天`, `按期`, `晚12天` */
export function aheadOrBehind(days: number): string {
  if (days === 0) return "按期";
  return days > 0 ? `早${days}天` : `晚${-days}天`;
}

/** `还有41天`, `今天到期`, `已逾12天` */
export function daysLeft(days: number): string {
  if (days === 0) return "今天到期";
  return days > 0 ? `还有${days}天` : `已逾${-days}天`;
}
