import { html, useEffect, useState } from "preact";
import { dayOf, fromInput, nextMondayAt, timeOf, toInput, tomorrowAt, weekdayOf, yearOf } from "./dates.js";
import { useDismiss } from "./dismiss.js";
import { setClock } from "./server.js";
import { now } from "./state.js";

const LEAPS = [
  ["+1 小时", (present) => present + 3_600_000],
  ["到明天 09:00", (present) => tomorrowAt(present, 9, 0)],
  ["下周一 09:10", (present) => nextMondayAt(present, 9, 10)],
];

/** The sandbox's time, and how to put it forward. */
export function ClockBar({ state, warn }) {
  const [, tick] = useState(0);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  const holder = useDismiss(open, () => setOpen(false));
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const present = now(state);
  const leap = async (to) => {
    try {
      await setClock(to);
      setOpen(false);
    } catch (error) {
      warn(error);
    }
  };
  const submit = (event) => {
    event.preventDefault();
    if (wanted) leap(fromInput(wanted));
  };
  return html`
    <div class="clock" ref=${holder}>
      <button class="now" aria-expanded=${open} title="拨快沙盒的时钟" onClick=${() => setOpen(!open)}>
        <span class="date"><span class="year">${yearOf(present)}</span>${dayOf(present)} ${weekdayOf(present)}</span><b>${timeOf(present)}</b><i class="caret"></i>
      </button>
      ${
        open &&
        html`
          <div class="leaps">
            <p>把时钟拨快，看看靠谱会自己说什么。只能往前，不能往回。</p>
            <div>${LEAPS.map(([words, to]) => html`<button onClick=${() => leap(to(present))}>${words}</button>`)}</div>
            <form onSubmit=${submit}>
              <input
                type="datetime-local"
                aria-label="拨到"
                min=${toInput(present + 60_000)}
                value=${wanted}
                onInput=${(event) => setWanted(event.target.value)}
              />
              <button disabled=${!wanted}>拨到这时</button>
            </form>
          </div>
        `
      }
    </div>
  `;
}
