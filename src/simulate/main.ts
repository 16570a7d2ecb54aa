import { writeFileSync } from "node:fs";
import { cac } from "cac";
import cliProgress from "cli-progress";
import { at, dayOf, daysBetween, formatDay } from "../domain/day.js";
import { botHere } from "./bot-under-play.js";
import { calendarOf } from "./calendar.js";
import { faultsOf } from "./faults.js";
import { meetingsOf } from "./meetings-of.js";
import { play } from "./play.js";
import { BEGINS, ENDS, setStage, YEAR } from "./year.js";

interface Options {
  year: number;
  out?: string;
  talk?: boolean;
}

const cli = cac("simulate");
cli
  .command("", "演一整年：时钟从一个时点跳到下一个，打印每条定时消息何时、发到哪、为什么")
  .option("--year <year>", "演哪一年；演示数据只有2022年", { default: YEAR })
  .option("--out <file>", "把日历写进文件，不打印")
  .option("--talk", "也列出大家说了什么、怎么回的")
  .action(run);
cli.help();
cli.parse();

async function run({ year, out, talk }: Options): Promise<void> {
  if (Number(year) !== YEAR) {
    process.stderr.write(`演示数据只有${YEAR}年，请用 --year ${YEAR}。\n`);
    process.exitCode = 1;
    return;
  }
  const stage = await setStage();
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% {day}",
    hideCursor: true,
    stream: process.stderr,
  });
  const days = daysBetween(BEGINS, ENDS) + 1;
  bar.start(days, 0, { day: formatDay(BEGINS) });
  const bot = await botHere(stage.sandbox, stage.store);
  try {
    const met = await play({
      ...stage,
      until: ENDS,
      bots: () => [bot],
      onInstant(instant) {
        const day = dayOf(instant);
        bar.update(daysBetween(BEGINS, day), { day: formatDay(day) });
      },
    });
    bar.update(days);
    bar.stop();
    const { posted, strays } = stage.watch;
    const meetings = await meetingsOf(stage.store, at(BEGINS), at(ENDS));
    const faults = faultsOf({ posted, strays, met, names: stage.names });
    const said = talk
      ? `\n${met.map(({ deed, answer }) => `${dayOf(deed.at)} ${deed.says ?? deed.taps ?? "静音"}\n  → ${answer}`).join("\n")}\n`
      : "";
    const verdict =
      faults.length > 0 ? `有${faults.length}处不对：\n${faults.join("\n")}` : "没有不对的地方。";
    const text = `${calendarOf(posted, meetings)}${said}大家说了${met.length}次。${verdict}\n`;
    if (out) writeFileSync(out, text);
    else process.stdout.write(text);
    if (out) process.stdout.write(`${posted.length}条定时消息，写在${out}。${verdict}\n`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await bot.stop();
    await stage.close();
  }
}
