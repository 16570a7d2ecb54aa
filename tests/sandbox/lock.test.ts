import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ownSandbox, sandboxOwner } from "../../src/sandbox-lock.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-lock-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const note = (text: string) => writeFileSync(join(folder, "sandbox.pid"), text);
const signalled = (code: string) =>
  vi.spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });

it("the folder is nobody's at first, and nobody's again after its owner", () => {
  expect(sandboxOwner(folder)).toBeNull();
  const release = ownSandbox(folder);
  expect(sandboxOwner(folder), "one's own is no other's").toBeNull();
  release();
  expect(sandboxOwner(folder)).toBeNull();
});

it("is another's while that process lives, whoever runs it", () => {
  note(String(process.ppid));
  expect(sandboxOwner(folder)).toBe(process.ppid);
  signalled("EPERM");
  expect(sandboxOwner(folder)).toBe(process.ppid);
});

it("is nobody's when a killed process has left its note, or the note is no number", () => {
  note("no number");
  expect(sandboxOwner(folder)).toBeNull();
  note("12345");
  signalled("ESRCH");
  expect(sandboxOwner(folder)).toBeNull();
});
