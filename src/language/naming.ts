import { COMMAND_WORDS } from "./command-words.js";
import type { NamedProject, NamedUnit, Naming } from "./names.js";

/** The part of `seeds/projects.json` that names things. */
export interface Seed {
  units: NamedUnit[];
  projects: NamedProject[];
  controlTotals: { class: string }[];
}

/** The names of a seed file together with the commands' words. */
export function namingOf(seed: Seed): Naming {
  return {
    projects: seed.projects,
    units: seed.units,
    classes: seed.controlTotals.map((total) => total.class),
    commands: COMMAND_WORDS.map(([name, ...aliases]) => ({ name, aliases })),
  };
}
