import type { KnownNames } from "../../domain/project-names.js";
import type { Turn } from "../turn.js";

/** All that a new name or alias must not be. */
export async function knownNames({ tx, commands }: Turn): Promise<KnownNames> {
  return {
    projects: await tx.projects.all(),
    units: await tx.projects.units(),
    commands: commands.filter(({ isHidden }) => !isHidden).flatMap(({ name, aliases }) => [name, ...aliases]),
  };
}
