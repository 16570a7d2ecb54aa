/** One step of the reading, for a person who wants to know why. */
export interface TraceStep {
  step: string;
  detail: string;
}

/** Collects the steps; details are only computed when somebody wants them. */
export class Tracer {
  readonly steps: TraceStep[] = [];

  add(step: string, detail: () => string): void {
    this.steps.push({ step, detail: detail() });
  }
}

class SilentTracer extends Tracer {
  override add(): void {}
}

/** Takes no notes. */
export const noTrace: Tracer = new SilentTracer();
