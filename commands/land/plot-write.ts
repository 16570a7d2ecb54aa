import type { Answer } from "../../src/bot/command.js";
import { saleDayAsked } from "../../src/bot/land/sale-day.js";
import { maySeePrice } from "../../src/bot/land/see-price.js";
import { refusedToWrite } from "../../src/bot/permissions.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { reportAnswer } from "../../src/bot/report/report-answer.js";
import { reportModel, type Section } from "../../src/bot/report/sections.js";
import { writeItems } from "../../src/bot/report/write-items.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { text } from "../../src/cards/card.js";
import { hideAmounts } from "../../src/cards/hide-money.js";
import { formatMoney } from "../../src/domain/money.js";
import type { Project } from "../../src/domain/project.js";
import type { PlotArea } from "../../src/store/land.js";
import type { PlotSaid } from "./read-plot.js";

/** Writes what was said of a plot, and echoes it: the price only to whom it may be shown. */
export async function writePlot(turn: Turn, project: Project, { items, area }: PlotSaid): Promise<Answer> {
  const before = await turn.tx.ledger.figuresToShow(project.code);
  const sections = items.length > 0 ? await writeItems(turn, items) : [];
  const hints: string[] = [];
  let hasSum = false;
  if (area) {
    const refusal = await refusedToWrite(turn, project);
    if (refusal && items.length === 0) return refused(turn, refusal, `地块面积 ${project.code}`);
    if (!refusal) hints.push(await setArea(turn, project, area));
  }
  if (items.some((item) => item.intent === "report" && item.measure === "price")) {
    const { price } = await turn.tx.ledger.figuresToShow(project.code);
    if (price && price.entry !== before.price?.entry) {
      hints.push(priceHint(turn, project, before.price, price));
      hasSum = maySeePrice(turn.sight, project);
    }
  }
  if (sections.length === 0)
    return {
      card: {
        title: `已记入 ${project.name}`,
        tone: "green",
        blocks: [text(`${hints.join("\n")}\n要改，再说一次新的数就行。`)],
      },
      model: { code: project.code },
    };
  const asked = await saleDayAsked(turn, project, items);
  const told = hasSum ? withHints(sections, hints).map(toldInHint) : withHints(sections, hints);
  return reportAnswer(reportModel(turn, [...told, ...asked]));
}

/** Where the sum may be seen the line that keeps it to itself goes. */
const toldInHint = (section: Section): Section =>
  section.is === "written" ? { ...section, isPriceInHint: true } : section;

/** The first of what was written says also what stands beside it. */
function withHints(sections: readonly Section[], hints: readonly string[]): Section[] {
  const first = sections.findIndex(({ is }) => is === "written");
  return sections.map((section, index) =>
    index === first && section.is === "written"
      ? { ...section, hint: [section.hint, ...hints].filter(Boolean).join("\n") }
      : section,
  );
}

type Price = { yuan: number; approx?: true };
const sum = ({ yuan, approx }: Price): string => `${approx ? "约" : ""}${formatMoney(yuan)}`;

function priceHint(turn: Turn, project: Project, old: Price | undefined, now: Price): string {
  if (maySeePrice(turn.sight, project))
    return `成交价 ${old ? `${sum(old)} → ` : ""}**${sum(now)}**${old ? "（更正，原来的留在历史里）" : ""}`;
  return "成交价记下了，这里不显示；推进办的群里，或私聊我“地块”可以看。";
}

const areaWords = ({ mu, approx }: PlotArea): string => `${approx ? "约" : ""}${mu}亩`;

async function setArea(turn: Turn, { code }: Project, area: PlotArea): Promise<string> {
  const old = (await turn.tx.land.areas()).get(code);
  const [from, to] = [old ? areaWords(old) : null, areaWords(area)];
  if (from === to) return `地块面积 **${to}**（已经是这个数）`;
  await turn.tx.land.setArea(code, area);
  // The same words may hold a price, which is not for everybody who looks at changes.
  const words = hideAmounts(turn.words);
  await recordChanges({ ...turn, words }, { subject: "plot", subjectId: code, what: "地块面积", from, to });
  return `地块面积 ${from === null ? "" : `${from} → `}**${to}**`;
}
