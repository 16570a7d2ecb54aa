import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bulletinDocx } from "../../src/documents/bulletin-docx.js";
import { SAMPLE } from "./sample-bulletin.js";

const OFFICE = "soffice";
const hasOffice = spawnSync("which", [OFFICE]).status === 0;

/** Needs LibreOffice; where it is not installed there is nothing to print with. */
describe.skipIf(!hasOffice)("the bulletin, printed", () => {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-print-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("opens in an office program and has its pages: the text, and the table across", async () => {
    writeFileSync(join(folder, "bulletin.docx"), await bulletinDocx(SAMPLE));
    const own = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      OFFICE,
      [own, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "bulletin.docx")],
      { stdio: "ignore", timeout: 90_000 },
    );
    const pdf = readFileSync(join(folder, "bulletin.pdf"));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b[^s]/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(2);
  }, 120_000);
});
