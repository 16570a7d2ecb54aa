import { describe, expect, it } from "vitest";
import { decodeEvent, type Identity } from "../../src/feishu/decode.js";

const identity: Identity = { appId: "cli_a", botOpenId: "ou_bot" };
const header = (type: string) => ({
  schema: "2.0",
  event_id: "ev_1",
  event_type: type,
  create_time: "1663639200000",
  token: "t",
  app_id: "cli_a",
  tenant_key: "home",
});
const user = (openId: string) => ({ open_id: openId, union_id: "on_x", user_id: null });

const message = (more: object = {}, sender: object = {}) => ({
  ...header("im.message.receive_v1"),
  sender: { sender_id: user("ou_zhang"), sender_type: "user", tenant_key: "home", ...sender },
  message: {
    message_id: "om_1",
    create_time: "1663639200000",
    chat_id: "oc_a",
    chat_type: "group",
    message_type: "text",
    content: '{"text":"@_user_1 武宁路 65%"}',
    mentions: [{ key: "@_user_1", id: user("ou_bot"), name: "靠谱", tenant_key: "home" }],
    ...more,
  },
});
const click = (action: object = { tag: "button", value: { id: 1 } }) => ({
  ...header("card.action.trigger"),
  operator: { ...user("ou_zhang"), tenant_key: "home" },
  token: "c-token",
  action,
  context: { open_message_id: "om_card", open_chat_id: "oc_a" },
});
const chat = (type: string, more: object = {}) => ({ ...header(type), chat_id: "oc_a", ...more });

const eventOf = (raw: unknown) => {
  const decoded = decodeEvent(raw, identity);
  return decoded.ok ? decoded.delivery.event : decoded.refusal;
};

describe("messages", () => {
  it("become plain values, told apart by message_id", () => {
    expect(decodeEvent(message({ parent_id: "om_0" }), identity)).toEqual({
      ok: true,
      delivery: {
        key: "om_1",
        eventId: "ev_1",
        event: {
          kind: "message",
          messageId: "om_1",
          chatId: "oc_a",
          chatType: "group",
          senderId: "ou_zhang",
          fromOutside: false,
          saidAt: 1663639200000,
          text: "武宁路 65%",
          mentions: [],
          toBot: true,
          type: "text",
          parentId: "om_0",
        },
      },
    });
  });

  it.each([
    ["a group message that mentions others", { mentions: [] }, {}, { toBot: false }],
    ["a private message", { mentions: undefined, chat_type: "p2p" }, {}, { toBot: true, chatType: "p2p" }],
    ["a topic group", { chat_type: "topic_group" }, {}, { chatType: "group" }],
    ["someone of another organisation", {}, { tenant_key: "away" }, { fromOutside: true }],
    ["a picture", { message_type: "image", content: "{}" }, {}, { type: "image", text: "" }],
    [
      "a mention without an id",
      { mentions: [{ key: "@_user_1", id: { open_id: null }, name: "x" }] },
      {},
      { toBot: false },
    ],
  ])("reads %s", (_what, more, sender, expected) => {
    expect(eventOf(message(more, sender))).toMatchObject(expected);
  });

  it("of a kind that is not known yet are taken, whatever they carry", () => {
    const strange = { message_type: "dream", content: undefined, mentions: null, parent_id: null };
    expect(eventOf(message({ ...strange, chat_type: "p2p" }))).toMatchObject({
      type: "dream",
      text: "",
      toBot: true,
    });
    const forward = { message_type: "merge_forward", content: "Merged and Forwarded Message" };
    expect(eventOf(message(forward))).toMatchObject({ type: "merge_forward", text: "" });
  });

  it.each([
    ["another bot", { sender_type: "app" }],
    ["nobody", { sender_id: null }],
  ])("of %s is not taken", (_who, sender) => {
    expect(eventOf(message({}, sender))).toBe("own-or-other-bot");
  });
});

describe("clicks", () => {
  it("carry the button's value, what was filled in, and what was chosen", () => {
    expect(decodeEvent(click(), identity)).toEqual({
      ok: true,
      delivery: {
        key: "ev_1",
        eventId: "ev_1",
        event: {
          kind: "click",
          chatId: "oc_a",
          messageId: "om_card",
          clickerId: "ou_zhang",
          fromOutside: false,
          value: { id: 1 },
        },
      },
    });
    const form = { tag: "button", name: "ok", form_value: { date: "2022-09-30 +0800", who: ["ou_1"] } };
    expect(eventOf(click(form))).toMatchObject({
      value: {},
      form: { date: "2022-09-30 +0800", who: ["ou_1"] },
    });
    const select = { tag: "select_static", value: { id: 2 }, option: "third" };
    expect(eventOf(click(select))).toMatchObject({ value: { id: 2, option: "third" } });
  });
});

describe("the life of a group", () => {
  it.each([
    [
      chat("im.chat.member.bot.added_v1", { name: "群", external: true, operator_id: user("ou_li") }),
      { kind: "joined", chatId: "oc_a", name: "群", external: true, byId: "ou_li", at: 1_663_639_200_000 },
    ],
    [
      chat("im.chat.member.bot.added_v1"),
      { kind: "joined", chatId: "oc_a", name: "", external: false, byId: "", at: 1_663_639_200_000 },
    ],
    [chat("im.chat.member.bot.deleted_v1"), { kind: "left", chatId: "oc_a", at: 1_663_639_200_000 }],
    [chat("im.chat.disbanded_v1"), { kind: "left", chatId: "oc_a", at: 1_663_639_200_000 }],
    [
      chat("im.message.recalled_v1", { message_id: "om_1" }),
      { kind: "recalled", chatId: "oc_a", messageId: "om_1" },
    ],
  ])("%# is read", (raw, event) => {
    expect(eventOf(raw)).toEqual(event);
  });
});

describe("refusals", () => {
  it.each([
    ["foreign-app", { ...message(), app_id: "cli_b" }],
    ["unknown-type", chat("application.bot.menu_v6")],
    ["unknown-shape", null],
    ["unknown-shape", "words"],
    ["unknown-shape", []],
    ["unknown-shape", {}],
    ["unknown-shape", { ...message(), event_type: 7 }],
    ["unknown-shape", { ...header("im.message.receive_v1") }],
    ["unknown-shape", message({ create_time: "yesterday" })],
    ["unknown-shape", message({ message_id: "" })],
    ["unknown-shape", message({ chat_id: undefined })],
    ["unknown-shape", message({ content: {} })],
    ["unknown-shape", { ...click(), operator: {} }],
    ["unknown-shape", { ...click(), context: undefined }],
    ["unknown-shape", { ...click(), event_id: undefined }],
    ["unknown-shape", click({ value: "words" })],
    ["unknown-shape", { ...header("im.chat.disbanded_v1") }],
    ["unknown-shape", chat("im.message.recalled_v1")],
    ["unknown-shape", { ...header("im.chat.member.bot.added_v1"), chat_id: 7 }],
  ])("%s: %#", (refusal, raw) => {
    expect(decodeEvent(raw, identity)).toEqual({ ok: false, refusal });
  });

  it("takes one tenant's events only, where that is set", () => {
    const strict = { ...identity, tenantKey: "home" };
    expect(decodeEvent(message(), strict).ok).toBe(true);
    expect(decodeEvent({ ...message(), tenant_key: "away" }, strict)).toEqual({
      ok: false,
      refusal: "foreign-tenant",
    });
    expect(decodeEvent({ ...message(), tenant_key: undefined }, strict)).toEqual({
      ok: false,
      refusal: "foreign-tenant",
    });
  });

  it("knows who clicks from outside: the header names the app's own tenant", () => {
    const by = (operator: object) => ({ ...click(), operator: { ...user("ou_zhou"), ...operator } });
    const fromOutside = (raw: unknown) => {
      const decoded = decodeEvent(raw, { ...identity, tenantKey: "home" });
      return decoded.ok && decoded.delivery.event.kind === "click" && decoded.delivery.event.fromOutside;
    };
    expect([{ tenant_key: "home" }, {}, { tenant_key: "away" }].map((one) => fromOutside(by(one)))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
