import type { SandboxClock } from "./clock.js";
import { tooFastForApp, tooFastForChat } from "./platform-error.js";

interface Rule {
  calls: number;
  windowMs: number;
}

const PER_CHAT: Rule = { calls: 5, windowMs: 1000 };
const PER_APP: readonly Rule[] = [
  { calls: 50, windowMs: 1000 },
  { calls: 1000, windowMs: 60_000 },
];
const LONGEST_WINDOW_MS = 60_000;

/** How often an app may send: sliding windows on the sandbox clock. */
export class Limits {
  enabled: boolean;
  private appCalls: number[] = [];
  private readonly calls = new Map<string, number[]>();

  constructor(
    private readonly clock: SandboxClock,
    enabled: boolean,
  ) {
    this.enabled = enabled;
  }

  /** One sending call of the app. Throws 99991400 (HTTP 429); a refused call does not count. */
  app(): void {
    if (!this.enabled) return;
    const now = this.clock.now();
    this.appCalls = this.appCalls.filter((at) => now - at < LONGEST_WINDOW_MS);
    for (const rule of PER_APP) {
      const inWindow = this.appCalls.filter((at) => now - at < rule.windowMs);
      if (inWindow.length < rule.calls) continue;
      const oldest = inWindow[0] ?? now;
      throw tooFastForApp(Math.max(1, Math.ceil((oldest + rule.windowMs - now) / 1000)));
    }
    this.appCalls.push(now);
  }

  /** One message into a chat, or one change of a message: five a second each. Throws 230020. */
  chat(key: string): void {
    if (!this.enabled) return;
    const now = this.clock.now();
    const recent = (this.calls.get(key) ?? []).filter((at) => now - at < PER_CHAT.windowMs);
    if (recent.length >= PER_CHAT.calls) throw tooFastForChat();
    recent.push(now);
    this.calls.set(key, recent);
    if (this.calls.size > 10_000) this.forgetIdle(now);
  }

  private forgetIdle(now: number): void {
    for (const [key, calls] of this.calls) {
      if (now - (calls.at(-1) ?? 0) >= PER_CHAT.windowMs) this.calls.delete(key);
    }
  }
}
