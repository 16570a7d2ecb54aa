import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, TENANT_KEY, ZHANG_WEI, ZHOU_QIANG } from "../../src/sandbox/scene.js";
import { connectBot, type TestBot } from "./bot.js";
import { button, cardOf, words } from "./cards.js";

let sandbox: Sandbox;
let bot: TestBot;

beforeEach(async () => {
  sandbox = await startSandbox({ answerWithinMs: 200 });
  bot = await connectBot(sandbox);
});
afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

async function post(card: object): Promise<string> {
  const sent = await bot.client.im.v1.message.create({
    params: { receive_id_type: "chat_id" },
    data: { receive_id: PROJECT_GROUP, msg_type: "interactive", content: JSON.stringify(card) },
  });
  return sent.data?.message_id ?? "";
}

describe("a click", () => {
  it("reaches the bot, and its toast the clicker", async () => {
    const message = await post(cardOf(words("65%"), button("撤销", { action: "undo", id: "a1" })));
    bot.onEvent = () => ({ toast: { type: "success", content: "已撤销" } });
    const toast = await sandbox.click({ by: ZHANG_WEI, message, button: "撤销" });
    expect(toast).toEqual({ type: "success", content: "已撤销" });
    expect(bot.events).toMatchObject([
      {
        event_type: "card.action.trigger",
        operator: { open_id: ZHANG_WEI, tenant_key: TENANT_KEY },
        action: { tag: "button", value: { action: "undo", id: "a1" } },
        context: { open_message_id: message, open_chat_id: PROJECT_GROUP },
      },
    ]);
  });

  it("may bring a new card, which is checked", async () => {
    const message = await post(cardOf(button("撤销")));
    bot.onEvent = () => ({ card: { type: "raw", data: cardOf(words("已撤销")) } });
    expect(await sandbox.click({ by: ZHANG_WEI, message, button: "撤销" })).toBeUndefined();
    expect(sandbox.message(message)).toMatchObject({ text: "武宁路快速化\n已撤销", patches: 1 });
    const other = await post(cardOf(button("撤销")));
    bot.onEvent = () => ({ card: { type: "raw", data: cardOf({ tag: "note" }) } });
    expect(await sandbox.click({ by: ZHANG_WEI, message: other, button: "撤销" })).toMatchObject({
      type: "error",
    });
    expect(sandbox.message(other).patches).toBe(0);
  });

  it("ends in an error toast when the bot throws, is slow, or is away; it is never sent again", async () => {
    const message = await post(cardOf(button("撤销")));
    const click = () => sandbox.click({ by: ZHANG_WEI, message, button: "撤销" });
    bot.onEvent = () => Promise.reject(new Error("no"));
    expect(await click()).toMatchObject({ type: "error", content: expect.stringMatching(/200671/) });
    bot.onEvent = () => new Promise(() => {});
    expect(await click()).toMatchObject({ type: "error", content: expect.stringMatching(/200341/) });
    await bot.close();
    expect(await click()).toMatchObject({ type: "error", content: expect.stringMatching(/200340/) });
    sandbox.clock.set(sandbox.clock.now() + 24 * 3_600_000);
    expect(bot.events).toHaveLength(2);
  });

  it("cannot be done to what is not there, is disabled, or by who is not in the chat", async () => {
    const message = await post(cardOf(button("撤销", {}, { disabled: true })));
    await expect(sandbox.click({ by: ZHANG_WEI, message, button: "确认" })).rejects.toThrow(
      /there are: 撤销/,
    );
    await expect(sandbox.click({ by: ZHANG_WEI, message, button: "撤销" })).rejects.toThrow(/disabled/);
    await expect(sandbox.click({ by: ZHOU_QIANG, message, button: "撤销" })).rejects.toThrow(
      /not in the chat/,
    );
  });
});

describe("a form", () => {
  const form = {
    tag: "form",
    name: "report",
    elements: [
      { tag: "input", name: "progress", required: true },
      { tag: "input", name: "note", default_value: "无" },
      {
        tag: "column_set",
        columns: [
          {
            tag: "column",
            elements: [
              {
                tag: "select_static",
                name: "kind",
                options: [{ text: { tag: "plain_text", content: "延期" }, value: "late" }],
              },
              { tag: "date_picker", name: "due" },
            ],
          },
        ],
      },
      button("提交", { action: "report" }, { name: "submit", form_action_type: "submit" }),
    ],
  };

  it("comes back filled in, presets included", async () => {
    const message = await post(cardOf(form));
    const filled = { progress: "65", kind: "late", due: "2022-10-15" };
    await sandbox.click({ by: ZHANG_WEI, message, button: "提交", form: filled });
    expect(bot.events[0]?.action).toMatchObject({
      name: "submit",
      form_value: { progress: "65", note: "无", kind: "late", due: "2022-10-15 +0800" },
    });
  });

  it("is refused as a client refuses it", async () => {
    const message = await post(cardOf(form));
    const submit = (filled: Record<string, string>) =>
      sandbox.click({ by: ZHANG_WEI, message, button: "提交", form: filled });
    await expect(submit({})).rejects.toThrow(/progress is required/);
    await expect(submit({ progress: "1", other: "x" })).rejects.toThrow(/no field other/);
    await expect(submit({ progress: "1", kind: "never" })).rejects.toThrow(/does not offer never/);
    expect(bot.events).toEqual([]);
  });
});
