import { type Block, buttons, type CardView, note, text } from "../../cards/card.js";
import { changeLine } from "../../cards/change-line.js";
import { typed } from "../../cards/typed.js";
import { dataMonthOf } from "../../domain/data-month.js";
import { formatInstant } from "../../domain/day.js";
import type { Change } from "../../domain/ledger-changes.js";
import { formatPeriod } from "../../domain/period.js";
import type { AskedSection, ReportModel, Section, WrittenSection } from "./sections.js";

/** The card that echoes a report: old → new, what is asked, what was not written, and the way back. */
export function reportCard(model: ReportModel): CardView {
  const { sections } = model;
  const written = sections.filter((section) => section.is === "written");
  const standing = written.filter((section) => !section.undone);
  const asked = sections.filter((section) => section.is === "asked" && !section.closed);
  return {
    title: titleOf(sections, standing, asked.length),
    tone:
      asked.length > 0
        ? "orange"
        : standing.length > 0 || sections.some(({ is }) => is === "known")
          ? "green"
          : "grey",
    blocks: [
      ...sections.flatMap((section, index) => sectionBlocks(section, index, model)),
      ...(standing.length > 0 ? [buttons({ label: "撤销", does: "undo" })] : []),
      ...(written.length > 0
        ? [
            note(
              `${typed(model.saidByName, 20)} ${formatInstant(model.saidAt)} 报，计入${formatPeriod(dataMonthOf(model.saidAt))}数据`,
            ),
          ]
        : []),
    ],
  };
}

function titleOf(sections: Section[], standing: WrittenSection[], asked: number): string {
  const names = [...new Set(standing.map((section) => section.project))];
  const refused = sections.filter((section) => section.is === "refused").length;
  const also = `${asked > 0 ? `，还有${asked}处要问您` : ""}${refused > 0 ? `，有${refused}处没记` : ""}`;
  if (names.length === 1) return `已记入 ${names[0]}${also}`;
  if (names.length > 1) return `已记入 ${names.length} 个项目${also}`;
  if (asked > 0) return asked === 1 ? "问您一句" : `有${asked}处要问您`;
  if (sections.some((section) => section.is === "written")) return "已撤销";
  return sections.some((section) => section.is === "known") ? `已经记过了${also}` : "没有记账";
}

function sectionBlocks(section: Section, index: number, model: ReportModel): Block[] {
  switch (section.is) {
    case "written":
      return [text(writtenText(section, model))];
    case "known":
      return [text([`**${typed(section.project)}**`, ...changeLines(section.changes, model)].join("\n"))];
    case "asked":
      return askedBlocks(section, index);
    case "refused":
      return [text(typed(section.sentence, 400))];
  }
}

function changeLines(changes: readonly Change[], { today, hasMoney }: ReportModel): string[] {
  return changes.map((change) => changeLine(change, today, hasMoney));
}

function writtenText(section: WrittenSection, model: ReportModel): string {
  const name = `**${typed(section.project)}**`;
  if (section.undone === "told") return `${name}　已撤销`;
  if (section.undone) {
    // What was put right by a later entry no longer counted when it was taken back.
    const lines = section.undone.length > 0 ? changeLines(section.undone, model) : ["当前的数没有变"];
    return [`${name}　已撤销`, ...lines].join("\n");
  }
  const { stand, hint } = section;
  return [name, ...changeLines(section.changes, model), stand, hint].filter(Boolean).join("\n");
}

function askedBlocks(section: AskedSection, index: number): Block[] {
  const about = section.project ? `**${typed(section.project)}**\n` : "";
  if (section.closed) return [text(`${about}${typed(section.question, 300)}\n${section.closed}`)];
  const options = section.options.map((option, choice) => ({
    label: option.label,
    does: "choose",
    args: { section: index, choice },
    ...(choice === 0 ? { look: "primary" as const } : {}),
  }));
  const drop = {
    label: options.length > 1 ? "都不是" : "不是，不记",
    does: "drop",
    args: { section: index },
  };
  return [
    text(`${about}${typed(section.question, 300)}`),
    ...(options.length > 0 ? [buttons(...options, drop)] : []),
  ];
}
