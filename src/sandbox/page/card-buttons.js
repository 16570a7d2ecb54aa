import { html, useState } from "preact";
import { textOf } from "./card-text.js";
import { useDismiss } from "./dismiss.js";

const linkOf = (part) => {
  const url = part.behaviors?.find((behavior) => behavior.type === "open_url")?.default_url;
  return /^https?:\/\//i.test(url ?? "") ? url : undefined;
};

export function Button({ part, path, place, form }) {
  const waiting = place.pending === path.join();
  const calls =
    part.behaviors?.some((behavior) => behavior.type === "callback") || part.form_action_type === "submit";
  const press = () => {
    if (part.form_action_type === "reset") form?.reset();
    const link = linkOf(part);
    if (link) window.open(link, "_blank", "noopener,noreferrer");
    if (!calls) return;
    const filled = part.form_action_type === "submit" ? form?.check() : {};
    if (filled === undefined) return;
    place.ask(part, () => place.touch(path, form ? { form: filled } : {}));
  };
  const kind = String(part.type ?? "default").replace(/[^a-z_]/g, "");
  return html`
    <button
      type="button"
      class=${`card-button ${kind} size-${part.size ?? "medium"} ${part.width === "fill" ? "fill" : ""} ${waiting ? "waiting" : ""}`}
      disabled=${part.disabled === true || place.pending !== null}
      title=${textOf(part.disabled ? part.disabled_tips : part.hover_tips)}
      onClick=${press}
    >
      ${textOf(part.text)}
    </button>
  `;
}

/** The three dots with a menu behind them. */
export function Overflow({ part, path, place }) {
  const [open, setOpen] = useState(false);
  const holder = useDismiss(open, () => setOpen(false));
  const choose = (option) => {
    setOpen(false);
    place.ask(part, () => place.touch(path, { option: option.value }));
  };
  return html`
    <span class="overflow" ref=${holder}>
      <button type="button" class="card-button" aria-label="更多" aria-expanded=${open} onClick=${() => setOpen(!open)}>···</button>
      ${
        open &&
        html`<span class="menu">
          ${part.options?.map((option) => html`<button type="button" onClick=${() => choose(option)}>${textOf(option.text)}</button>`)}
        </span>`
      }
    </span>
  `;
}
