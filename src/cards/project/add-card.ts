import { CLASSES, CRITERIA, NATURES } from "../../domain/project-details.js";
import { fieldName, type ProjectField } from "../../language/project-sentence.js";
import { type Block, buttons, type CardView, type Field, form, note, text } from "../card.js";
import { typed } from "../typed.js";

type Words = Partial<Record<ProjectField, string>>;

/** What the form asks for, in its order. */
const FIELDS: readonly (Omit<Field, "label" | "value" | "name"> & { name: ProjectField })[] = [
  { name: "name", required: true, hint: "如：武威路菜场改造" },
  { name: "class", options: CLASSES },
  { name: "nature", options: NATURES },
  { name: "criterion", options: CRITERIA },
  { name: "totalYuan", hint: "如：1.2亿" },
  { name: "planYuan", hint: "如：5000万" },
  { name: "unit", hint: "如：区建管委" },
  { name: "builder" },
  { name: "content", long: true },
  { name: "plannedStart", hint: "如：2022年10月31日" },
  { name: "plannedEnd", hint: "如：2023年12月31日" },
];

export const DROP = { label: "算了", does: "drop" } as const;

/** The form, filled with what was understood; `why` says what is still to be done. */
export function addForm(fields: Words, why: string): CardView {
  return {
    title: "新增项目",
    subtitle: "还没有新增",
    tone: "orange",
    blocks: [
      text(why),
      form(
        FIELDS.map(({ name, ...field }): Field => {
          const value = fields[name];
          return { name, label: fieldName(name), ...field, ...(value === undefined ? {} : { value }) };
        }),
        { label: "填好了", does: "fill" },
      ),
      buttons(DROP),
    ],
  };
}

/** Names that come near: is it one of these? */
export function sameCard(
  name: string,
  near: readonly { code: string; name: string; state: string }[],
): CardView {
  return {
    title: "是不是已经有了？",
    subtitle: "还没有新增",
    tone: "orange",
    blocks: [
      text(
        `“${typed(name, 40)}”和账上的这些很像：\n${near.map((one) => `${typed(one.name, 40)}（${one.code}${one.state}）`).join("\n")}`,
      ),
      buttons(
        ...near.map((one) => ({ label: `就是${one.name}`, does: "same", args: { code: one.code } })),
        { label: "不是，照样新增", does: "other" },
        DROP,
      ),
    ],
  };
}

/** A responsible unit that is not known. */
export function unitCard(said: string, near: readonly string[]): CardView {
  const asked = near.length > 0 ? "是下面的哪一个？" : "";
  return {
    title: "责任单位是哪家？",
    subtitle: "还没有写",
    tone: "orange",
    blocks: [
      text(`“${typed(said, 40)}”不在单位名单里。${asked}`),
      buttons(
        ...near.map((unit) => ({ label: unit, does: "unit", args: { unit } })),
        { label: `登记新单位“${said}”`, does: "newUnit" },
        DROP,
      ),
    ],
  };
}

/** It falls short of the criterion it is put under: the arithmetic, and the ways on. */
export function belowCard(name: string, sentence: string, total: string): CardView {
  return {
    title: "够不上标准，还要新增吗？",
    subtitle: "还没有新增",
    tone: "orange",
    blocks: [
      text(`${typed(name, 40)}：${sentence}。`),
      form([{ name: "totalYuan", label: "总投资写错了", value: total, hint: "如：1.2亿" }], {
        label: "改总投资",
        does: "fill",
      }),
      form([{ name: "exception", label: "确实要列入的理由", required: true, hint: "如：区委常委会议定" }], {
        label: "照样新增（写明理由）",
        does: "exceed",
      }),
      buttons(DROP),
    ],
  };
}

export interface AddPreview {
  code: string;
  name: string;
  lines: readonly string[];
  notes: readonly string[];
}

/** All that will be written; one tap writes it. */
export function addPreview({ code, name, lines, notes }: AddPreview): CardView {
  const blocks: Block[] = [
    text([`**${typed(name, 60)}**　编号 ${code}`, ...lines].join("\n")),
    ...notes.map((one) => note(typed(one, 300))),
    buttons({ label: "确认新增", does: "confirm", look: "primary" }, { label: "修改", does: "edit" }, DROP),
  ];
  return { title: "新增项目，请核对", subtitle: "还没有新增", tone: "orange", blocks };
}

/** What has become of it: written, or not. */
export const addedCard = (title: string, lines: readonly string[], isDone: boolean): CardView => ({
  title,
  tone: isDone ? "green" : "grey",
  blocks: [text(lines.join("\n"))],
});
