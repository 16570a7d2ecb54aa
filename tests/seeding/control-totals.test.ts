import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { seedProjects } from "../../src/seeding/seed-projects.js";
import { openStore } from "../../src/store/store.js";

it("the document's control totals are kept in 元, with everything else that it says of them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-seeding-"));
  const store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  await store.transaction((tx) => seedProjects(tx, Date.parse("2022-09-20T10:00:00+08:00")));
  expect(await store.read.projects.controlTotals(2022)).toEqual(
    expect.arrayContaining([
      {
        class: "市属重大",
        projects: 11,
        formal: 10,
        reserve: 1,
        totalYuan: 24_270_000_000,
        yearYuan: 2_370_000_000,
        scope: "不含架空线入地和箱杆整治工程",
      },
      { class: "土地出让", amountYuan: 20_000_000_000, approx: true },
      { class: "土地收储", mu: 140, fundsYuan: 3_000_000_000, approx: true },
    ]),
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
