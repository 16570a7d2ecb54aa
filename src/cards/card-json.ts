import type { Block, CardView, Tone } from "./card.js";
import { type Element, elementsOf, type Stamp } from "./elements.js";
import { plain } from "./typed.js";

const TEMPLATES: Record<Tone, string> = {
  blue: "blue",
  green: "green",
  orange: "orange",
  red: "red",
  grey: "grey",
};
/** bytes of the platform's limit that are kept free */
const LARGEST = 28_000;
const MOST_ELEMENTS = 180;
/** bytes of one markdown block: several still find room on the card */
const LARGEST_BLOCK = 12_000;
const TITLE = 60;
const CUT_SHORT = "内容较多，这里没有显示完。可以按项目名分开查看。";

/**
 * The platform's card JSON 2.0, always within its limits: blocks that find no room are left out and the
 * card says so. The last row of buttons stays, for it holds the way on (撤销, 下一页).
 */
export function cardJson(view: CardView, stamp: Stamp): string {
  const blocks = view.blocks.map(shortened);
  const made = blocks.map((block) => elementsOf(block, stamp));
  const last = blocks.findLastIndex((block) => block.is === "buttons" && block.buttons.length > 0);
  const whole = JSON.stringify(build(view, made.flat(), stamp));
  if (Buffer.byteLength(whole) <= LARGEST && countTags(whole) <= MOST_ELEMENTS) return whole;

  const cut = elementsOf({ is: "note", md: CUT_SHORT }, stamp);
  const rest = new Room(build(view, [], stamp));
  const way = made[last] ?? [];
  const keepsWay = rest.take(cut) && rest.take(way);
  const kept: Element[] = [];
  for (const [index, elements] of made.entries()) {
    if (index === last && keepsWay) continue;
    if (!rest.take(elements)) break;
    kept.push(...elements);
  }
  return JSON.stringify(build(view, [...kept, ...cut, ...(keepsWay ? way : [])], stamp));
}

/** What is left of a card's bytes and elements. */
class Room {
  private bytes: number;
  private elements: number;

  constructor(frame: Element) {
    const json = JSON.stringify(frame);
    this.bytes = LARGEST - Buffer.byteLength(json);
    this.elements = MOST_ELEMENTS - countTags(json);
  }

  /** Takes the room that the elements need; false when there is not so much. */
  take(elements: readonly Element[]): boolean {
    const json = JSON.stringify(elements);
    const bytes = Buffer.byteLength(json);
    const tags = countTags(json);
    if (bytes > this.bytes || tags > this.elements) return false;
    this.bytes -= bytes;
    this.elements -= tags;
    return true;
  }
}

const countTags = (json: string): number => json.match(/"tag":/g)?.length ?? 0;

/** A block longer than all others together would find no room is cut at the end of a line. */
function shortened(block: Block): Block {
  if ((block.is !== "text" && block.is !== "note") || Buffer.byteLength(block.md) <= LARGEST_BLOCK)
    return block;
  const kept: string[] = [];
  let bytes = 0;
  for (const line of block.md.split("\n")) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > LARGEST_BLOCK) break;
    kept.push(line);
  }
  return { ...block, md: [...kept, "……"].join("\n") };
}

function build(view: CardView, elements: Element[], stamp: Stamp): Element {
  const title = plain(view.title, TITLE);
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: title } },
    header: {
      title: { tag: "plain_text", content: title },
      ...(view.subtitle ? { subtitle: { tag: "plain_text", content: plain(view.subtitle, TITLE) } } : {}),
      ...(stamp.label
        ? {
            text_tag_list: [
              { tag: "text_tag", text: { tag: "plain_text", content: stamp.label }, color: "orange" },
            ],
          }
        : {}),
      template: TEMPLATES[view.tone],
    },
    body: { elements },
  };
}
