import { type Bulletin, isDraft } from "../../domain/bulletin.js";
import type { BulletinRecord, GoingOut } from "../../store/bulletins.js";
import type { Repositories, Store } from "../../store/store.js";

export interface BulletinFile {
  name: string;
  bytes: Buffer;
}

/** The document and its table, under the names that they are filed by. */
export async function bulletinFiles(bulletin: Bulletin): Promise<BulletinFile[]> {
  // Wanted a few times a month: to load what writes them would cost every start a sixth of a second.
  const { bulletinDocx } = await import("../../documents/bulletin-docx.js");
  const { bulletinXlsx } = await import("../../documents/bulletin-xlsx.js");
  const { number, title } = bulletin;
  const name = isDraft(bulletin) ? `【草稿】${title}` : `${number} ${title}`;
  return [
    { name: `${name}.docx`, bytes: await bulletinDocx(bulletin) },
    { name: `${name}附表.xlsx`, bytes: await bulletinXlsx(bulletin) },
  ];
}

/** Ids of the two documents of a signed bulletin: made once, however many groups they go to. */
export const fileIdsOf = (id: number): string[] => [`bulletin-${id}.docx`, `bulletin-${id}.xlsx`];

/** The documents of a signed bulletin are in the store, and stay there until they have left; their ids. */
export async function keepFiles(
  tx: Repositories,
  { id, content }: Pick<BulletinRecord, "id" | "content">,
  now: number,
): Promise<string[]> {
  const ids = fileIdsOf(id);
  if (!(await tx.files.renew(ids, now))) await addFiles(tx, ids, await bulletinFiles(content), now);
  return ids;
}

/**
 * Makes the documents of what was signed, where they are not there yet. A thousand rows take a second: not
 * within a click, nor in a transaction for which others wait.
 */
export async function composeSigned(
  store: Store,
  signedOnes: readonly Pick<GoingOut, "id">[],
  now: number,
): Promise<void> {
  for (const { id } of signedOnes) {
    const ids = fileIdsOf(id);
    if (await store.read.files.has(ids)) continue;
    const signed = await store.read.bulletins.find(id);
    if (!signed) continue;
    const files = await bulletinFiles(signed.content);
    await store.transaction((tx) => addFiles(tx, ids, files, now));
  }
}

async function addFiles(
  { files }: Pick<Repositories, "files">,
  ids: readonly string[],
  made: readonly BulletinFile[],
  now: number,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const file = made[index];
    if (file) await files.add({ id, ...file }, now);
  }
}
