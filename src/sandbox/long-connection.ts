import { randomInt, randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame } from "./frame.js";
import type { Answer, Transport } from "./transport.js";

const MOST_CONNECTIONS = 50;
const SERVICE_ID = 33554678;
const PATH = "/ws/v2";

/** Seconds. Quicker to come back than the platform's, so that nobody waits for a cut line. */
const RECONNECT = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0.1 };

interface Connection {
  socket: WebSocket;
  /** The client's first ping has come: it listens. */
  listening: boolean;
  /** Half-dead: the line stands, but nothing is read or answered. */
  frozen: boolean;
  awaited: Map<string, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>;
}

export interface EndpointAnswer {
  code: number;
  msg: string;
  data: object;
}

/** The app's long connections. Each event goes to one of them at random. */
export class LongConnections implements Transport {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<Connection>();
  private readonly tickets = new Set<string>();
  private readonly readyCallbacks: (() => void)[] = [];
  private readonly changes = new EventEmitter<{ change: [] }>().setMaxListeners(0);

  private readonly clientConfig: object;

  constructor(
    private readonly credentials: { appId: string; appSecret: string },
    pingEverySeconds: number,
  ) {
    this.clientConfig = { PingInterval: pingEverySeconds, ...RECONNECT };
  }

  /** `POST /callback/ws/endpoint`: where to connect, with a ticket that lets in once. */
  endpoint(body: Record<string, unknown>, host: string): EndpointAnswer {
    if (body.AppID !== this.credentials.appId || body.AppSecret !== this.credentials.appSecret) {
      return { code: 514, msg: "app_id or app_secret is invalid", data: {} };
    }
    if (this.connections.size >= MOST_CONNECTIONS) {
      return { code: 1000040350, msg: "the number of connections exceeded the limit", data: {} };
    }
    const ticket = randomUUID();
    this.tickets.add(ticket);
    // The SDK reads the query by splitting the whole address: service_id as the first parameter would be lost.
    const query = `fpid=493&aid=552564&device_id=${randomInt(1e14)}&access_key=${randomUUID()}&service_id=${SERVICE_ID}&ticket=${ticket}`;
    return {
      code: 0,
      msg: "",
      data: { URL: `ws://${host}${PATH}?${query}`, ClientConfig: this.clientConfig },
    };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? "/", "http://sandbox");
    const known = url.pathname === PATH && this.tickets.delete(url.searchParams.get("ticket") ?? "");
    if (!known || this.connections.size >= MOST_CONNECTIONS) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    this.server.handleUpgrade(request, socket, head, (accepted) => this.accept(accepted));
  }

  ready(): boolean {
    return this.listening.length > 0;
  }

  onReady(callback: () => void): void {
    this.readyCallbacks.push(callback);
  }

  /** Connections on which the bot listens. */
  get count(): number {
    return this.listening.length;
  }

  /** Called when a connection comes or goes. */
  onChange(callback: () => void): () => void {
    this.changes.on("change", callback);
    return () => this.changes.off("change", callback);
  }

  deliver(envelope: string, signal: AbortSignal): Promise<Answer> {
    const { listening } = this;
    const connection = listening[randomInt(Math.max(1, listening.length))];
    if (!connection) return Promise.reject(new Error("no long connection"));
    const messageId = randomUUID();
    return new Promise<Answer>((resolve, reject) => {
      connection.awaited.set(messageId, { resolve, reject });
      signal.addEventListener("abort", () => {
        connection.awaited.delete(messageId);
        reject(signal.reason);
      });
      if (!connection.frozen) connection.socket.send(encodeFrame(eventFrame(envelope, messageId)));
    });
  }

  /** Cuts every line at once, as a failing network does. */
  drop(): void {
    for (const connection of [...this.connections]) {
      connection.socket.terminate();
      this.forget(connection);
    }
  }

  /** The present lines go deaf and dumb; later ones are not touched. */
  freeze(): void {
    for (const connection of this.connections) connection.frozen = true;
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private get listening(): Connection[] {
    return [...this.connections].filter((connection) => connection.listening);
  }

  private accept(socket: WebSocket): void {
    const connection: Connection = { socket, listening: false, frozen: false, awaited: new Map() };
    this.connections.add(connection);
    socket.on("message", (data: Buffer) => this.receive(connection, data));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => this.forget(connection));
  }

  private forget(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    for (const { reject } of connection.awaited.values()) reject(new Error("connection closed"));
    this.changes.emit("change");
  }

  private receive(connection: Connection, data: Buffer): void {
    if (connection.frozen) return;
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch {
      connection.socket.terminate();
      return;
    }
    if (frame.method === CONTROL && frame.headers.type === "ping") this.pong(connection, frame);
    if (frame.method === DATA) settle(connection, frame);
  }

  private pong(connection: Connection, ping: Frame): void {
    const payload = Buffer.from(JSON.stringify(this.clientConfig));
    connection.socket.send(encodeFrame({ ...ping, headers: { type: "pong" }, payload }));
    if (connection.listening) return;
    connection.listening = true;
    for (const callback of this.readyCallbacks) callback();
    this.changes.emit("change");
  }
}

function eventFrame(envelope: string, messageId: string): Frame {
  return {
    seqId: 0n,
    logId: BigInt(Date.now()) * 1_000_000n,
    service: SERVICE_ID,
    method: DATA,
    headers: { type: "event", message_id: messageId, sum: "1", seq: "0", trace_id: randomUUID() },
    payload: Buffer.from(envelope, "utf8"),
  };
}

/** The acknowledgement is the event's own frame with `{"code":200,"data":base64(JSON)}` as its payload. */
function settle(connection: Connection, frame: Frame): void {
  const messageId = frame.headers.message_id ?? "";
  const awaited = connection.awaited.get(messageId);
  if (!awaited) return;
  connection.awaited.delete(messageId);
  try {
    const answer = JSON.parse(Buffer.from(frame.payload ?? []).toString("utf8")) as {
      code: number;
      data?: string;
    };
    const data: unknown = answer.data && JSON.parse(Buffer.from(answer.data, "base64").toString("utf8"));
    awaited.resolve({ code: answer.code, ...(data === undefined ? {} : { data }) });
  } catch (error) {
    awaited.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
