import { html, useCallback, useState } from "preact";

const SHOWN_FOR_MS = 3500;
/** Whom to ask instead takes longer to read than 已撤销. */
const PER_CHARACTER_MS = 150;
const MARKS = { success: "✓", info: "i", warning: "!", error: "✕" };
let nextKey = 0;

export function useToasts() {
  const [toasts, set] = useState([]);
  const toast = useCallback(({ type = "info", content }) => {
    const key = nextKey++;
    set((before) => [...before, { key, type, content }]);
    const shownFor = Math.max(SHOWN_FOR_MS, content.length * PER_CHARACTER_MS);
    setTimeout(() => set((before) => before.filter((one) => one.key !== key)), shownFor);
  }, []);
  return { toasts, toast };
}

export const Toasts = ({ toasts }) => html`
  <div class="toasts" role="status" aria-live="polite">
    ${toasts.map(
      ({ key, type, content }) =>
        html`<div class=${`toast ${type}`} key=${key}><i>${MARKS[type]}</i>${content}</div>`,
    )}
  </div>
`;
