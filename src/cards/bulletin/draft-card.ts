import type { BulletinState } from "../../domain/bulletin-step.js";
import { formatInstant } from "../../domain/day.js";
import { formatPeriod } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import { type Block, type Button, buttons, type CardView, type Field, form, note, text } from "../card.js";
import { typed } from "../typed.js";
import { sourceNote, summaryBlocks } from "./bulletin-blocks.js";

export interface DraftView {
  now: number;
  /** said above all else: what has changed, what was not done */
  said: readonly string[];
  buttons: readonly Button[];
  /** `普桃推办通报〔2022〕8号`: what it would be signed as */
  next: string;
}

const STATES: Record<Exclude<BulletinState, "signed">, string> = {
  drafted: "待送审",
  submitted: "待审核",
  reviewed: "待签发",
};

export const draftTitle = ({ month, corrects }: Pick<BulletinRecord, "month" | "corrects">): string =>
  `${formatPeriod(month)}${corrects === null ? "" : "更正"}通报草稿`;

/** A draft in short, what has been done with it, and what may be done next. */
export function draftCard(draft: Omit<BulletinRecord, "id">, view: DraftView): CardView {
  const { content, state } = draft;
  return {
    title: `${draftTitle(draft)}（${state === "signed" ? "已签发" : STATES[state]}）`,
    subtitle: "文号待定",
    tone: state === "reviewed" ? "green" : "orange",
    blocks: [
      ...(view.said.length > 0 ? [text(view.said.map((one) => typed(one, 400)).join("\n"))] : []),
      ...summaryBlocks(content),
      buttons(...view.buttons),
      note(`${doneSoFar(draft, view.now)}签发后编为${view.next}，不能再改。`),
      sourceNote(content),
    ],
  };
}

function doneSoFar(draft: Omit<BulletinRecord, "id">, now: number): string {
  const { state, editedBy, submittedBy, reviewedBy, changedAt } = draft;
  const said = [
    editedBy ? `${typed(editedBy.name, 20)}编辑` : "",
    submittedBy && state !== "drafted" ? `${typed(submittedBy.name, 20)}送审` : "",
    reviewedBy ? `${typed(reviewedBy.name, 20)}审核通过` : "",
  ].filter(Boolean);
  return said.length > 0 ? `${said.join("，")}，最后改动${formatInstant(changedAt, now)}。` : "";
}

/** What the office writes itself. */
export function editCard(
  draft: BulletinRecord,
  { demands, remark, issued }: { demands: string; remark: string; issued: number | null },
): CardView {
  const fields: Field[] = [
    { name: "demands", label: "工作要求，一行一条（留空按数据自动写）", value: demands, long: true },
    { name: "remark", label: "补充一段，写在总体情况后面（可不填）", value: remark, long: true },
    ...(issued === null
      ? []
      : [{ name: "issued", label: "今年在这之前已发到第几号（没发过填0）", value: String(issued) }]),
  ];
  const back: Block = buttons({ label: "不改了", does: "back" });
  return {
    title: `编辑${draftTitle(draft)}`,
    subtitle: "数据不用改：要改数请更正填报",
    tone: "orange",
    blocks: [form(fields, { label: "保存", look: "primary", does: "save" }), back],
  };
}
