import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import type { Left } from "./unit-of-work.js";

const KEY = "rarely-changed";

/**
 * What every turn reads and seldom changes (people, chats, projects' names) is held in memory. A version in
 * the database says whether it still holds: it is looked at once a transaction, and every change sets a new
 * one in the change's own transaction, so other processes on the database see it too.
 */
export class RarelyChanged {
  private version: string | null = null;
  private readonly held = new Map<string, unknown>();

  /** What is held under this version; a transaction and a reader beside it may see different ones. */
  get<T>(version: string, key: string): { value: T } | undefined {
    if (version !== this.version || !this.held.has(key)) return undefined;
    return { value: this.held.get(key) as T };
  }

  /** Holds a value; whatever was held under another version is forgotten. */
  set(version: string, key: string, value: unknown): void {
    if (version !== this.version) this.held.clear();
    this.version = version;
    this.held.set(key, value);
  }
}

/** The memory as one transaction (or one plain connection) sees it. */
export interface Memory {
  /** The version now; the name index is built anew when it changes. */
  version(): Promise<string>;
  recall<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Called by whatever changes what is held. */
  changed(): Promise<void>;
}

/**
 * `once`: the version is looked at once, as within a transaction it cannot change under our feet; and not
 * even that when it is known to be unchanged since the transaction before.
 */
export function memory(
  db: Knex,
  shared: RarelyChanged,
  once: boolean,
  left: Left,
): Memory & { known(): string | undefined } {
  let known: string | undefined;
  async function version(): Promise<string> {
    if (known !== undefined) return known;
    if (once) known = (await left())?.version;
    if (known !== undefined) return known;
    const row = await db("settings").select("value").where({ key: KEY }).first();
    const current: string = row?.value ?? "";
    if (once) known = current;
    return current;
  }
  return {
    version,
    known: () => known,
    async recall(key, load) {
      const seen = await version();
      const found = shared.get<Awaited<ReturnType<typeof load>>>(seen, key);
      if (found) return found.value;
      const value = await load();
      // Somebody may have changed it while it was read on a plain connection.
      if (once || (await version()) === seen) shared.set(seen, key, value);
      return value;
    },
    async changed() {
      const next = randomUUID();
      await db("settings").insert({ key: KEY, value: next }).onConflict("key").merge();
      if (once) known = next;
      else {
        const unchanged = await left();
        if (unchanged) unchanged.version = undefined;
      }
    },
  };
}
