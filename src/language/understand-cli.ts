import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cac } from "cac";
import { buildNameIndex, type NameIndex } from "./names.js";
import { namingOf, type Seed } from "./naming.js";
import { understand } from "./understand.js";

/** Where the seed projects lie, seen from `src/language` and from `dist/src/language`. */
function readSeed(): Seed {
  for (const path of ["../../seeds/projects.json", "../../../seeds/projects.json"]) {
    try {
      return JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")) as Seed;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("seeds/projects.json 不存在：请在项目目录下运行。");
}

/** A line is `{"text": …}` or the message itself. */
function textOf(line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === "object" && parsed !== null && "text" in parsed && typeof parsed.text === "string")
      return parsed.text;
  } catch {
    // Not JSON: a message that begins with a brace.
  }
  return line;
}

function explain(text: string, now: number, names: NameIndex): string {
  const { trace } = understand(text, { now, names, trace: true });
  const steps = trace.map(
    ({ step, detail }) => `  ${step.padEnd(10)} ${detail.replaceAll("\n", `\n${" ".repeat(13)}`)}`,
  );
  return `${text}\n${steps.join("\n")}\n`;
}

const cli = cac("understand");
cli
  .command(
    "[...messages]",
    'Prints what messages mean: those given, or those on standard input, one a line (plain text or {"text": …}).',
  )
  .option("--now <instant>", "the moment of the messages, such as 2022-09-20T10:00:00+08:00")
  .option("--explain", "print the steps of the reading for a person")
  .action((messages: string[], options: { now?: string; explain?: boolean }) => {
    const now = options.now === undefined ? Date.now() : Date.parse(options.now);
    if (Number.isNaN(now)) {
      process.stderr.write("--now 要写成 2022-09-20T10:00:00+08:00 这样的时间。\n");
      process.exitCode = 2;
      return;
    }
    const names = buildNameIndex(namingOf(readSeed()));
    const lines = messages.length > 0 ? messages : readFileSync(0, "utf8").split(/\r?\n/);
    for (const line of lines) {
      if (line.trim() === "") continue;
      const text = textOf(line);
      const { trace: _trace, ...read } = understand(text, { now, names });
      const said = options.explain ? explain(text, now, names) : JSON.stringify({ text, ...read });
      process.stdout.write(`${said}\n`);
    }
  });
cli.help();
cli.parse();
