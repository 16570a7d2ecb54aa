import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type FetchedToken, tokenSource } from "../../src/feishu/token.js";

const MINUTE = 60_000;
const EXPIRE = 7200;

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

function source() {
  let count = 0;
  const fetchToken = vi.fn(async (): Promise<FetchedToken> => {
    count += 1;
    return { token: `t-${count}`, expire: EXPIRE };
  });
  return { fetchToken, tokens: tokenSource(fetchToken) };
}

it("fetches once for all who wait, and keeps the token", async () => {
  const { fetchToken, tokens } = source();
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(["t-1", "t-1", "t-1"]);
  expect(await tokens.get()).toBe("t-1");
  expect(fetchToken).toHaveBeenCalledTimes(1);
});

it("drops only the stale one: late complaints about it do not cost the new one", async () => {
  const { fetchToken, tokens } = source();
  const stale = await tokens.get();
  tokens.drop(stale);
  const renewed = tokens.get();
  tokens.drop(stale);
  expect(await renewed).toBe("t-2");
  tokens.drop(stale);
  expect(await tokens.get()).toBe("t-2");
  expect(fetchToken).toHaveBeenCalledTimes(2);
});

it("fetches anew three minutes before the end", async () => {
  const { tokens } = source();
  await tokens.get();
  vi.advanceTimersByTime(EXPIRE * 1000 - 3 * MINUTE - 1);
  expect(await tokens.get()).toBe("t-1");
  vi.advanceTimersByTime(1);
  expect(await tokens.get()).toBe("t-2");
});

it("holds a token that is handed out near its end for a second, instead of fetching at each call", async () => {
  const fetchToken = vi.fn(async () => ({ token: "t", expire: 60 }));
  const tokens = tokenSource(fetchToken);
  await tokens.get();
  await tokens.get();
  expect(fetchToken).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  await tokens.get();
  expect(fetchToken).toHaveBeenCalledTimes(2);
});

it("passes a failure on to all who wait, and tries again at the next call", async () => {
  const fetchToken = vi
    .fn<() => Promise<FetchedToken>>()
    .mockRejectedValueOnce(new Error("no network"))
    .mockResolvedValue({ token: "t-2", expire: EXPIRE });
  const tokens = tokenSource(fetchToken);
  const both = await Promise.allSettled([tokens.get(), tokens.get()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await tokens.get()).toBe("t-2");
  expect(fetchToken).toHaveBeenCalledTimes(2);
});
