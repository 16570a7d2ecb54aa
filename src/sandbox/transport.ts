/** The bot's answer to one delivery. `code` 200 acknowledges; `data` is what its handler returned. */
export interface Answer {
  code: number;
  data?: unknown;
}

/** The way events take to the bot: its long connections, or an HTTP address. */
export interface Transport {
  /** False while nobody is there to take an event; it then waits. */
  ready(): boolean;
  onReady(callback: () => void): void;
  /** Rejects when the bot is gone before it answers, or when `signal` is aborted. */
  deliver(envelope: string, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}
