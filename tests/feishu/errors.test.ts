import { describe, expect, it } from "vitest";
import { isKnown, meaningOf, verdictOf } from "../../src/feishu/errors.js";

describe("verdicts", () => {
  it.each([
    ["retry", [99991400, 230020, 230049]],
    ["token", [99991661, 99991663, 99991668]],
    ["no-original", [230011, 230110]],
    ["chat-gone", [230002, 232009]],
    ["permanent", [230001, 230006, 230013, 230018, 230025, 230027, 230029, 230034, 230035, 230053, 230099]],
    ["permanent", [424242]],
    ["blocked", [99991401, 99991403, 99991672]],
  ])("%s: %s", (verdict, codes) => {
    for (const code of codes) expect(verdictOf(code)).toBe(verdict);
  });
});

describe("meanings", () => {
  it("are Chinese sentences with the code", () => {
    expect(meaningOf(230002, "The bot can not be outside the group.")).toBe("机器人不在群里（230002）");
  });

  it("name the scope that is missing", () => {
    const message =
      "Access denied. One of the following scopes is required: [im:message, im:message:send_as_bot].应用尚未开通所需的应用身份权限：[im:message, im:message:send_as_bot]";
    expect(meaningOf(99991672, message)).toBe("应用缺少权限：im:message、im:message:send_as_bot（99991672）");
  });

  it("of an unknown code are the platform's own words, cut short", () => {
    expect(meaningOf(424242, "x".repeat(500))).toBe(`平台返回 424242：${"x".repeat(120)}`);
    expect([isKnown(424242), isKnown(undefined), isKnown(230020), isKnown(230099)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
