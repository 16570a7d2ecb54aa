import { started } from "./bots.js";
import { median } from "./load.js";

const STARTS = 5;

/** `npm start` with nothing changed: from the process's start to the printed address, sandbox included. */
export async function startTimes(say: (line: string) => void): Promise<void> {
  const times: number[] = [];
  let memory = 0;
  for (let n = 0; n <= STARTS; n++) {
    const bot = await started({ PORT: "0", SANDBOX_PORT: "0" }, () => {});
    memory = bot.memory();
    await bot.stop();
    if (n > 0) times.push(bot.upAfter);
  }
  say(
    `start to ready, sandbox included: median ${(median(times) / 1000).toFixed(2)} s of ${STARTS} (wanted: under 3 s); memory of the bot ${memory.toFixed(0)} MB`,
  );
}
