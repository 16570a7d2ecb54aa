import type { NameIndex } from "./names.js";
import { foldName } from "./text/normalise.js";

/** The full name of the one project that a text is the name of, and nothing else; null where it is not. */
export function nameOnly(text: string, names: NameIndex): string | null {
  const [project, other] = names.exact.get(foldName(text))?.projects ?? [];
  return project && !other ? project.name : null;
}
