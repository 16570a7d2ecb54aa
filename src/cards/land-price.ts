import type { LampPart } from "../domain/lamp-part.js";
import type { Figures, YearFigures } from "../domain/ledger-figures.js";
import type { Assessed } from "../domain/portfolio.js";
import type { Block, Button, CardView } from "./card.js";
import { hideAmounts, withoutMoney } from "./hide-money.js";

/** 成交价, 楼板价 …: an amount said beside one of these is the price of land, whoever typed it. */
const OF_PRICE =
  /成交|楼[板面]价|地价|土地(?:总?价|款)|出让(?:总?价|金|款|收入)|(?:起[拍始叫]|竞得|挂牌|保留|最高限)价|溢价|底价|竞得|拍[得出下]|摘[得牌]/;
/** The year's plan for all plots together is published. */
const PUBLISHED = /控制数/;
/** A comma within a number ends no clause. */
const CLAUSES = /(?<=[，。；;！!？?\n　|])|(?<=,)(?!\d)/;

/** Leaves prices of land out of a text, where they are said to be such; all else stays. */
export function hideLandPrices(text: string): string {
  if (!OF_PRICE.test(text)) return text;
  return text
    .split(CLAUSES)
    .map((clause) => (OF_PRICE.test(clause) && !PUBLISHED.test(clause) ? bared(clause) : clause))
    .join("");
}

/** From the starting price and 溢价率20% the price could be reckoned. */
const bared = (clause: string): string =>
  hideAmounts(clause).replace(/(?<=溢价[^，。；]{0,6}?)\d+(?:\.\d+)?\s*[%％]/g, "（略）");

/** The same on all of a card: what people typed may stand anywhere on it. */
export function withoutLandPrices(view: CardView): CardView {
  return {
    ...view,
    title: hideLandPrices(view.title),
    ...(view.subtitle === undefined ? {} : { subtitle: hideLandPrices(view.subtitle) }),
    blocks: view.blocks.map(bare),
  };
}

function bare(block: Block): Block {
  switch (block.is) {
    case "text":
    case "note":
      return { ...block, md: hideLandPrices(block.md) };
    case "beside":
      return { ...block, md: block.md.map(hideLandPrices) };
    case "line":
      return { ...block, md: hideLandPrices(block.md), button: bareButton(block.button) };
    case "buttons":
      return { ...block, buttons: block.buttons.map(bareButton) };
    default:
      return block;
  }
}

const bareButton = (button: Button): Button => ({ ...button, label: hideLandPrices(button.label) });

/** A plot for sale as it may be shown where prices may not: its steps and its lamps, and no sum. */
export function withoutPrices(one: Assessed): Assessed {
  const { figures, lamp } = one;
  const { total: _, price: __, note, years, ...rest } = figures;
  const bared: Figures = {
    ...rest,
    ...(note ? { note: { ...note, text: hideAmounts(note.text) } } : {}),
    years: Object.fromEntries(Object.entries(years).map(([year, each]) => [year, withoutSums(each)])),
  };
  const parts = Object.fromEntries(
    Object.entries(lamp.parts).map(([name, part]) => [name, withoutAmounts(part)]),
  ) as typeof lamp.parts;
  return { ...one, figures: bared, lamp: { ...lamp, parts, why: lamp.why.map(withoutMoney) } };
}

const withoutSums = ({ plan: _, funds: __, quiet: ___, ...rest }: YearFigures): YearFigures => ({
  ...rest,
  ytd: {},
  months: {},
});

const withoutAmounts = (part: LampPart): LampPart => ({
  ...part,
  text: withoutMoney(part.text),
  detail: withoutMoney(part.detail),
});
