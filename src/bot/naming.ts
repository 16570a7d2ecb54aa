import { buildNameIndex, type NameIndex } from "../language/names.js";
import type { Repositories } from "../store/store.js";
import type { Command } from "./command.js";

/** The names that messages are read by; built once, and again when a name or an alias has changed. */
export class Names {
  private version: string | undefined;
  private index: NameIndex | undefined;

  constructor(private readonly commands: readonly Command[]) {}

  async current(tx: Repositories): Promise<NameIndex> {
    const version = await tx.memory.version();
    if (this.index && version === this.version) return this.index;
    const projects = await tx.projects.all();
    this.index = buildNameIndex({
      projects,
      units: await tx.projects.units(),
      classes: [...new Set(projects.flatMap((project) => project.class ?? []))],
      commands: this.commands.map(({ name, aliases }) => ({ name, aliases: [...aliases] })),
    });
    this.version = version;
    return this.index;
  }
}
