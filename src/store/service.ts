import type { Knex } from "knex";
import { type Service, type ServiceChange, serviceOf } from "../domain/service.js";
import { type Register, register } from "./register.js";

export interface Services extends Omit<Register<Service, ServiceChange>, "list"> {
  /** By number; 办结 ones too where asked. */
  list(withClosed: boolean): Promise<Service[]>;
}

export function services(db: Knex): Services {
  const own = register<Service, ServiceChange>(db, {
    heads: "services",
    events: "service_events",
    fold: ({ number }, events) => serviceOf(number, events),
    columns: ({ state }) => ({ state }),
  });
  return { ...own, list: (withClosed) => own.list({}, withClosed) };
}
