import { type Logger, pino } from "pino";

/** A log that keeps its lines, from the most talkative level on. */
export function listeningLog(): { log: Logger; lines: Record<string, unknown>[]; text(): string } {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: "trace", base: null },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  );
  return { log, lines, text: () => lines.map((line) => JSON.stringify(line)).join("\n") };
}
