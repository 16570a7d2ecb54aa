import { tickingClock } from "../clock.js";
import type { Step } from "../compose.js";
import { openStore } from "../store/store.js";
import { type Door, lookTwice, startBot } from "./bot-under-play.js";

/** What the play tells this process to be. */
export interface Part {
  door: Door;
  database: string;
  /** epoch ms */
  now: number;
}

/** What the play asks of it; answered with `done` when it is done. */
export interface Order {
  is: "follow" | "look";
  /** epoch ms */
  now: number;
  /** the step at which it dies in this look, as if the machine had */
  diesAt?: Step;
}

const part = JSON.parse(process.env.PART ?? "{}") as Part;
const clock = tickingClock(part.now);
let diesAt: Step | undefined;
const bot = await startBot(part.door, await openStore(part.database), clock, {
  step: (name) => {
    if (name === diesAt) process.kill(process.pid, "SIGKILL");
  },
});
process.on("message", async (order: Order) => {
  if (order.now > clock.now()) clock.set(order.now);
  diesAt = order.diesAt;
  if (order.is === "look") await lookTwice(bot);
  process.send?.("done");
});
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
