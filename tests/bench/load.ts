import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../src/paths.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { defaultScene, LI_MIN } from "../../src/sandbox/scene.js";

const CHATS = 40;

/** A sandbox with many groups, its limits off, and nothing kept on disk. */
export async function busySandbox(): Promise<{ sandbox: Sandbox; chats: string[] }> {
  const chats = Array.from({ length: CHATS }, (_, index) => `oc_${index.toString(16).padStart(32, "0")}`);
  const sandbox = await startSandbox({
    sendLimits: false,
    scene: {
      ...defaultScene,
      chats: chats.map((chatId, index) => ({ chatId, name: `压测群${index}`, members: [LI_MIN] })),
    },
  });
  return { sandbox, chats };
}

const projects = (
  JSON.parse(readFileSync(join(ROOT, "seeds/projects.json"), "utf8")) as {
    projects: { name: string }[];
  }
).projects;

/** The nth message of a run: a report that goes the whole way, rising so that nothing is asked. */
function reportText(n: number, round: number): string {
  const project = projects[n % projects.length]?.name ?? "";
  const percent = Math.min(99, round * 10 + n / 1000).toFixed(3);
  return `${project} 形象进度${percent}%，现场正常施工`;
}

export interface Burst {
  /** messages a second, first said to last answered */
  perSecond: number;
}

/** Says the messages `from` … at once, spread over the chats, and waits until each has its answer. */
export async function burst(
  sandbox: Sandbox,
  chats: readonly string[],
  { from, count, round }: { from: number; count: number; round: number },
): Promise<Burst> {
  const unanswered = new Set<string>();
  let resolveAll: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    resolveAll = resolve;
  });
  const stop = sandbox.onMessage((message) => {
    if (message.fromBot && message.parentId && unanswered.delete(message.parentId) && unanswered.size === 0)
      resolveAll();
  });
  const began = performance.now();
  for (let n = from; n < from + count; n++) {
    const chat = chats[n % chats.length] ?? "";
    const said = sandbox.say({ from: LI_MIN, chat, text: reportText(n, round), mentionBot: true });
    unanswered.add(said.messageId);
  }
  await all;
  stop();
  return { perSecond: count / ((performance.now() - began) / 1000) };
}

/** Says `perSecond` messages a second for a while; the times from event to acknowledgement, in ms. */
export async function steady(
  sandbox: Sandbox,
  chats: readonly string[],
  perSecond: number,
  seconds: number,
  round: number,
): Promise<number[]> {
  const events: string[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n / perSecond) * 1000;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const chat = chats[n % chats.length] ?? "";
    const { eventId } = sandbox.say({ from: LI_MIN, chat, text: reportText(n, round), mentionBot: true });
    if (eventId) events.push(eventId);
  }
  await sandbox.idle();
  return events.map((id) => sandbox.control.attempts(id)[0]?.tookMs ?? Number.POSITIVE_INFINITY);
}

export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);
