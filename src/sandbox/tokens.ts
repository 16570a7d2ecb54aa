import { newToken } from "./ids.js";
import { tokenInvalid, tokenMissing } from "./platform-error.js";

const LIFETIME_SECONDS = 7200;

/**
 * Access tokens. They run on real time, not on the sandbox clock: the app reckons their end by its own clock, and a
 * sandbox put forward to tomorrow would otherwise refuse tokens that the app has good reason to trust.
 */
export class Tokens {
  private readonly valid = new Map<string, number>();

  issue(): { token: string; expire: number } {
    const token = newToken("t-");
    this.valid.set(token, performance.now() + LIFETIME_SECONDS * 1000);
    return { token, expire: LIFETIME_SECONDS };
  }

  /** Throws 99991661 without a bearer, 99991663 for one that is unknown or has run out. */
  check(authorization: string | undefined): void {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (token === undefined) throw tokenMissing();
    if ((this.valid.get(token) ?? 0) < performance.now()) throw tokenInvalid();
  }

  expireAll(): void {
    this.valid.clear();
  }
}
