import { html } from "preact";

const COLOURS = ["blue", "teal", "orange", "violet", "green", "rose", "indigo", "brown"];

/** One colour a person, always the same. */
function colourOf(id) {
  return COLOURS[(Number.parseInt(id.slice(-4), 16) || 0) % COLOURS.length];
}

export function Avatar({ id, name, bot = false, group = false }) {
  if (bot) return html`<span class="avatar bot" aria-hidden="true"><img src="icon.svg" alt="" /></span>`;
  const letters = group ? name.slice(0, 2) : name.slice(-2);
  return html`<span class=${`avatar ${colourOf(id)} ${group ? "group" : ""}`} aria-hidden="true">${letters}</span>`;
}

export const Badge = ({ count }) =>
  count > 0 && html`<span class="badge" aria-label=${`${count} 条未读`}>${count > 99 ? "99+" : count}</span>`;
