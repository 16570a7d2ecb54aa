import type Router from "@koa/router";
import type { Context } from "koa";
import { newToken } from "./ids.js";
import type { Platform } from "./platform.js";
import * as refuse from "./platform-error.js";
import type { StoredFile } from "./world.js";

const MB = 1024 * 1024;
const MOST_FILE_BYTES = 30 * MB;
const TYPES: ReadonlySet<string> = new Set(["opus", "mp4", "pdf", "doc", "xls", "ppt", "stream"]);

/** `/open-apis/im/v1/files`: upload, and download of what a message carries. */
export function filesApi(router: Router, platform: Platform): void {
  router.post("/open-apis/im/v1/files", async (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    platform.limits.app();
    const form = await formOf(ctx);
    const file = form.get("file");
    const type = String(form.get("file_type") ?? "");
    const name = String(form.get("file_name") ?? "");
    if (!TYPES.has(type) || name === "" || !(file instanceof Blob)) throw refuse.badFile();
    if (file.size === 0) throw refuse.emptyFile();
    if (file.size > MOST_FILE_BYTES) throw refuse.fileTooLarge();
    const base64 = Buffer.from(await file.arrayBuffer()).toString("base64");
    const key = `file_v3_${newToken("")}`;
    platform.world.record({ kind: "file", file: { key, name, type, size: file.size, base64 } });
    ctx.body = { code: 0, msg: "success", data: { file_key: key } };
  });

  router.get("/open-apis/im/v1/messages/:id/resources/:key", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const message = platform.world.messages.get(ctx.params.id ?? "");
    const file = platform.world.files.get(ctx.params.key ?? "");
    if (!message || !file || !message.content.includes(file.key)) throw refuse.noSuchFile();
    handOut(ctx, file);
  });
}

/** As a download: what people put into a file is never shown as a page of the sandbox. */
export function handOut(ctx: Context, file: StoredFile): void {
  ctx.set({
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "x-content-type-options": "nosniff",
  });
  ctx.body = Buffer.from(file.base64, "base64");
}

/** Read to its end only up to the limit and what wraps it. */
async function formOf(ctx: Context): Promise<FormData> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES + MB) throw refuse.fileTooLarge();
    chunks.push(chunk);
  }
  try {
    const headers = { "content-type": ctx.get("content-type") };
    return await new Response(Buffer.concat(chunks), { headers }).formData();
  } catch {
    throw refuse.badFile();
  }
}
