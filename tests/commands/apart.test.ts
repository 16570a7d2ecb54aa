import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const COMMANDS = fileURLToPath(new URL("../../commands", import.meta.url));
const LIST = `${COMMANDS}/index.ts`;
const IMPORT = /^(?:import|export)\b[^"]*?from "(\.[^"]+)\.js"/gm;

const files = readdirSync(COMMANDS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `${COMMANDS}/${path}`);
const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, path = ""]) =>
    resolve(dirname(file), `${path}.ts`),
  );

/** The files that the list of commands takes commands from. */
const ofCommands = new Set(importsOf(LIST).filter((file) => file.startsWith(COMMANDS)));

it("knows the commands", () => {
  expect(ofCommands.size).toBeGreaterThan(50);
});

// What two commands share lies in src/bot, src/cards or src/domain; one hands over to another by its name.
it("no command is imported by another file of the commands than their list", () => {
  const found = files
    .filter((file) => file !== LIST)
    .flatMap((file) =>
      importsOf(file)
        .filter((path) => ofCommands.has(path))
        .map((path) => `${file.slice(COMMANDS.length + 1)} → ${path.slice(COMMANDS.length + 1)}`),
    );
  expect(found).toEqual([]);
});
