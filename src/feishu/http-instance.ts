import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import { Agent, type Dispatcher, ProxyAgent, request } from "undici";

/** ms without an answer, after which a request is given up; the SDK's own HTTP client never gives up. */
const TIMEOUT = 10_000;
const CONNECTIONS = 64;

type Options = NonNullable<Parameters<HttpInstance["request"]>[0]>;

/** A request without an answer has a `code`, one with a bad answer a `response`. */
export class HttpFailure extends Error {
  constructor(
    message: string,
    readonly code?: string,
    readonly response?: { status: number; data: unknown; headers: Record<string, unknown> },
  ) {
    super(message);
  }
}

/**
 * What the SDK sends its requests with, in place of its own axios: kept connections, a time-out, and half
 * the work for a message.
 *
 * @param proxy URL of a proxy, or nothing
 */
export function httpInstance(proxy?: string): HttpInstance {
  const settings = { connections: CONNECTIONS, connect: { timeout: TIMEOUT } };
  const dispatcher = proxy ? new ProxyAgent({ ...settings, uri: proxy }) : new Agent(settings);
  const send = (method: string) => (url: string, options: Options) =>
    answered(dispatcher, { ...options, url, method });
  const sendWith = (method: string) => (url: string, data: unknown, options: Options) =>
    answered(dispatcher, { ...options, url, method, data });
  return {
    request: (options: Options) => answered(dispatcher, options),
    get: send("GET"),
    delete: send("DELETE"),
    head: send("HEAD"),
    options: send("OPTIONS"),
    post: sendWith("POST"),
    put: sendWith("PUT"),
    patch: sendWith("PATCH"),
  } as HttpInstance;
}

/** The parsed body of a good answer. Throws {@link HttpFailure}. */
async function answered(dispatcher: Dispatcher, options: Options): Promise<unknown> {
  const method = (options.method ?? "GET").toUpperCase() as Dispatcher.HttpMethod;
  const hasBody = options.data !== undefined && method !== "GET" && method !== "HEAD";
  const timeout = options.timeout ?? TIMEOUT;
  try {
    const { statusCode, headers, body } = await request(withQuery(options.url ?? "", options.params), {
      dispatcher,
      method,
      headers: { "content-type": "application/json; charset=utf-8", ...options.headers },
      body: hasBody ? JSON.stringify(options.data) : null,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    const data = parsed(await body.text());
    if (statusCode >= 200 && statusCode < 300) return options.$return_headers ? { data, headers } : data;
    throw new HttpFailure(`HTTP ${statusCode}`, undefined, { status: statusCode, data, headers });
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    throw new HttpFailure(message, code);
  }
}

function withQuery(url: string, params: Options["params"] = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(name, String(one));
  return query.size > 0 ? `${url}?${query}` : url;
}

/** Not every answer comes from the platform: a proxy may answer with a page. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
