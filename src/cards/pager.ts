import type { Button } from "./card.js";

/** The pages a list falls into. */
export interface Paged<T> {
  shown: T[];
  /** 1 for the first */
  page: number;
  pages: number;
}

export function paged<T>(list: readonly T[], page: number, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const inside = Math.min(Math.max(1, page), pages);
  return { shown: list.slice((inside - 1) * size, inside * size), page: inside, pages };
}

/** 上一页／下一页, only where there is one. */
export function pageButtons({ page, pages }: Paged<unknown>): Button[] {
  const to = (label: string, target: number): Button => ({ label, does: "page", args: { page: target } });
  return [...(page > 1 ? [to("上一页", page - 1)] : []), ...(page < pages ? [to("下一页", page + 1)] : [])];
}

/** 还有12个 for what comes after this page, and the way back from it. */
export function restButtons({ page, pages }: Paged<unknown>, rest: number, unit: string): Button[] {
  const back: Button = { label: "上一页", does: "page", args: { page: page - 1 } };
  const on: Button = { label: `还有${rest}${unit}`, does: "page", args: { page: page + 1 } };
  return [...(page > 1 ? [back] : []), ...(page < pages ? [on] : [])];
}
