import type { ParsedUrlQuery } from "node:querystring";
import { badParameter } from "./platform-error.js";

export interface Page<T> {
  items: T[];
  has_more: boolean;
  page_token: string;
}

/** The platform's paging: `page_size` up to a most, `page_token` from the page before. */
export function page<T>(all: readonly T[], query: ParsedUrlQuery, usual: number, most: number): Page<T> {
  const size = Number(query.page_size ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most) throw badParameter("invalid page_size");
  const token = query.page_token;
  const start = typeof token === "string" && token !== "" ? Number(Buffer.from(token, "base64url")) : 0;
  if (!Number.isInteger(start) || start < 0) throw badParameter("invalid page_token");
  const end = start + size;
  const more = end < all.length;
  return {
    items: all.slice(start, end),
    has_more: more,
    page_token: more ? Buffer.from(String(end)).toString("base64url") : "",
  };
}
