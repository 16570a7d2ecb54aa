import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import { defaultHttpInstance, type HttpInstance } from "@larksuiteoapi/node-sdk";

/** ms; the SDK's HTTP client has no time-out of its own. */
const TIMEOUT = 10_000;

/** Just what is set of the underlying axios instance. */
interface Configurable {
  defaults: {
    timeout?: number;
    proxy?: unknown;
    httpAgent?: Agent;
    httpsAgent?: SecureAgent;
  };
}

const isProxied = Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy);

const { defaults } = defaultHttpInstance as unknown as Configurable;
defaults.timeout = TIMEOUT;
if (!isProxied) defaults.proxy = false;
defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: 64 });
defaults.httpsAgent = new SecureAgent({ keepAlive: true, maxSockets: 64 });

/** The SDK's HTTP client with a time-out, kept connections, and no proxy unless one is configured. */
export const httpInstance = defaultHttpInstance as unknown as HttpInstance;
