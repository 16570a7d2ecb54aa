import { type Logger, pino } from "pino";

/** Names of fields that never reach the log, whatever object carries them. */
const SECRET = ["appSecret", "app_secret", "encryptKey", "verificationToken", "tenant_access_token"];

/** One JSON line an event, with code, ids and cause. What people wrote does not go into it. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: "…" },
  });
}
