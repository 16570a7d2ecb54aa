import { describe, expect, it } from "vitest";
import type { CardView } from "../../src/cards/card.js";
import { stillMissingCard } from "../../src/cards/chase/still-missing-card.js";
import { unitsCard } from "../../src/cards/chase/units-card.js";
import type { Assessed } from "../../src/domain/portfolio.js";

const unit = (index: number) => `单位${index}号`;
const units = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ unit: unit(index), count: 1 }));
const missing = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => ({ project: { name: `工程${index}`, unit: unit(index) } }) as Assessed,
  );

const named = ({ blocks }: CardView) => JSON.stringify(blocks).match(/单位\d+号/g) ?? [];
const labels = ({ blocks }: CardView) =>
  blocks.flatMap((block) => (block.is === "buttons" ? block.buttons.map(({ label }) => label) : []));

const asked = { month: "2022-09", closes: "2022-10-08", isClosed: true, today: "2022-10-11", owed: 900 };
const told = { people: 0, untold: 300 };

const cards: [string, (count: number, page: number) => CardView][] = [
  ["报送进度", (count, page) => unitsCard(asked, units(count), page)],
  [
    "漏报清单",
    (count, page) =>
      stillMissingCard({ what: "9月进度", missing: missing(count), units: units(count), told, page }),
  ],
];

describe.each(cards)("%s", (_name, draw) => {
  it("names eight units, and the rest behind a button", () => {
    const first = draw(300, 1);
    expect(named(first)).toEqual(units(8).map((one) => one.unit));
    expect(labels(first)).toContain("下一页");
    expect(labels(first)).not.toContain("上一页");
    expect(JSON.stringify(first)).toContain("第1／38页");
    // 300 = 37 × 8 + 4
    expect(named(draw(300, 38))).toEqual(["单位296号", "单位297号", "单位298号", "单位299号"]);
    expect(JSON.stringify(first).length).toBeLessThan(3000);
  });

  it("has no pages where eight are all; and shows the last page when there are fewer than there were", () => {
    expect(labels(draw(8, 1)).filter((label) => label.endsWith("页"))).toEqual([]);
    expect(named(draw(9, 5))).toEqual(["单位8号"]);
  });

  it("says thank you when none is left", () => {
    expect(draw(0, 1)).toMatchObject({ tone: "green", title: expect.stringContaining("报齐了") });
  });
});

describe("漏报清单: who was told", () => {
  it.each([
    [{ people: 0, untold: 3 }, "还没有私下提醒到人。"],
    [{ people: 2, untold: 0 }, "已私下提醒过2人。"],
    [{ people: 2, untold: 1 }, "已私下提醒过2人，有1个项目没有提醒到人。"],
  ])("%j", (told, words) => {
    const card = stillMissingCard({ what: "9月进度", missing: missing(3), units: units(3), told, page: 1 });
    expect(JSON.stringify(card)).toContain(words);
  });
});
