import { USUAL_CLOSE_DAY } from "./domain/data-month.js";

/** Every setting of the bot, once: name, default, meaning, and what is wrong with a value. */

export interface FeishuConfig {
  appId: string;
  appSecret: string;
  /** base URL of the platform, no slash at its end */
  domain: string;
  mode: "websocket" | "webhook";
  encryptKey: string;
  verificationToken: string;
  tenantKey: string | undefined;
  /** URL of the proxy on the way to the platform; it may hold a password */
  proxy?: string | undefined;
}

export interface Config {
  /** undefined = no app is set: the bot runs against its own sandbox */
  feishu: FeishuConfig | undefined;
  databaseUrl: string;
  host: string;
  port: number;
  sandboxPort: number | undefined;
  admins: string[];
  /** epoch ms at which the clock starts ticking; undefined = the system's clock */
  startAt: number | undefined;
  sendLimits: boolean;
  /** path of the office's own calendar; undefined = the state calendar alone */
  workdays: string | undefined;
  /** day of the next month on which a data month closes */
  closeDay: number;
  logLevel: string;
}

export interface Setting {
  name: string;
  fallback: string;
  meaning: string;
}

const LEDGER = "sqlite:./data/kaopu.sqlite";
const SANDBOX = "sqlite:./data/sandbox.sqlite";
/** By its name it cannot be taken for a ledger with real figures. */
const SANDBOX_URL = /^sqlite:(.*[\\/])?sandbox\.sqlite$/;

export const SETTINGS = [
  { name: "FEISHU_APP_ID", fallback: "", meaning: "应用的 App ID（cli_ 开头）；不填就用本机沙盒" },
  { name: "FEISHU_APP_SECRET", fallback: "", meaning: "应用的 App Secret" },
  { name: "FEISHU_DOMAIN", fallback: "feishu", meaning: "feishu、lark，或平台地址" },
  { name: "FEISHU_MODE", fallback: "websocket", meaning: "websocket（长连接）或 webhook（回调）" },
  { name: "FEISHU_ENCRYPT_KEY", fallback: "", meaning: "回调的 Encrypt Key（webhook）" },
  { name: "FEISHU_VERIFICATION_TOKEN", fallback: "", meaning: "回调的 Verification Token（webhook）" },
  { name: "FEISHU_TENANT_KEY", fallback: "", meaning: "只收这个租户的事件" },
  { name: "HTTPS_PROXY", fallback: "", meaning: "访问平台经过的代理，http://…（本机平台不经过）" },
  { name: "DATABASE_URL", fallback: LEDGER, meaning: "sqlite:路径 或 postgres://…" },
  { name: "HOST", fallback: "127.0.0.1", meaning: "监听的地址" },
  { name: "PORT", fallback: "3000", meaning: "监听的端口" },
  { name: "SANDBOX_PORT", fallback: "", meaning: "沙盒页面的端口；不填就用 PORT 加一" },
  { name: "KAOPU_ADMINS", fallback: "", meaning: "推进办人员的 open_id，逗号分隔" },
  { name: "KAOPU_NOW", fallback: "", meaning: "时钟从这一刻走起（只用于本机平台）" },
  { name: "KAOPU_SEND_LIMITS", fallback: "on", meaning: "off 放开发送限额（只用于本机平台）" },
  { name: "KAOPU_WORKDAYS", fallback: "", meaning: '补充调休安排的文件：{"2027":{"休":[…],"班":[…]}}' },
  {
    name: "KAOPU_CLOSE_DAY",
    fallback: `${USUAL_CLOSE_DAY}`,
    meaning: "每月数据在次月几日关账（1 到 28），遇休息日顺延",
  },
  { name: "LOG_LEVEL", fallback: "info", meaning: "trace、debug、info、warn、error；沙盒不填就用 warn" },
] as const satisfies readonly Setting[];

type Name = (typeof SETTINGS)[number]["name"];
type Environment = Readonly<Record<string, string | undefined>>;

const DOMAINS: Record<string, string> = {
  feishu: "https://open.feishu.cn",
  lark: "https://open.larksuite.com",
};
/** The SDK stays idle, with a line in its log only, when the id has another shape. */
const APP_ID = /^cli_[0-9a-f]{16}$/i;
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const LARGEST_PORT = 65_535;
/** every month has it, so that one month is closed before the next one does */
const LATEST_CLOSE_DAY = 28;

/** The settings, or all that is wrong with them, a sentence each. */
export function readConfig(env: Environment): { config: Config } | { faults: string[] } {
  const faults: string[] = [];
  const read = (name: Name): string => {
    // Of all settings only the proxy's is customarily written in lower case too.
    const given = (env[name] ?? (name === "HTTPS_PROXY" ? env.https_proxy : undefined))?.trim();
    return given ? given : (SETTINGS.find((setting) => setting.name === name)?.fallback ?? "");
  };
  const oneOf = (name: Name, allowed: readonly string[]): string => {
    const value = read(name);
    if (!allowed.includes(value)) faults.push(`${name} 只能是 ${allowed.join("、")}，现在是“${value}”`);
    return value;
  };
  const port = (name: Name): number | undefined => {
    const value = read(name);
    if (value === "") return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number <= LARGEST_PORT) return number;
    faults.push(`${name} 要是 0 到 ${LARGEST_PORT} 的整数，现在是“${value}”`);
    return undefined;
  };

  const feishu = readFeishu(read, oneOf, faults);
  const isLocal = feishu === undefined || isLoopback(feishu.domain);
  const config: Config = {
    feishu,
    databaseUrl: readDatabase(env, feishu !== undefined, faults),
    host: read("HOST"),
    port: port("PORT") ?? 3000,
    sandboxPort: port("SANDBOX_PORT"),
    admins: read("KAOPU_ADMINS")
      .split(/[,，\s]+/)
      .filter(Boolean),
    startAt: readNow(read("KAOPU_NOW"), isLocal, faults),
    sendLimits: oneOf("KAOPU_SEND_LIMITS", ["on", "off"]) !== "off",
    workdays: read("KAOPU_WORKDAYS") || undefined,
    closeDay: readCloseDay(read("KAOPU_CLOSE_DAY"), faults),
    // Who tries the sandbox wants its address on the screen, not the log.
    logLevel: !feishu && !env.LOG_LEVEL?.trim() ? "warn" : oneOf("LOG_LEVEL", LOG_LEVELS),
  };
  for (const admin of config.admins)
    if (!admin.startsWith("ou_")) faults.push(`KAOPU_ADMINS 里的“${admin}”不是 open_id（ou_ 开头）`);
  if (!config.sendLimits && !isLocal) faults.push("KAOPU_SEND_LIMITS=off 只能用于本机平台，真实平台有限额");
  return faults.length > 0 ? { faults } : { config };
}

function readCloseDay(value: string, faults: string[]): number {
  const day = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  if (day >= 1 && day <= LATEST_CLOSE_DAY) return day;
  faults.push(`KAOPU_CLOSE_DAY 要是 1 到 ${LATEST_CLOSE_DAY} 的整数，现在是“${value}”`);
  return USUAL_CLOSE_DAY;
}

function readFeishu(
  read: (name: Name) => string,
  oneOf: (name: Name, allowed: readonly string[]) => string,
  faults: string[],
): FeishuConfig | undefined {
  const appId = read("FEISHU_APP_ID");
  const appSecret = read("FEISHU_APP_SECRET");
  const mode = oneOf("FEISHU_MODE", ["websocket", "webhook"]) as FeishuConfig["mode"];
  const domain = platformUrl(read("FEISHU_DOMAIN"));
  if (domain === null)
    faults.push(`FEISHU_DOMAIN 要是 feishu、lark 或网址，现在是“${read("FEISHU_DOMAIN")}”`);
  else if (domain.startsWith("http:") && !isLoopback(domain))
    faults.push("FEISHU_DOMAIN 不是本机平台时要用 https://，App Secret 不能明文过网");
  if (!appId && !appSecret) {
    if (mode === "webhook") faults.push("FEISHU_MODE=webhook 时要设 FEISHU_APP_ID 和 FEISHU_APP_SECRET");
    return undefined;
  }
  if (!appId) faults.push("设了 FEISHU_APP_SECRET，还要设 FEISHU_APP_ID");
  else if (!APP_ID.test(appId)) faults.push("FEISHU_APP_ID 要是 cli_ 加 16 位十六进制");
  if (!appSecret) faults.push("设了 FEISHU_APP_ID，还要设 FEISHU_APP_SECRET");
  const verificationToken = read("FEISHU_VERIFICATION_TOKEN");
  const encryptKey = read("FEISHU_ENCRYPT_KEY");
  if (mode === "webhook" && !verificationToken)
    faults.push("FEISHU_MODE=webhook 时要设 FEISHU_VERIFICATION_TOKEN");
  if (mode === "webhook" && !encryptKey) faults.push("FEISHU_MODE=webhook 时要设 FEISHU_ENCRYPT_KEY");
  return {
    appId,
    appSecret,
    domain: domain ?? "",
    mode,
    encryptKey,
    verificationToken,
    tenantKey: read("FEISHU_TENANT_KEY") || undefined,
    proxy: isLoopback(domain ?? "") ? undefined : readProxy(read("HTTPS_PROXY"), faults),
  };
}

function readProxy(value: string, faults: string[]): string | undefined {
  if (!value) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  // The value may hold a password, so it is not repeated.
  faults.push("HTTPS_PROXY 要是代理的网址，如 http://代理:端口");
  return undefined;
}

function platformUrl(value: string): string | null {
  const known = DOMAINS[value];
  if (known) return known;
  if (!URL.canParse(value)) return null;
  const { protocol, origin } = new URL(value);
  return protocol === "https:" || protocol === "http:" ? origin : null;
}

function isLoopback(domain: string): boolean {
  if (!URL.canParse(domain)) return false;
  const { hostname } = new URL(domain);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The ledger's own database, for tools that need no app. */
export function ledgerUrl(env: Environment): string | null {
  const url = env.DATABASE_URL?.trim() || LEDGER;
  return isDatabaseUrl(url) ? url : null;
}

/** The file of the sandbox's database; null when the settings name another database. */
export function sandboxFile(env: Environment): string | null {
  const given = env.DATABASE_URL?.trim();
  // An app's database is its ledger, whatever it is called.
  if (given && env.FEISHU_APP_ID?.trim()) return null;
  const url = given || SANDBOX;
  return SANDBOX_URL.test(url) ? url.slice("sqlite:".length) : null;
}

function isDatabaseUrl(url: string): boolean {
  return /^sqlite:.+/.test(url) || /^postgres(ql)?:\/\/.+/.test(url);
}

function readDatabase(env: Environment, hasApp: boolean, faults: string[]): string {
  const given = env.DATABASE_URL?.trim();
  const url = given || (hasApp ? LEDGER : SANDBOX);
  const isKnown = isDatabaseUrl(url);
  // The value may hold a password, so it is not repeated.
  if (!isKnown) faults.push("DATABASE_URL 要是 sqlite:路径 或 postgres://…");
  // Made-up figures must not get into a ledger because somebody forgot the app's id.
  else if (!hasApp && !SANDBOX_URL.test(url))
    faults.push(
      "没有设 FEISHU_APP_ID 时启动的是沙盒，它只用名为 sandbox.sqlite 的库；请去掉 DATABASE_URL，或设上应用",
    );
  return url;
}

function readNow(value: string, isLocal: boolean, faults: string[]): number | undefined {
  if (!value) return undefined;
  const at = Date.parse(value);
  // An instant without an offset would be another one on each machine.
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value);
  if (Number.isNaN(at) || !isInstant)
    faults.push(`KAOPU_NOW 要是一个时刻，如 2022-09-20T10:00:00+08:00，现在是“${value}”`);
  else if (!isLocal) faults.push("KAOPU_NOW 只能用于本机平台（FEISHU_DOMAIN 为 127.0.0.1 等）");
  return at;
}
