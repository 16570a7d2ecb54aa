import type { Knex } from "knex";
import type { Repositories, Store } from "../../../src/store/store.js";

/** What a suite works on; functions, because the store is opened after the suites are declared. */
export interface Parts {
  store(): Store;
  /** The tables themselves, for what no repository shows. */
  tables(): Knex;
}

/** 2022-09-20 10:00 in Shanghai */
export const NOW = Date.parse("2022-09-20T10:00:00+08:00");
export const MINUTE = 60_000;

/** What a transaction hands over, each call in a transaction of its own. */
export function atOnce(store: Store): Repositories {
  const repository = (name: string | symbol) =>
    new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...args: unknown[]) =>
            store.transaction((tx) => Reflect.get(Reflect.get(tx, name), method)(...args)),
      },
    );
  return new Proxy({}, { get: (_, name) => repository(name) }) as Repositories;
}
