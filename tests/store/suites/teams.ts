import { describe, expect, it } from "vitest";
import { project } from "./ledger.js";
import { atOnce, NOW, type Parts } from "./parts.js";

export function teamsSuite({ store, tables }: Parts): void {
  describe("teams", () => {
    const tx = () => atOnce(store());

    it("keeps who stands for a unit; without anybody set, who reports for it is asked", async () => {
      const { teams, people } = tx();
      const wang = {
        openId: "ou_wang",
        name: "王芳",
        unit: "智创城",
        section: null,
        role: "reporter",
      } as const;
      await people.register(wang, "ou_li", NOW);
      expect(await teams.contactsOf("智创城", "2022-09-20")).toEqual([
        { name: "王芳", openId: "ou_wang", part: "填报人" },
      ]);
      await teams.keepContact({ unit: "智创城", part: "联络员" }, { name: "张伟", openId: "ou_zhang" });
      await teams.keepContact({ unit: "智创城", part: "联络员" }, { name: "李四", openId: null });
      await teams.keepContact({ unit: "智创城", part: "副手" }, { name: "王芳", openId: "ou_wang" });
      expect(await teams.unitContacts()).toHaveLength(2);
      await teams.keepAbsence({
        name: "李四",
        openId: null,
        from: "2022-09-20",
        until: "2022-09-30",
        deputy: null,
      });
      expect(await teams.contactsOf("智创城", "2022-09-30")).toMatchObject([{ name: "王芳", part: "副手" }]);
      expect(await teams.contactsOf("智创城", "2022-10-01")).toMatchObject([{ name: "李四" }]);
      expect(await teams.absences("2022-10-01")).toEqual([]);
      const [absence] = await teams.absences("2022-09-20");
      await teams.dropAbsence(absence?.id ?? 0);
      await teams.keepContact({ unit: "智创城", part: "副手" }, null);
      expect(await teams.contactsOf("智创城", "2022-09-30")).toEqual([
        { name: "李四", openId: null, part: "联络员" },
      ]);
    });

    it("places on teams", async () => {
      await tx().projects.keepProjects([project("S-01"), project("S-02")]);
      const zhang = { name: "张伟", part: "联络员", unit: null, openId: "ou_zhang" };
      await tx().teams.keepTeam("S-01", [zhang]);
      await tx().teams.keepTeam("S-02", [{ ...zhang, part: "负责人" }]);
      expect(await tx().teams.places()).toEqual([
        { ...zhang, code: "S-01" },
        { ...zhang, code: "S-02", part: "负责人" },
      ]);
    });
  });

  describe("leavers", () => {
    it("one mark each in the place of the account: rows that must be unique stay so", async () => {
      await twoLeave(store, tables);
    });
  });
}

/** Two people who have left, each with an answer of a kind that must be unique. */
async function twoLeave(store: Parts["store"], tables: Parts["tables"]): Promise<void> {
  const { chats, leavers, people, refusals } = atOnce(store());
  for (const openId of ["ou_4e1d0001", "ou_4e1d0002"]) {
    await people.register(
      { openId, name: "张伟", unit: null, section: null, role: "reporter" },
      "ou_li",
      NOW,
    );
    const chat = { chatId: `oc_${openId}`, type: "p2p", name: "", external: false, office: false } as const;
    await chats.keep(chat, NOW);
    const refused = { openId, chatId: chat.chatId, messageId: null, code: "office-only", what: "绑定" };
    await refusals.add(refused, NOW);
    await leavers.forget(openId, NOW);
    expect(await chats.find(chat.chatId)).toBeNull();
    expect(await people.find(openId)).toBeNull();
  }
  const marks: string[] = await tables()("refusals").orderBy("id").pluck("open_id");
  expect(marks).toHaveLength(2);
  for (const mark of marks) expect(mark).toMatch(/^已离开:[0-9a-f]{8}$/);
  expect(new Set(marks).size).toBe(2);
}
