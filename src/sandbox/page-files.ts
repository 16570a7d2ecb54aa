import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type Router from "@koa/router";
import type { Middleware } from "koa";
import serve from "koa-static";
import { findUp, packageRoot } from "./package-root.js";

/** Modules the page takes from node_modules as they are; index.html's import map names these addresses. */
const VENDOR = new Map([
  ["preact.js", "htm/preact/standalone.module.js"],
  ["markdown-it.js", "markdown-it/dist/browser/markdown-it.esm.min.mjs"],
  ["cjk-friendly.js", "markdown-it-cjk-friendly/dist/index.js"],
  ["east-asian-width/index.js", "get-east-asian-width/index.js"],
  ["east-asian-width/lookup.js", "get-east-asian-width/lookup.js"],
  ["east-asian-width/lookup-data.js", "get-east-asian-width/lookup-data.js"],
  ["east-asian-width/utilities.js", "get-east-asian-width/utilities.js"],
]);

export function vendorFiles(router: Router): void {
  router.get("/vendor/*path", (ctx) => {
    const file = VENDOR.get(ctx.path.slice("/vendor/".length));
    if (file === undefined) return;
    ctx.type = "text/javascript; charset=utf-8";
    ctx.set("cache-control", "max-age=3600");
    ctx.body = readFileSync(findUp(join("node_modules", file)));
  });
}

/** The page's own files, with headers under which nothing but them can run. */
export function pageFiles(): Middleware {
  const directory = join(packageRoot(), "src", "sandbox", "page");
  const files = serve(directory, { maxage: 0 });
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${importMapHash(directory)}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return async (ctx, next) => {
    ctx.set({
      "content-security-policy": policy,
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    await files(ctx, next);
  };
}

function importMapHash(directory: string): string {
  const page = readFileSync(join(directory, "index.html"), "utf8");
  const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  return createHash("sha256").update(map).digest("base64");
}
