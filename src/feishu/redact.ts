import type { Logger } from "pino";

/** Names of secrets, as JSON (also JSON within a string), as query or as plain words. */
const NAMES = "app_?secret|[a-z_]*token|client_?assertion|encrypt(?:_?key)?|ticket|access_key";
const SECRETS = [
  /(\bbearer\s+)[^\s"',;\\}]+/gi,
  // the password in an address: postgres://user:password@host
  /(:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g,
  new RegExp(`((?:${NAMES})\\\\*["']?\\s*[:=]\\s*\\\\*["']?)[^\\s"'&,;\\\\}]+`, "gi"),
];
const LONGEST = 500;

/** What may stand in a log line: the words cut short, without secrets. */
export function redact(text: string): string {
  return SECRETS.reduce((left, secret) => left.replace(secret, "$1…"), text).slice(0, LONGEST);
}

/**
 * The SDK logs raw errors, the app secret and the bearer token included. This logger lets only messages
 * and codes through.
 */
export function sdkLogger(log: Logger) {
  const line = (parts: unknown[]) =>
    redact(parts.flat(Number.POSITIVE_INFINITY).map(words).filter(Boolean).join(" "));
  return {
    error: (...parts: unknown[]) => log.warn({ code: "sdk" }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ code: "sdk" }, line(parts)),
    info: (...parts: unknown[]) => log.debug({ code: "sdk" }, line(parts)),
    debug: () => {},
    trace: () => {},
  };
}

/** Of an object only what names the fault: an error's message, or the platform's code and words. */
function words(part: unknown): string {
  if (typeof part === "string") return part;
  if (typeof part !== "object" || part === null) return "";
  const { code, message, msg } = part as Record<string, unknown>;
  return [code, message, msg].filter((one) => typeof one === "string" || typeof one === "number").join(" ");
}
