import { Client, LoggerLevel, withTenantToken } from "@larksuiteoapi/node-sdk";
import type { Logger } from "pino";
import type { Mention } from "../bot/events.js";
import type { OutboxRow } from "../store/outbox.js";
import { isKnown, meaningOf, type Verdict, verdictOf } from "./errors.js";
import { type HttpFailure, httpInstance } from "./http-instance.js";
import { redact, sdkLogger } from "./redact.js";
import { type TokenSource, tokenSource } from "./token.js";

export interface Credentials {
  appId: string;
  appSecret: string;
  /** base URL of the platform, no slash at its end */
  domain: string;
  /** URL of a proxy on the way there; it may hold a password */
  proxy?: string | undefined;
}

export type SendOutcome =
  | { kind: "sent"; messageId: string | null }
  | { kind: "refused"; verdict: Verdict; code: number; reason: string; pauseMs?: number }
  /** no connection came about, so nothing was sent */
  | { kind: "unreachable"; reason: string }
  /** the request left and no clear answer came */
  | { kind: "unclear"; reason: string };

/** A message as the platform tells it when it is asked. */
export interface PlatformMessage {
  message_id?: string | undefined;
  msg_type?: string | undefined;
  /** epoch ms as text */
  create_time?: string | undefined;
  deleted?: boolean | undefined;
  chat_id?: string | undefined;
  sender?: { id: string; id_type: string } | undefined;
  body?: { content: string } | undefined;
  mentions?: { key: string; id: string; name: string }[] | undefined;
  /** of what was forwarded: the message it is in */
  upper_message_id?: string | undefined;
}

/** What was asked for comes first; after a merged forward comes all that is in it, nested ones' messages too. */
export type ReadOutcome =
  | { kind: "read"; messages: PlatformMessage[] }
  | Exclude<SendOutcome, { kind: "sent" }>;

export type UploadOutcome = { kind: "uploaded"; key: string } | Exclude<SendOutcome, { kind: "sent" }>;

export interface ChatInfo {
  name: string;
  external: boolean;
}

/** The calls the bot makes on the platform. */
export interface FeishuApi {
  bot(): Promise<{ openId: string; name: string }>;
  send(row: OutboxRow, target: string): Promise<SendOutcome>;
  /** Brings a document to the platform, at most 30 MB; a message can then carry it. */
  upload(name: string, bytes: Buffer): Promise<UploadOutcome>;
  read(messageId: string): Promise<ReadOutcome>;
  chat(chatId: string): Promise<ChatInfo | null>;
  members(chatId: string): Promise<Mention[]>;
}

interface Answer<Data = unknown> {
  code?: number | undefined;
  msg?: string | undefined;
  data?: Data | undefined;
}

type BotInfo = Answer & { bot?: { open_id: string; app_name: string } };

type Options = ReturnType<typeof withTenantToken>;

/** A call that did not end well: the platform's code, or what happened on the way. */
class CallFailed extends Error {
  constructor(
    readonly outcome: Exclude<SendOutcome, { kind: "sent" }>,
    options?: ErrorOptions,
  ) {
    super(outcome.reason, options);
  }
}

export function feishuApi(credentials: Credentials, log: Logger): FeishuApi {
  const client = new Client({
    appId: credentials.appId,
    appSecret: credentials.appSecret,
    domain: credentials.domain,
    disableTokenCache: true,
    httpInstance: httpInstance(credentials.proxy),
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.info,
  });
  const tokens: TokenSource = tokenSource(async () => {
    const answer = (await client.auth.v3.tenantAccessToken.internal({
      data: { app_id: credentials.appId, app_secret: credentials.appSecret },
    })) as Answer & { tenant_access_token?: string; expire?: number };
    if (answer?.code !== 0 || !answer.tenant_access_token) throw refusedBy(answer);
    return { token: answer.tenant_access_token, expire: answer.expire ?? 7200 };
  });

  /** One call with the current token; once more with a new one when the platform calls it stale. */
  async function call<A extends Answer>(request: (options: Options) => Promise<A>): Promise<A> {
    for (let isRetry = false; ; isRetry = true) {
      const token = await tokens.get().catch((error: unknown) => {
        throw withoutToken(error);
      });
      try {
        const answer = await request(withTenantToken(token)).catch((error: HttpFailure) => {
          throw failure(error);
        });
        if (answer?.code !== 0) throw refusedBy(answer);
        return answer;
      } catch (error) {
        const isStale =
          error instanceof CallFailed &&
          error.outcome.kind === "refused" &&
          error.outcome.verdict === "token";
        if (isStale) tokens.drop(token);
        if (!isStale || isRetry) throw error;
      }
    }
  }

  return {
    async bot() {
      const request = { method: "GET", url: "/open-apis/bot/v3/info" };
      const { bot } = await call((options) => client.request<BotInfo>(request, options));
      if (!bot) throw new Error("bot info is missing in the platform's answer");
      return { openId: bot.open_id, name: bot.app_name };
    },
    async send(row, target) {
      try {
        const { data } = await call((options) => sendRow(client, row, target, options));
        return { kind: "sent", messageId: data?.message_id ?? null };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async upload(name, bytes) {
      try {
        const file = new File([new Uint8Array(bytes)], name);
        const request = {
          method: "POST",
          url: "/open-apis/im/v1/files",
          headers: { "Content-Type": "multipart/form-data" },
          data: { file_type: fileTypeOf(name), file_name: name, file },
          timeout: UPLOAD_TIMEOUT,
        };
        const { data } = await call((options) =>
          client.request<Answer<{ file_key: string }>>(request, options),
        );
        if (!data?.file_key) throw refusedBy(undefined);
        return { kind: "uploaded", key: data.file_key };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async read(messageId) {
      try {
        const request = { path: { message_id: messageId } };
        const { data } = await call((options) => client.im.v1.message.get(request, options));
        return { kind: "read", messages: data?.items ?? [] };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async chat(chatId) {
      const { data } = await call((options) => client.im.v1.chat.get({ path: { chat_id: chatId } }, options));
      return data ? { name: data.name ?? "", external: data.external ?? false } : null;
    },
    async members(chatId) {
      const found: Mention[] = [];
      let pageToken: string | undefined;
      do {
        const { data } = await call((options) =>
          client.im.v1.chatMembers.get(
            {
              path: { chat_id: chatId },
              params: {
                member_id_type: "open_id",
                page_size: 100,
                ...(pageToken ? { page_token: pageToken } : {}),
              },
            },
            options,
          ),
        );
        for (const item of data?.items ?? [])
          if (item.member_id && item.name) found.push({ openId: item.member_id, name: item.name });
        pageToken = data?.has_more ? data.page_token : undefined;
      } while (pageToken);
      return found;
    },
  };
}

/** ms: a document takes longer than a message */
const UPLOAD_TIMEOUT = 60_000;

/** What the platform shows a file as. */
const FILE_TYPES: Record<string, string> = { docx: "doc", doc: "doc", xlsx: "xls", xls: "xls", pdf: "pdf" };

const fileTypeOf = (name: string): string => FILE_TYPES[name.split(".").at(-1) ?? ""] ?? "stream";

const outcomeOf = (error: unknown): Exclude<SendOutcome, { kind: "sent" }> =>
  error instanceof CallFailed ? error.outcome : { kind: "unclear", reason: redact(String(error)) };

type Sent = { message_id?: string | undefined };

async function sendRow(
  client: Client,
  row: OutboxRow,
  target: string,
  options: Options,
): Promise<Answer<Sent>> {
  const { content, msgType, uuid } = row;
  if (row.op === "reply")
    return client.im.v1.message.reply(
      { path: { message_id: target }, data: { content, msg_type: msgType, uuid } },
      options,
    );
  if (row.op === "patch") {
    const { code, msg } = await client.im.v1.message.patch(
      { path: { message_id: target }, data: { content } },
      options,
    );
    return { code, msg, data: { message_id: target } };
  }
  return client.im.v1.message.create(
    {
      params: { receive_id_type: target.startsWith("ou_") ? "open_id" : "chat_id" },
      data: { receive_id: target, content, msg_type: msgType, uuid },
    },
    options,
  );
}

/** An answer whose code is not 0; one without a code does not come from the platform, but from a proxy. */
function refusedBy(answer: Answer | undefined, pauseMs?: number): CallFailed {
  const code = answer?.code;
  if (typeof code !== "number") return new CallFailed({ kind: "unclear", reason: "答复不是平台的格式" });
  return new CallFailed({
    kind: "refused",
    verdict: verdictOf(code),
    code,
    reason: meaningOf(code, redact(answer?.msg ?? "")),
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });
}

function failure(error: HttpFailure): CallFailed {
  const { response } = error;
  const answer = response?.data as Answer | undefined;
  const code = answer?.code;
  // A code within a 5xx that says nothing to the sender is the platform's own trouble, not the message's.
  const isTrouble = (response?.status ?? 0) >= 500 && !isKnown(code);
  if (response && code && !isTrouble) {
    const reset = Number(response.headers?.["x-ogw-ratelimit-reset"]);
    return refusedBy(answer, Number.isFinite(reset) && reset > 0 ? reset * 1000 : undefined);
  }
  const reason = redact(response ? `HTTP ${response.status}` : `${error.code ?? ""} ${error.message}`.trim());
  const hasNotCome = !error.hasLeft || response?.status === 429;
  return new CallFailed({ kind: hasNotCome ? "unreachable" : "unclear", reason }, { cause: error });
}

/** Without a token nothing has left, whatever the reason: a wrong secret must not cost the messages. */
function withoutToken(error: unknown): CallFailed {
  const failed = error instanceof CallFailed ? error : failure(error as HttpFailure);
  return new CallFailed(
    { kind: "unreachable", reason: `没有拿到访问凭证：${failed.outcome.reason}` },
    { cause: error },
  );
}
