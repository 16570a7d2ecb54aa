import type { Section } from "./sections.js";

/** What one write changed of one project, told in one place, with where it stands in the end. */
export function asOne(sections: readonly Section[]): Section[] {
  const told: Section[] = [];
  for (const section of sections) {
    const at = told.findIndex((one) => isSameWrite(one, section));
    const known = told[at];
    if (known?.is === "written" && section.is === "written")
      told[at] = { ...known, ...section, changes: [...known.changes, ...section.changes] };
    else told.push(section);
  }
  return told;
}

function isSameWrite(a: Section, b: Section): boolean {
  return a.is === "written" && b.is === "written" && a.project === b.project && a.writeId === b.writeId;
}
