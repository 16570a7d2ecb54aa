/** A card of these elements, as a bot would send it. */
export function cardOf(...elements: object[]): Record<string, unknown> {
  return {
    schema: "2.0",
    config: { update_multi: true },
    header: { title: { tag: "plain_text", content: "武宁路快速化" }, template: "blue" },
    body: { elements },
  };
}

export const words = (content: string): object => ({ tag: "markdown", content });

export const button = (content: string, value: object = { id: 1 }, more: object = {}): object => ({
  tag: "button",
  text: { tag: "plain_text", content },
  behaviors: [{ type: "callback", value }],
  ...more,
});
