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
