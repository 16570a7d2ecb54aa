import { useLayoutEffect, useRef } from "preact";

/** For what pops up over the page: Escape and a press anywhere else close it. The ref goes on what holds it. */
export function useDismiss(open, close) {
  const holder = useRef(null);
  useLayoutEffect(() => {
    if (!open) return undefined;
    const onKey = (event) => {
      if (event.key !== "Escape") return;
      close();
      // What had the focus goes away; the button that opened it comes next.
      holder.current?.querySelector("[aria-expanded]")?.focus();
    };
    const onPress = (event) => {
      if (!holder.current?.contains(event.target)) close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [open]);
  return holder;
}
