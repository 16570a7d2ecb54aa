import type { Logger } from "pino";

/** What may stand in a log line of the SDK: its own words, cut short, without secrets. */
const SECRETS = [
  /(bearer\s+)[\w.-]+/gi,
  /("?(?:app_?secret|tenant_access_token|app_access_token|encrypt|ticket|access_key)"?\s*[:=]\s*"?)[^"&,\s}]+/gi,
];

export function redact(text: string): string {
  return SECRETS.reduce((left, secret) => left.replace(secret, "$1…"), text).slice(0, 500);
}

/**
 * The SDK logs raw errors, the app secret and the bearer token included. This logger lets only messages
 * and codes through.
 */
export function sdkLogger(log: Logger) {
  const line = (parts: unknown[]) =>
    redact(
      parts
        .flat()
        .map((part) => (part instanceof Error ? part.message : typeof part === "string" ? part : ""))
        .filter(Boolean)
        .join(" "),
    );
  return {
    error: (...parts: unknown[]) => log.warn({ sdk: true }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ sdk: true }, line(parts)),
    info: (...parts: unknown[]) => log.debug({ sdk: true }, line(parts)),
    debug: () => {},
    trace: () => {},
  };
}
