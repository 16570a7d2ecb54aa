import { buildNameIndex, type NameIndex, type Naming } from "../language/names.js";
import type { Repositories } from "../store/store.js";
import type { Command } from "./command.js";

/** The names that messages are read by; built once, and again when a name or an alias has changed. */
export class Names {
  private version: string | undefined;
  private text: string | undefined;
  private index: NameIndex | undefined;

  constructor(private readonly commands: readonly Command[]) {}

  async current(tx: Repositories): Promise<NameIndex> {
    const version = await tx.memory.version();
    if (this.index && version === this.version) return this.index;
    const naming = await this.naming(tx);
    // The version also changes with people and chats; the index is costly and only needs the names.
    const text = JSON.stringify(naming);
    if (!this.index || text !== this.text) this.index = buildNameIndex(naming);
    this.text = text;
    this.version = version;
    return this.index;
  }

  private async naming(tx: Repositories): Promise<Naming> {
    const projects = await tx.projects.all();
    return {
      projects: projects.map(({ name, aliases, kind, class: projectClass, facts }) => ({
        name,
        aliases,
        kind,
        class: projectClass,
        facts,
      })),
      units: await tx.projects.units(),
      classes: [...new Set(projects.flatMap((project) => project.class ?? []))],
      // What nobody types is no command's word.
      commands: this.commands
        .filter((command) => !command.isHidden)
        .map(({ name, aliases }) => ({ name, aliases: [...aliases] })),
    };
  }
}
