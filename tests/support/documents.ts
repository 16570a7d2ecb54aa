import JSZip from "jszip";
import readXlsxFile from "read-excel-file/node";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import type { Sandbox } from "../../src/sandbox/sandbox.js";

/** The words of a part of a .docx, tags left out. */
export async function docxWords(document: Buffer, part = "document"): Promise<string> {
  const zip = await JSZip.loadAsync(document);
  const xml = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => name.startsWith(`word/${part}`))
      .map((name) => zip.file(name)?.async("string") ?? ""),
  );
  return xml.join("").replace(/<[^>]*>/g, "");
}

/** The cells of a spreadsheet's first sheet. */
export async function xlsxRows(sheet: Buffer): Promise<readonly (readonly unknown[])[]> {
  const [first] = await readXlsxFile(sheet);
  return first?.data ?? [];
}

export interface SeenFile {
  name: string;
  bytes: Buffer;
}

/** The files among messages, as people would download them. */
export async function filesIn(sandbox: Sandbox, messages: readonly SeenMessage[]): Promise<SeenFile[]> {
  const files: SeenFile[] = [];
  for (const { msgType, content } of messages) {
    if (msgType !== "file") continue;
    const answer = await fetch(`${sandbox.url}/page/files/${content.file_key}`);
    files.push({ name: String(content.file_name), bytes: Buffer.from(await answer.arrayBuffer()) });
  }
  return files;
}
