import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpInstance } from "../../src/feishu/http-instance.js";

describe("the SDK's HTTP client", () => {
  const client = httpInstance();
  let server: Server;
  let url = "";

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const { pathname, search } = new URL(request.url ?? "", url);
      if (pathname === "/never") return;
      if (pathname === "/cut") return void request.socket.destroy();
      response.statusCode = Number(pathname.slice(1)) || 200;
      response.setHeader("x-ogw-ratelimit-reset", "3");
      response.end(
        pathname === "/page"
          ? "<html>"
          : JSON.stringify({ method: request.method, search, body, token: request.headers.authorization }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("gives the parsed body of a good answer", async () => {
    const headers = { Authorization: "Bearer t" };
    expect(
      await client.request({ method: "post", url: `${url}/200`, data: { text: "武宁路" }, headers }),
    ).toEqual({ method: "POST", search: "", body: '{"text":"武宁路"}', token: "Bearer t" });
    expect(await client.patch(`${url}/200`, { a: 1 })).toMatchObject({ method: "PATCH", body: '{"a":1}' });
  });

  it("puts parameters into the address, and sends no body with a GET", async () => {
    const params = { member_id_type: "open_id", page_token: undefined, ids: ["a", "b"] };
    expect(await client.request({ method: "GET", url: `${url}/200`, params, data: {} })).toMatchObject({
      search: "?member_id_type=open_id&ids=a&ids=b",
      body: "",
    });
  });

  it("gives headers where they are asked for, and words where there is no JSON", async () => {
    const options = { url: `${url}/200`, $return_headers: true };
    expect(await client.request(options)).toMatchObject({ headers: { "x-ogw-ratelimit-reset": "3" } });
    expect(await client.get(`${url}/page`)).toBe("<html>");
  });

  it("fails with the answer when it is a bad one", async () => {
    await expect(client.get(`${url}/429`)).rejects.toMatchObject({
      response: { status: 429, data: { method: "GET" }, headers: { "x-ogw-ratelimit-reset": "3" } },
    });
  });

  it("fails with a code when nobody answers, and knows whether the request has left", async () => {
    await expect(client.get("http://127.0.0.1:1/")).rejects.toMatchObject({
      code: "ECONNREFUSED",
      hasLeft: false,
    });
    await expect(client.get(`${url}/never`, { timeout: 50 })).rejects.toMatchObject({
      code: "ETIMEDOUT",
      hasLeft: true,
    });
    await expect(client.get(`${url}/cut`)).rejects.toMatchObject({ hasLeft: true });
    // Plain HTTP answers where TLS is expected.
    await expect(client.get(url.replace("http:", "https:"))).rejects.toMatchObject({ hasLeft: false });
  });

  it("does not wait for a proxy that says nothing, or that lets nobody through", async () => {
    const proxy = createServer();
    const answers = [() => {}, (socket: Duplex) => socket.end("HTTP/1.1 503 Busy\r\n\r\n")];
    const held: Duplex[] = [];
    proxy.on("connect", (_request, socket: Duplex) => {
      held.push(socket);
      answers.shift()?.(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const through = httpInstance(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    await expect(through.get(`${url}/200`, { timeout: 50 })).rejects.toMatchObject({ hasLeft: false });
    await expect(through.get(`${url}/200`, { timeout: 2000 })).rejects.toMatchObject({ hasLeft: false });
    for (const socket of held) socket.destroy();
    proxy.close();
  });
});
