import { echoBot, kaopu } from "./bots.js";
import { burst, busySandbox, median, percentile, steady } from "./load.js";
import { startTimes } from "./start-time.js";
import { understanding } from "./understanding.js";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const MESSAGES = 3000;
const ROUNDS = 4;
/** messages before the count begins, so that neither is measured while its code is still cold */
const WARM_UP = 3000;

/** Whole way against a bare echo, in turn, in one run: the machine's mood meets both alike. */
async function throughput(): Promise<void> {
  const { sandbox, chats } = await busySandbox();
  const ours: number[] = [];
  const echo: number[] = [];
  let spent = "";
  for (let round = 0; round <= ROUNDS; round++) {
    const bare = await echoBot(sandbox);
    await burst(sandbox, chats, { from: 0, count: WARM_UP, round });
    const bareBefore = bare.cpu();
    const bareResult = await burst(sandbox, chats, { from: WARM_UP, count: MESSAGES, round });
    const bareCpu = bare.cpu() - bareBefore;
    await bare.stop();
    const bot = await kaopu(sandbox);
    await burst(sandbox, chats, { from: 0, count: WARM_UP, round });
    const before = bot.cpu();
    const result = await burst(sandbox, chats, { from: WARM_UP, count: MESSAGES, round });
    const cpu = bot.cpu() - before;
    const memory = bot.memory();
    await bot.stop();
    // The first round warms up the sandbox's code and is not counted.
    if (round === 0) continue;
    ours.push(result.perSecond);
    echo.push(bareResult.perSecond);
    spent = `processor time a message: ${((cpu / MESSAGES) * 1000).toFixed(2)} ms (echo: ${((bareCpu / MESSAGES) * 1000).toFixed(2)} ms); memory after the load: ${memory.toFixed(0)} MB`;
    say(
      `  round ${round}: kaopu ${result.perSecond.toFixed(0)}/s, echo ${bareResult.perSecond.toFixed(0)}/s, ratio ${(result.perSecond / bareResult.perSecond).toFixed(2)}`,
    );
  }
  const ratios = ours.map((value, index) => value / (echo[index] ?? Number.NaN));
  say(
    `whole way: median ${median(ours).toFixed(0)} messages/s, echo ${median(echo).toFixed(0)}/s, ratio median ${median(ratios).toFixed(2)} (wanted: at least 0.35)`,
  );
  say(spent);
  await sandbox.close();
}

async function acknowledgement(): Promise<void> {
  const { sandbox, chats } = await busySandbox();
  const bot = await kaopu(sandbox);
  await steady(sandbox, chats, 100, 2, 1);
  const times = await steady(sandbox, chats, 100, 15, 2);
  say(
    `event to acknowledgement at 100 messages/s: median ${median(times).toFixed(1)} ms, p99 ${percentile(times, 99).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms (wanted: p99 under 50 ms)`,
  );
  say(`memory after it: ${bot.memory().toFixed(0)} MB (wanted: under 200 MB)`);
  await bot.stop();
  await sandbox.close();
}

say("The sending limits are off in bot and sandbox: these are not the speeds of the platform.");
await throughput();
await acknowledgement();
await startTimes(say);
understanding(say);
process.exit(0);
