import { html } from "preact";
import { Markdown } from "./markdown.js";

export const textOf = (text) => (typeof text === "string" ? text : (text?.content ?? ""));

const colourClass = (colour) =>
  colour && colour !== "default" ? `coloured hue-${String(colour).replace(/[^a-z].*$/, "")}` : "";
export const sizeClass = (size) => (size ? `size-${String(size).replace(/[^a-z0-9-]/g, "")}` : "");

/** `plain_text` as it is, `lark_md` and `markdown` read. */
export function Text({ text, state }) {
  if (text?.tag === "lark_md" || text?.tag === "markdown") {
    return html`<${Markdown} source=${textOf(text)} state=${state} />`;
  }
  const classes = ["plain", sizeClass(text?.text_size), colourClass(text?.text_color)].join(" ");
  return html`<span class=${classes}>${textOf(text)}</span>`;
}
