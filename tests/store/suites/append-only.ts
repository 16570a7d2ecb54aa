import type { Knex } from "knex";
import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../src/store/audit.js";
import type { NewRecord } from "../../../src/store/ledger.js";
import { project } from "./ledger.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const CHANGE: AuditEntry = {
  subject: "project",
  subjectId: "S-06",
  what: "责任单位",
  from: "区建设管理委",
  to: "桃浦智创城公司",
  reason: "分工调整",
  at: NOW,
  by: "ou_li",
  byName: "李敏",
  chatId: "oc_a",
  messageId: "om_1",
  words: "把武宁路的责任单位改成桃浦智创城公司",
};

const RECORD: NewRecord = {
  measure: "percent",
  value: 65,
  code: "S-06",
  saidAt: NOW,
  dataMonth: "2022-09",
  saidBy: "ou_zhang",
  saidByName: "张伟",
  chatId: "oc_a",
  messageId: "om_1",
  words: "武宁路65%",
  writeId: "w1",
  source: "chat",
};

/** Table → a column of its content with what somebody might put there. */
const CONTENT: Record<string, Record<string, string | number>> = {
  entries: { data: "{}", words: "改过的话", said_at: 1, code: "S-07", write_id: "w" },
  withdrawals: { withdrawn_at: 1, write_id: "w" },
  problem_events: { data: "{}", said_at: 1, message_id: "om" },
  action_events: { data: "{}", said_at: 1, message_id: "om" },
  audit: { old: "没有", new: "没有", reason: "没有", what: "别的", subject_id: "S-07", at: 1, words: "没有" },
};

export function appendOnlySuite({ store, tables }: Parts): void {
  describe("what is append-only", () => {
    const ready = async () => {
      const tx = atOnce(store());
      await tx.projects.keepProjects([project("S-06"), project("S-07")]);
      await store().transaction(async (each) => {
        await each.ledger.append([RECORD], NOW);
        await each.ledger.withdraw("w1", "ou_li", "om_2", NOW);
      });
      const event = {
        change: { is: "open", words: "2户未签约", category: "征收腾地" } as const,
        saidAt: NOW,
        saidBy: "ou_zhang",
        saidByName: "张伟",
        writeId: "w2",
        chatId: "oc_a",
        messageId: "om_3",
      };
      await tx.problems.open("S-06", event, NOW);
      await tx.actions.open(
        {
          ...event,
          change: { is: "open", words: "完成方案", unit: "区建设管理委", due: "2022-09-30", meetingId: null },
          writeId: "w3",
        },
        NOW,
      );
      await tx.audit.add([CHANGE]);
    };
    const attempt = (work: (db: Knex.Transaction) => Promise<unknown>) => tables().transaction(work);

    it("the audit trail gives back what it was given, newest first, by subject and by id", async () => {
      await ready();
      const { audit } = atOnce(store());
      await audit.add([
        {
          subject: "plan",
          subjectId: "S-07",
          what: "年度目标",
          from: null,
          to: "3亿",
          at: NOW,
          by: "ou_li",
          byName: "李敏",
        },
      ]);
      expect(await audit.of("project", "S-06", 5)).toEqual([CHANGE]);
      expect((await audit.latest(5)).map(({ subject }) => subject)).toEqual(["plan", "project"]);
      expect(await audit.latest(1)).toHaveLength(1);
      expect(await audit.latest(5, { subjects: ["project", "team"] })).toEqual([CHANGE]);
      expect(await audit.latest(5, { subjectIds: ["S-07"] })).toMatchObject([{ what: "年度目标" }]);
      expect(await audit.latest(5, { subjects: ["project"], subjectIds: ["S-07"] })).toEqual([]);
    });

    it("its repository adds and reads, and offers nothing else", () => {
      expect(Object.keys(store().read.audit).sort()).toEqual(["add", "latest", "latestBy", "of"]);
    });

    it.each(Object.keys(CONTENT))("nothing is taken out of %s", async (table) => {
      await ready();
      await expect(attempt((db) => db(table).delete())).rejects.toThrow("append-only");
      expect(await tables()(table)).toHaveLength(1);
    });

    it.each(
      Object.entries(CONTENT).flatMap(([table, columns]) =>
        Object.entries(columns).map(([column, value]) => [table, column, value] as const),
      ),
    )("of %s %s stays as it was written", async (table, column, value) => {
      await ready();
      const [before] = await tables()(table);
      await expect(attempt((db) => db(table).update({ [column]: value }))).rejects.toThrow("append-only");
      expect(await tables()(table)).toEqual([before]);
    });

    it.each([
      ["entries", "said_by"],
      ["withdrawals", "withdrawn_by"],
      ["problem_events", "said_by"],
      ["audit", "by"],
    ])("in %s %s can be replaced, for somebody who has left", async (table, column) => {
      await ready();
      await attempt((db) => db(table).update({ [column]: "已离开:1a2b3c4d" }));
      expect(await tables()(table)).toMatchObject([{ [column]: "已离开:1a2b3c4d" }]);
    });

    it("where a person is the subject, the mark may come in the place of the open_id", async () => {
      await atOnce(store()).audit.add([{ ...CHANGE, subject: "person", subjectId: "ou_zhang" }]);
      await attempt((db) => db("audit").update({ subject_id: "已离开:1a2b3c4d" }));
      expect(await tables()("audit")).toMatchObject([{ subject_id: "已离开:1a2b3c4d" }]);
    });
  });
}
