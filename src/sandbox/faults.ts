import { PlatformError } from "./platform-error.js";

/** What goes wrong with the next calls to a path. */
export interface Fault {
  /** Part of the path or a pattern: "/im/v1/messages", /reply$/. */
  path: string | RegExp;
  method?: string;
  /** How many calls; 1 unless told. */
  times?: number;
  effect: FaultEffect;
}

export type FaultEffect =
  /** The platform refuses with this code and does nothing. */
  | { kind: "code"; code: number; msg?: string; status?: number; headers?: Record<string, string> }
  /** A gateway answers with a status and no JSON, nothing is done. */
  | { kind: "http"; status: number }
  /** The work is done, or not, and the line is cut without an answer. */
  | { kind: "reset"; work: "done" | "undone" }
  /** The work is done, or not, and an answer never comes. */
  | { kind: "hang"; work: "done" | "undone" };

export class Faults {
  private planned: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.planned.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.planned = [];
  }

  /** The fault that meets this call, counted off. */
  take(method: string, path: string): FaultEffect | undefined {
    const fault = this.planned.find(
      (one) =>
        (one.method ?? method) === method &&
        (typeof one.path === "string" ? path.includes(one.path) : one.path.test(path)),
    );
    if (!fault) return undefined;
    fault.left -= 1;
    if (fault.left <= 0) this.planned = this.planned.filter((one) => one !== fault);
    return fault.effect;
  }
}

export function refusalOf(effect: Extract<FaultEffect, { kind: "code" }>): PlatformError {
  return new PlatformError(
    effect.code,
    effect.msg ?? "injected fault",
    effect.status ?? 400,
    effect.headers ?? {},
  );
}
