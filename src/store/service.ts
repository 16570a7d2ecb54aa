import type { Knex } from "knex";
import { type Service, type ServiceChange, serviceOf } from "../domain/service.js";
import { decode } from "./codec.js";
import { type Head, type NewEvent, type Register, register, WITHDRAWN } from "./register.js";

export type NewServiceEvent = NewEvent<ServiceChange>;

export interface Services extends Register<Service, ServiceChange> {
  /** By number; 办结 ones too where asked. */
  list(withClosed: boolean): Promise<Service[]>;
}

export function services(db: Knex): Services {
  return {
    ...register<Service, ServiceChange>(db, {
      heads: "services",
      events: "service_events",
      fold: ({ number }, events) => serviceOf(number, events),
      stateOf: ({ state }) => state,
    }),
    async list(withClosed) {
      const found: Head[] = await db("services")
        .whereNotIn("state", withClosed ? [WITHDRAWN] : ["closed", WITHDRAWN])
        .orderBy("number");
      return found.map((row) => decode<Service>(row.data));
    },
  };
}
