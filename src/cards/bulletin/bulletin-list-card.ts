import { formatPeriod } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import { type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";
import { draftTitle } from "./draft-card.js";
import { handsOf } from "./published-card.js";

/** 通报 列表: what was signed in a year, and what is still a draft, newest first. */
export function bulletinListCard(list: readonly BulletinRecord[], year: number, now: number): CardView {
  const lines = list.map((one) =>
    one.state === "signed"
      ? `**${typed(one.content.number)}**　${formatPeriod(one.month)}${one.corrects === null ? "通报" : "更正通报"}　${handsOf(one, now)}`
      : `**${draftTitle(one)}**　还没有签发`,
  );
  return {
    title: `${year}年通报`,
    tone: "blue",
    blocks: [text(lines.join("\n") || `${year}年还没有通报。`), note("看某个月的，发“通报 8月”。")],
  };
}
