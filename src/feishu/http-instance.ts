import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import { Agent, DecoratorHandler, type Dispatcher, FormData, Pool, ProxyAgent, request } from "undici";

/** ms without an answer, after which a request is given up; the SDK's own HTTP client never gives up. */
const TIMEOUT = 10_000;
const CONNECTIONS = 64;

type Options = NonNullable<Parameters<HttpInstance["request"]>[0]>;

/** A request without an answer has a `code`, one with a bad answer a `response`. */
export class HttpFailure extends Error {
  constructor(
    message: string,
    /** false when no byte of the request has left: no connection came about, or no way through a proxy */
    readonly hasLeft: boolean,
    readonly code?: string,
    readonly response?: { status: number; data: unknown; headers: Record<string, unknown> },
  ) {
    super(message);
  }
}

type Start = NonNullable<Dispatcher.DispatchHandler["onRequestStart"]>;

/** undici's types leave its methods out. */
const decorated = DecoratorHandler.prototype as Dispatcher.DispatchHandler;

/** Tells when a request begins to leave, on a connection that stands. */
class Departure extends DecoratorHandler implements Dispatcher.DispatchHandler {
  constructor(
    handler: Dispatcher.DispatchHandler,
    private readonly onLeft: () => void,
  ) {
    super(handler);
  }

  onRequestStart(...start: Parameters<Start>): void {
    this.onLeft();
    decorated.onRequestStart?.call(this, ...start);
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
  const dispatcher = proxy ? new ProxyAgent({ ...settings, uri: proxy, clientFactory }) : new Agent(settings);
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

/** A proxy that says nothing to its CONNECT must not hold its connection for long either. */
const clientFactory = (origin: URL, options: object): Dispatcher =>
  new Pool(origin, { ...options, headersTimeout: TIMEOUT });

/** Rejects when the time is over: undici heeds a signal only once a connection stands. */
function over(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** The parsed body of a good answer. Throws {@link HttpFailure}. */
async function answered(dispatcher: Dispatcher, options: Options): Promise<unknown> {
  const method = (options.method ?? "GET").toUpperCase() as Dispatcher.HttpMethod;
  const hasBody = options.data !== undefined && method !== "GET" && method !== "HEAD";
  let hasLeft = false;
  const watched = dispatcher.compose((dispatch) => (request, handler) => {
    const onLeft = () => {
      hasLeft = true;
    };
    return dispatch(request, new Departure(handler, onLeft));
  });
  // Over the whole of it, the way through a proxy and a body that drips included.
  const control = new AbortController();
  const giveUp = () => control.abort(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" }));
  const timer = setTimeout(giveUp, options.timeout ?? TIMEOUT);
  try {
    const asked = request(withQuery(options.url ?? "", options.params), {
      dispatcher: watched,
      method,
      headers: headersOf(options),
      body: hasBody ? bodyOf(options) : null,
      signal: control.signal,
    });
    const { statusCode, headers, body } = await Promise.race([asked, over(control.signal)]);
    const data = parsed(await body.text());
    if (statusCode >= 200 && statusCode < 300) return options.$return_headers ? { data, headers } : data;
    throw new HttpFailure(`HTTP ${statusCode}`, hasLeft, undefined, { status: statusCode, data, headers });
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    throw new HttpFailure(message, hasLeft, code);
  } finally {
    clearTimeout(timer);
  }
}

const FORM = "multipart/form-data";

const isForm = ({ headers }: Options): boolean => contentType(headers) === FORM;

const contentType = (headers: Options["headers"] = {}): unknown =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];

/** A form tells its own type, for that holds the mark between its parts. */
function headersOf(options: Options): Record<string, string> {
  const given: [string, string][] = Object.entries(options.headers ?? {});
  return isForm(options)
    ? Object.fromEntries(given.filter(([name]) => name.toLowerCase() !== "content-type"))
    : { "content-type": "application/json; charset=utf-8", ...Object.fromEntries(given) };
}

function bodyOf(options: Options): string | FormData {
  if (!isForm(options)) return JSON.stringify(options.data);
  const form = new FormData();
  for (const [name, value] of Object.entries(options.data as Record<string, string | File>))
    form.set(name, value);
  return form;
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
