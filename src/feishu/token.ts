/**
 * The tenant access token. The SDK's own cache fetches it once per parallel cold call and keeps a stale
 * one; this one fetches once for all who wait, and can be told to forget.
 */
export interface TokenSource {
  get(): Promise<string>;
  /** After 99991663: the next `get` fetches anew, unless somebody already has. */
  drop(stale: string): void;
}

export interface FetchedToken {
  token: string;
  /** seconds it is good for */
  expire: number;
}

/** ms before the end at which a new one is fetched. */
const MARGIN = 180_000;

export function tokenSource(fetchToken: () => Promise<FetchedToken>): TokenSource {
  let held: { token: string; until: number } | undefined;
  let fetching: Promise<string> | undefined;

  // A token's life is real time, so the process's clock counts here, not the bot's.
  const elapsed = () => performance.now();

  async function renew(): Promise<string> {
    try {
      const { token, expire } = await fetchToken();
      held = { token, until: elapsed() + Math.max(expire * 1000 - MARGIN, 1000) };
      return token;
    } finally {
      fetching = undefined;
    }
  }

  return {
    async get() {
      if (held && elapsed() < held.until) return held.token;
      fetching ??= renew();
      return fetching;
    },
    drop(stale) {
      if (held?.token === stale) held = undefined;
    },
  };
}
