import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { Office } from "../support/office.js";

// September closes on Saturday 8 October 2022 at midnight; its card is live for seven days.
describe("报送进度 that changes in place", async () => {
  const office = await Office.open();
  const { li, store } = office;
  let card: SeenMessage;
  const now = () => office.sandbox.message(card.messageId);

  it("says thank you when all is there", async () => {
    const [posted] = (await office.posted("2022-10-08T16:59:00+08:00")).filter(({ text }) =>
      text.includes("9月进度还差"),
    );
    card = posted as SeenMessage;
    for (const { project, figures } of await store.read.projects.standings(2022))
      if (!figures.reported.includes("2022-09") && project.firstMonth <= "2022-09")
        await li.says(`${project.name} 9月无变化`).gets(/.+/);
    await office.isNow("2022-10-08T17:20:00+08:00");
    expect(now().text).toMatch(/9月进度报齐了[\s\S]*34个项目都已报/);
  });

  it("takes that back with a report that is taken back", async () => {
    await li.says("撤销").gets("已撤销");
    await office.isNow("2022-10-08T17:30:00+08:00");
    expect(now().text).toMatch(/9月进度还差1家单位[\s\S]*已报33个，还差1个；10月8日24点关账/);
  });

  it("says that the month has closed, though nobody has reported since", async () => {
    await office.isNow("2022-10-09T08:00:00+08:00");
    expect(now().text).toContain("已报33个，还差1个；10月8日已关账，补报仍然收");
  });

  it("is not touched while nothing changes", async () => {
    const { patches } = now();
    await office.isNow("2022-10-09T12:00:00+08:00");
    await office.isNow("2022-10-10T12:00:00+08:00");
    expect(now().patches).toBe(patches);
  });

  it("stays as it is when its time is over", async () => {
    await office.isNow("2022-10-15T17:10:00+08:00");
    expect(await store.read.liveCards.open(office.sandbox.clock.now())).toEqual([]);
  });
});
