import { describe, expect, it } from "vitest";
import type { Person } from "../../../src/store/people.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const person = (name: string): Person => ({
  openId: "ou_zhang",
  name,
  unit: null,
  section: null,
  role: "guest",
});

export function memorySuite({ store }: Parts): void {
  describe("what is held in memory", () => {
    const read = async () => (await store().read.people.find("ou_zhang"))?.name;
    const register = (name: string) => atOnce(store()).people.register(person(name), "ou_li", NOW);

    it("is forgotten when it changes, by whomever", async () => {
      await register("张伟");
      expect(await read()).toBe("张伟");
      await register("张维");
      expect(await read()).toBe("张维");
    });

    it("is what the transaction itself has written, and no one else's before it commits", async () => {
      await register("旧");
      expect(await read()).toBe("旧");
      await store().transaction(async (tx) => {
        await tx.people.register(person("新"), "ou_li", NOW);
        expect(await read()).toBe("旧");
        expect((await tx.people.find("ou_zhang"))?.name).toBe("新");
        expect(await read()).toBe("旧");
      });
      expect(await read()).toBe("新");
    });

    it("is what it was when the transaction is rolled back", async () => {
      await register("旧");
      const broken = store().transaction(async (tx) => {
        await tx.people.register(person("新"), "ou_li", NOW);
        await read();
        await tx.people.find("ou_zhang");
        throw new Error("later");
      });
      await expect(broken).rejects.toThrow("later");
      expect(await read()).toBe("旧");
    });
  });
}
