import { html, useCallback, useState } from "preact";

const SHOWN_FOR_MS = 3500;
const MARKS = { success: "✓", info: "i", warning: "!", error: "✕" };
let nextKey = 0;

export function useToasts() {
  const [toasts, set] = useState([]);
  const toast = useCallback(({ type = "info", content }) => {
    const key = nextKey++;
    set((before) => [...before, { key, type, content }]);
    setTimeout(() => set((before) => before.filter((one) => one.key !== key)), SHOWN_FOR_MS);
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
