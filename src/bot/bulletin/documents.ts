import { bulletinDocx } from "../../documents/bulletin-docx.js";
import { bulletinXlsx } from "../../documents/bulletin-xlsx.js";
import { type Bulletin, isDraft } from "../../domain/bulletin.js";
import { sendFile } from "../send.js";
import type { Turn } from "../turn.js";

export interface BulletinFile {
  name: string;
  bytes: Buffer;
}

/** The document and its table, under the names that they are filed by. */
export async function bulletinFiles(bulletin: Bulletin): Promise<BulletinFile[]> {
  const { number, title } = bulletin;
  const name = isDraft(bulletin) ? `【草稿】${title}` : `${number} ${title}`;
  return [
    { name: `${name}.docx`, bytes: await bulletinDocx(bulletin) },
    { name: `${name}附表.xlsx`, bytes: await bulletinXlsx(bulletin) },
  ];
}

/** Puts documents into a chat, behind what was sent there before. */
export async function sendFiles(
  { tx, now, writeId }: Pick<Turn, "tx" | "now" | "writeId">,
  files: readonly BulletinFile[],
  lane: string,
): Promise<void> {
  for (const file of files)
    await sendFile(tx, file, { lane, owner: null, cause: `bulletin:${writeId}`, label: undefined }, now);
}
