import { expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { COMMAND_WORDS } from "../../src/language/command-words.js";

it("are those of the commands, in their order; what nobody types is none", () => {
  const words = commands.filter(({ isHidden }) => !isHidden).map(({ name, aliases }) => [name, ...aliases]);
  expect(COMMAND_WORDS).toEqual(words);
});
