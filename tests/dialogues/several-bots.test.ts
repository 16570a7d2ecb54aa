import { describe, expect, it, vi } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** The platform gives each event to one of the app's connections at random. */
describe("three bots on one PostgreSQL", async () => {
  const office = await Office.open({ on: "postgres" });
  await office.startAnother();
  await office.startAnother();
  const { sandbox, store, li, zhang } = office;
  const ytd = async () => (await store.read.ledger.figures("S-06")).years[2022]?.ytd["2022-09"]?.yuan ?? 0;
  const voices = [zhang, zhang.privately, li, li.in(OFFICE_GROUP), li.privately];
  const ROUNDS = 12;

  it("do not lose a figure of a project that several chats report on at once", async () => {
    expect(sandbox.control.connections()).toBe(3);
    await zhang.says("武宁路 9月累计完成9000万").gets("9000万");
    const before = await ytd();
    const said = [];
    let sum = 0;
    // The same sum twice from one person would be asked about.
    for (let round = 1; round <= ROUNDS; round++)
      for (const [index, voice] of voices.entries()) {
        const amount = round * voices.length + index;
        sum += amount;
        said.push(voice.says(`武宁路又完成${amount}万`).said);
      }
    for (const { messageId } of said)
      expect(await sandbox.answersTo(messageId, { withinMs: 15_000 })).toHaveLength(1);
    expect((await ytd()) - before).toBe(sum * 10_000);
  });

  it("answer within a chat in the order in which it was said", async () => {
    const said: string[] = [];
    for (let percent = 61; percent <= 90; percent++) {
      said.push(zhang.says(`武宁路 ${percent}%`).said.messageId);
      // Acknowledged, not yet answered: what follows may go to another bot.
      await vi.waitFor(() => expect(sandbox.control.pending()).toEqual([]), { interval: 1 });
    }
    for (const messageId of said) await sandbox.answersTo(messageId, { withinMs: 15_000 });
    const answered = sandbox
      .messages(PROJECT_GROUP)
      .flatMap(({ fromBot, parentId }) => (fromBot && parentId) || []);
    expect(answered.filter((id) => said.includes(id))).toEqual(said);
    const history = await store.read.ledger.ofProject("S-06");
    const written = history.flatMap((one) =>
      one.measure === "percent" && one.source === "chat" ? [one.value] : [],
    );
    expect(written).toEqual(said.map((_, index) => 61 + index));
  });

  const REPORT = ["武宁路 91%", "敦煌南路 31%", "武南路 41%", "昭骁路 51%", "皋兰山路 61%"];

  it("show what a pasted report would write without waiting for whoever writes", async () => {
    await store.transaction(async (tx) => {
      await tx.ledger.figures("S-06");
      await li.says(REPORT.join("\n")).gets("全部记入", "91%");
    });
  });

  it("write several projects of two messages in one order", async () => {
    // Whoever goes by the order of the text has the first one and waits here for the second one.
    const voice = li.in(OFFICE_GROUP);
    let said: string[] = [];
    await store.transaction(async (tx) => {
      await tx.ledger.figures("R-01");
      said = ["武宁路 92%，敦煌南路 32%，武南路 42%", "武南路 43%，敦煌南路 33%，武宁路 93%"].map(
        (words, index) => (index === 0 ? li : voice).says(words).said.messageId,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    const since = performance.now();
    for (const messageId of said) await sandbox.answersTo(messageId, { withinMs: 15_000 });
    // PostgreSQL looks for a deadlock once somebody has waited for a second.
    expect(performance.now() - since).toBeLessThan(750);
  });

  it("post once what is due", async () => {
    const posted = await office.posted("2022-09-26T09:30:00+08:00");
    expect(posted.filter(({ text }) => text.includes("滞后"))).toHaveLength(1);
  });

  it("go on sending when the one that sends is stopped", async () => {
    await office.restart();
    await zhang.says("查武宁路").gets("武宁路");
  });
});
