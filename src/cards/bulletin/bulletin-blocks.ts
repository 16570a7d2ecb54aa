import type { Bulletin } from "../../domain/bulletin.js";
import { sourceWords } from "../../domain/bulletin-words.js";
import { type Block, note, text } from "../card.js";
import { typed } from "../typed.js";

/** characters of a paragraph that a phone still shows well */
const MOST = 700;
/** projects named of one lamp */
const MOST_NAMES = 12;
/** lines of a part; the document has all */
const MOST_LINES = 16;

/** A bulletin in short: the whole, what lags by name, what is missing, what is asked. */
export function summaryBlocks(bulletin: Bulletin): Block[] {
  const { sections } = bulletin;
  const [first, ...others] = sections;
  const missing = sections.find(({ heading }) => heading.includes("未报"));
  const demands = sections.find(({ heading }) => heading.includes("要求"));
  const isWhole = missing !== undefined;
  return [
    ...paragraphs(first),
    ...(isWhole ? lagging(bulletin) : others.filter((one) => one !== demands).flatMap(paragraphs)),
    ...paragraphs(missing),
    ...paragraphs(demands),
  ];
}

function paragraphs(section: Bulletin["sections"][number] | undefined): Block[] {
  if (!section) return [];
  const lines = section.paragraphs.map((one) => typed(one, MOST));
  const left = lines.length - MOST_LINES;
  const shown = left > 1 ? [...lines.slice(0, MOST_LINES), `其余${left}行见文件`] : lines;
  return [text([`**${typed(section.heading)}**`, ...shown].join("\n"))];
}

function lagging({ rows }: Bulletin): Block[] {
  const of = (lamp: string, sign: string) => {
    const names = rows.filter((row) => row.lamp === lamp).map(({ name }) => typed(name, 40));
    const shown = names.slice(0, MOST_NAMES).join("；");
    return names.length > 0
      ? [`${sign} ${names.length}个：${shown}${names.length > MOST_NAMES ? "等" : ""}`]
      : [];
  };
  const lines = [...of("红", "🔴"), ...of("黄", "🟡")];
  return lines.length > 0 ? [text(["**滞后项目**（原因见文件）", ...lines].join("\n"))] : [];
}

export const sourceNote = (bulletin: Bulletin): Block => note(typed(sourceWords(bulletin)));
