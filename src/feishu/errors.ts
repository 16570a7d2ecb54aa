/**
 * The platform's error codes that the sender must tell apart. Source: the open platform's list of error
 * codes; the SDK's own names for some of them are misleading (99991400 and 230020 are rate limits).
 */
export type Verdict =
  /** surely not sent; try again after a pause */
  | "retry"
  /** the token is stale: drop it and try once more */
  | "token"
  /** the message replied to is gone: send it without the reply */
  | "no-original"
  /** an administrator must mend it first; the message waits */
  | "blocked"
  /** the chat is lost to the bot */
  | "chat-gone"
  /** will never succeed as it is */
  | "permanent";

const ADDRESS_NOT_ALLOWED = 99991401;
const QUOTA_USED_UP = 99991403;
export const SCOPE_MISSING = 99991672;

const VERDICTS: Record<number, Verdict> = {
  99991400: "retry",
  230020: "retry",
  230049: "retry",
  99991661: "token",
  99991663: "token",
  99991668: "token",
  230011: "no-original",
  230110: "no-original",
  [ADDRESS_NOT_ALLOWED]: "blocked",
  [QUOTA_USED_UP]: "blocked",
  [SCOPE_MISSING]: "blocked",
  230002: "chat-gone",
  232009: "chat-gone",
};

/** What a person who runs the bot is told about a code. */
const MEANINGS: Record<number, string> = {
  10003: "App ID 不对",
  10014: "App Secret 不对",
  230001: "参数不合规",
  230002: "机器人不在群里",
  230006: "应用没有开启机器人能力",
  230011: "原消息已撤回",
  230020: "群里发得太快",
  230049: "消息正在发送",
  230110: "原消息已删除",
  230013: "对方不在机器人的可用范围内",
  230018: "群里不允许机器人发言",
  230025: "消息过长",
  230027: "没有发送权限",
  230029: "对方已离职",
  230031: "卡片发出超过 14 天，不能再改",
  230034: "接收者的编号不对",
  230035: "没有在群里发言的权限",
  230053: "机器人在群里被禁言",
  230099: "卡片内容不合规",
  232009: "群已解散",
  234001: "文件参数不合规",
  234006: "文件超过 30MB",
  234010: "文件是空的",
  99991400: "应用调用太频繁",
  99991661: "请求没有带访问凭证",
  99991663: "访问凭证已失效",
  99991668: "访问凭证不对",
  [ADDRESS_NOT_ALLOWED]: "这台机器的地址不在应用的白名单里",
  [QUOTA_USED_UP]: "本月调用次数已用完",
  [SCOPE_MISSING]: "应用缺少权限",
};

export function verdictOf(code: number): Verdict {
  return VERDICTS[code] ?? "permanent";
}

export function isKnown(code: number | undefined): boolean {
  return code !== undefined && (code in VERDICTS || code in MEANINGS);
}

/** The names of scopes that the platform's message lists: `im:message:send_as_bot`. */
const SCOPE = /\b[a-z_]+(?::[a-z_.]+)+/g;

/** A short Chinese sentence for the log and for 诊断. */
export function meaningOf(code: number, message: string): string {
  const known = MEANINGS[code];
  if (!known) return `平台返回 ${code}：${message.slice(0, 120)}`;
  const scopes = code === SCOPE_MISSING ? [...new Set(message.match(SCOPE) ?? [])] : [];
  return `${known}${scopes.length > 0 ? `：${scopes.join("、")}` : ""}（${code}）`;
}
