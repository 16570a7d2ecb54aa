import { cac } from "cac";
import { botHere } from "./bot-under-play.js";
import { faultsOf, keyOf } from "./faults.js";
import { MortalBot } from "./mortal-bot.js";
import { play } from "./play.js";
import { BEGINS, ENDS, type Stage, setStage } from "./year.js";

interface Options {
  kills: number;
  seed: number;
  from: string;
  until: string;
}

const cli = cac("simulate:restarts");
cli
  .command("", "演一遍，再演一遍并多次 kill -9，两遍的定时消息要一样")
  .option("--kills <n>", "杀几次", { default: 50 })
  .option("--seed <n>", "换一个数就换一批时点", { default: 1 })
  .option("--from <day>", "从哪天演起", { default: BEGINS })
  .option("--until <day>", "演到哪天", { default: ENDS })
  .action(run);
cli.help();
cli.parse();

async function run({ kills, seed, from, until }: Options): Promise<void> {
  const undisturbed = await playedBy(from, until, async (stage) => {
    const bot = await botHere(stage.sandbox, stage.store);
    return { bot, before: () => {} };
  });
  // Killed where something is to be posted: at any other instant there is nothing to lose.
  const at = drawn(undisturbed.instants, kills, seed);
  let count = 0;
  const killed = await playedBy(from, until, async (stage) => {
    const bot = await MortalBot.start(stage);
    return {
      bot,
      before(instant) {
        if (at.has(instant)) bot.dieNext();
        count = bot.kills;
      },
    };
  });
  const faults = [
    ...killed.faults,
    ...undisturbed.keys.filter((key) => !killed.keys.includes(key)).map((key) => `少了：${key}`),
    ...killed.keys.filter((key) => !undisturbed.keys.includes(key)).map((key) => `多了：${key}`),
  ];
  const verdict = faults.length > 0 ? `有${faults.length}处不同：\n${faults.join("\n")}` : "和没杀时一样。";
  process.stdout.write(`杀了${count}次，${killed.keys.length}条定时消息，${verdict}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

interface Actor {
  bot: { look(): Promise<void>; stop(): Promise<void> };
  before(instant: number): void;
}

interface Outcome {
  keys: string[];
  /** at which something was posted; epoch ms */
  instants: number[];
  faults: string[];
}

async function playedBy(
  from: string,
  until: string,
  enter: (stage: Stage) => Promise<Actor>,
): Promise<Outcome> {
  const stage = await setStage(from);
  const { bot, before } = await enter(stage);
  try {
    const instants: number[] = [];
    let posted = 0;
    const met = await play({
      ...stage,
      until,
      bots: () => [bot],
      before: async (instant) => before(instant),
      onInstant(instant) {
        if (stage.watch.posted.length > posted) instants.push(instant);
        posted = stage.watch.posted.length;
      },
    });
    const faults = faultsOf({ ...stage.watch, met, names: stage.names });
    return { keys: stage.watch.posted.map(keyOf), instants, faults };
  } finally {
    await bot.stop();
    await stage.close();
  }
}

/** Some of them, the same for the same seed. */
function drawn<One>(all: readonly One[], count: number, seed: number): Set<One> {
  const left = [...all];
  const chosen = new Set<One>();
  let state = Number(seed) >>> 0;
  while (chosen.size < count && left.length > 0) {
    // a linear congruential generator: its numbers need be spread, not secret
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [one] = left.splice(Math.floor((state / 2 ** 32) * left.length), 1);
    if (one !== undefined) chosen.add(one);
  }
  return chosen;
}
