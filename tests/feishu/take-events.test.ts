import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type EventHandler, longConnection } from "../../src/feishu/long-connection.js";
import { takeEvents } from "../../src/feishu/take-events.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import {
  BOT_OPEN_ID,
  EXTERNAL_GROUP,
  PROJECT_GROUP,
  TENANT_KEY,
  ZHANG_WEI,
  ZHOU_QIANG,
} from "../../src/sandbox/scene.js";
import { clientOf } from "../sandbox/bot.js";
import { button, cardOf } from "../sandbox/cards.js";
import { listeningLog } from "./log.js";

const take = vi.fn();
const listening = listeningLog();
let sandbox: Sandbox;
let close: () => void;

beforeEach(async () => {
  take.mockReset().mockResolvedValue(undefined);
  listening.lines.length = 0;
  sandbox = await startSandbox({ answerWithinMs: 500 });
  const { appId, appSecret, url: domain } = sandbox;
  const identity = { appId, botOpenId: BOT_OPEN_ID, tenantKey: TENANT_KEY };
  const handle: EventHandler = takeEvents({ bot: { take }, identity, log: listening.log });
  ({ close } = await longConnection({ appId, appSecret, domain }, handle, listening.log));
});
afterEach(async () => {
  close();
  await sandbox.close();
});

const say = (more: object = {}) =>
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路 65%", mentionBot: true, ...more });
const outcome = (eventId = "") => sandbox.waitFor(() => sandbox.control.attempts(eventId).at(-1)?.outcome);

it("hands an event over as one plain value", async () => {
  const { messageId, eventId } = say();
  expect(await outcome(eventId)).toBe("acknowledged");
  expect(take).toHaveBeenCalledExactlyOnceWith({
    key: messageId,
    eventId,
    event: expect.objectContaining({ kind: "message", text: "武宁路 65%", toBot: true, senderId: ZHANG_WEI }),
  });
});

it("acknowledges what is not for the bot without effect, and logs which it was", async () => {
  const foreign = [say({ header: { tenant_key: "away" } }), say({ header: { app_id: "cli_b" } })];
  for (const { eventId } of foreign) expect(await outcome(eventId)).toBe("acknowledged");
  expect(take).not.toHaveBeenCalled();
  expect(listening.lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: "event-foreign-tenant", eventId: foreign[0]?.eventId }),
      expect.objectContaining({ code: "event-foreign-app", type: "im.message.receive_v1" }),
    ]),
  );
});

it("lets the platform send again what could not be kept", async () => {
  take.mockRejectedValueOnce(new Error("disk full"));
  const { eventId, messageId } = say();
  expect(await outcome(eventId)).toBe("refused");
  expect(listening.lines.find(({ code }) => code === "event-not-kept")).toMatchObject({ key: messageId });
  sandbox.clock.set(sandbox.clock.now() + 16_000);
  await sandbox.waitFor(() => (sandbox.control.attempts(eventId ?? "").length === 2 ? true : undefined));
  expect(take).toHaveBeenCalledTimes(2);
});

it("knows in an outside group who clicks from outside", async () => {
  take.mockResolvedValue({ text: "好的", tone: "success" });
  const message = await card();
  for (const [by, fromOutside] of [
    [ZHOU_QIANG, true],
    [ZHANG_WEI, false],
  ] as const) {
    expect(await sandbox.click({ by, message, button: "撤销" })).toEqual({
      type: "success",
      content: "好的",
    });
    expect(take).toHaveBeenLastCalledWith(
      expect.objectContaining({
        event: expect.objectContaining({ kind: "click", clickerId: by, fromOutside }),
      }),
    );
  }
});

/** A card with one button in the outside group. */
async function card(): Promise<string> {
  const data = {
    receive_id: EXTERNAL_GROUP,
    msg_type: "interactive",
    content: JSON.stringify(cardOf(button("撤销", { id: 1 }))),
  };
  const sent = await clientOf(sandbox).im.v1.message.create({ params: { receive_id_type: "chat_id" }, data });
  return sent.data?.message_id ?? "";
}
