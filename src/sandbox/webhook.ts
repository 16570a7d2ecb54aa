import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { newToken } from "./ids.js";
import type { Answer, Transport } from "./transport.js";

export interface WebhookOptions {
  /** Where the bot listens. */
  url: string;
  verificationToken: string;
  encryptKey: string;
}

/** AES-256-CBC under sha256(key): `base64(iv16 + ciphertext)`. */
export function encrypt(key: string, text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64");
}

export function decrypt(key: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, "base64");
  const secret = createHash("sha256").update(key).digest();
  const decipher = createDecipheriv("aes-256-cbc", secret, bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString("utf8");
}

/** Hex sha256 over timestamp, nonce, key and the raw body. */
export function signature(timestamp: string, nonce: string, key: string, body: string): string {
  return createHash("sha256")
    .update(timestamp + nonce + key + body)
    .digest("hex");
}

/** Events over HTTP. Before the first one the address must answer the challenge, as when it is entered in the console. */
export class Webhook implements Transport {
  private verified: Promise<void> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly options: WebhookOptions,
    private readonly now: () => number,
  ) {}

  /** An address is always tried: whether anybody listens shows in the attempt. */
  ready(): boolean {
    return true;
  }

  onReady(): void {}

  async deliver(envelope: string, signal: AbortSignal): Promise<Answer> {
    const either = AbortSignal.any([signal, this.closing.signal]);
    this.verified ??= this.challenge(either);
    try {
      await this.verified;
    } catch (error) {
      this.verified = undefined;
      throw error;
    }
    const response = await this.post(envelope, true, either);
    const text = await response.text();
    if (response.status !== 200) return { code: response.status };
    return { code: 200, data: text === "" ? undefined : parsed(text) };
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  private async challenge(signal: AbortSignal): Promise<void> {
    const challenge = newToken("");
    const question = { challenge, token: this.options.verificationToken, type: "url_verification" };
    const response = await this.post(JSON.stringify(question), false, signal);
    const answer = parsed(await response.text());
    const echoed = typeof answer === "object" && answer !== null && "challenge" in answer && answer.challenge;
    if (response.status !== 200 || echoed !== challenge)
      throw new Error("the address did not answer the challenge");
  }

  private post(plain: string, signed: boolean, signal: AbortSignal): Promise<Response> {
    const { url, encryptKey } = this.options;
    const body = JSON.stringify({ encrypt: encrypt(encryptKey, plain) });
    const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
    if (signed) {
      const timestamp = String(Math.floor(this.now() / 1000));
      const nonce = newToken("").slice(0, 16);
      headers["x-lark-request-timestamp"] = timestamp;
      headers["x-lark-request-nonce"] = nonce;
      headers["x-lark-signature"] = signature(timestamp, nonce, encryptKey, body);
    }
    return fetch(url, { method: "POST", headers, body, signal });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
