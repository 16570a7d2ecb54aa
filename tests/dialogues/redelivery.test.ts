import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

const HOUR = 3_600_000;

describe("an event that comes again", async () => {
  const office = await Office.open();
  const { zhang, sandbox, store } = office;
  const { control, clock } = sandbox;
  const percent = async () => (await store.read.ledger.figures("S-06")).percent?.value;

  async function comesAgain(eventId: string | undefined): Promise<void> {
    expect(await control.redeliver(eventId ?? "")).toBe("acknowledged");
    await office.settled();
  }

  it("at once has no second effect and no second answer", async () => {
    control.doubleNext();
    const { said } = zhang.says("武宁路又完成500万");
    await sandbox.answersTo(said.messageId);
    await comesAgain(said.eventId);
    expect(await sandbox.answersTo(said.messageId)).toHaveLength(1);
    const own = (await store.read.ledger.ofProject("S-06")).filter(
      ({ messageId }) => messageId === said.messageId,
    );
    expect(own).toHaveLength(1);
  });

  it("hours later, after a restart, neither", async () => {
    const { said } = zhang.says("武宁路 65%");
    await sandbox.answersTo(said.messageId);
    await zhang.says("撤销").gets("65% → 60%");
    await office.restart(() => clock.set(clock.now() + 7 * HOUR));
    await comesAgain(said.eventId);
    expect(await percent()).toBe(60);
    expect(await sandbox.answersTo(said.messageId)).toHaveLength(1);
  });

  it("after the acknowledgement was lost, the platform's own second delivery neither", async () => {
    control.ignoreAnswers(1);
    const { said } = zhang.says("武宁路 66%");
    await sandbox.answersTo(said.messageId);
    await office.settled();
    clock.set(clock.now() + 20_000);
    await sandbox.waitFor(() => (control.attempts(said.eventId ?? "").length > 1 ? true : undefined));
    await office.settled();
    expect(await sandbox.answersTo(said.messageId)).toHaveLength(1);
    expect(await percent()).toBe(66);
  });

  it("said while the bot was down is answered once it is up", async () => {
    let messageId = "";
    await office.restart(() => {
      messageId = zhang.says("武宁路 67%").said.messageId;
    });
    clock.set(clock.now() + 20_000);
    const [answer] = await sandbox.answersTo(messageId);
    expect(answer?.text).toContain("66% → 67%");
  });
});
