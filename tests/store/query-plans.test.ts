import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { audit } from "../../src/store/audit.js";
import { cards } from "../../src/store/cards.js";
import { openDatabase } from "../../src/store/database.js";
import { inbox } from "../../src/store/inbox.js";
import { ledger } from "../../src/store/ledger.js";
import { outbox } from "../../src/store/outbox.js";
import { problems } from "../../src/store/problems.js";
import { projects } from "../../src/store/projects.js";
import { memory, RarelyChanged } from "../../src/store/rarely-changed.js";
import { readOnly } from "../../src/store/unit-of-work.js";

const folder = mkdtempSync(join(tmpdir(), "kaopu-plans-"));
const database = await openDatabase(`sqlite:${join(folder, "ledger.sqlite")}`);
const db = database.write;
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  sql: string;
  bindings: unknown[];
}

/** What SQLite does for each statement that `work` runs. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: Asked[] = [];
  const listen = ({ sql, bindings }: Asked) => void asked.push({ sql, bindings });
  db.on("query", listen);
  await work();
  db.removeListener("query", listen);
  const plans: string[] = [];
  for (const { sql, bindings } of asked) {
    if (!/^(?:select|update|with)/i.test(sql)) continue;
    const rows: { detail: string }[] = await db.raw(`explain query plan ${sql}`, bindings as never);
    plans.push(...rows.map(({ detail }) => detail));
  }
  return plans;
}

const held = memory(db, new RarelyChanged(), false, async () => null);
const ledgers = ledger(db, readOnly);
const ownCards = cards(db, readOnly);
const out = outbox(db, readOnly);
const all = projects(db, held, readOnly);
const known = problems(db);
const events = inbox(db);

/** What is asked at every message, click or tick, and the index that it stands on. */
const QUESTIONS: [what: string, index: RegExp, work: () => Promise<unknown>][] = [
  ["the next rows of the inbox", /inbox_/, () => events.ready(0, 10)],
  ["when the inbox is next due", /inbox_/, () => events.nextAt()],
  ["an event by its key", /inbox/, () => events.find("om_1")],
  ["the next rows of the outbox", /outbox_/, () => out.ready(0, 10, [])],
  ["when the outbox is next due", /outbox_/, () => out.nextAt()],
  ["what may leave at night", /COVERING INDEX outbox_lanes/, () => out.ready(0, 10, [], false)],
  ["whether a post waits for the morning", /outbox_lanes/, () => out.hasHeld()],
  ["when a card's message may leave", /outbox_/, () => out.leaveOfCard("card-1")],
  ["the latest entries of a project", /entries_code_said_at_id_index/, () => ledgers.latest("S-01", 3)],
  [
    "a project's entries of a month",
    /entries_code_said_at_id_index/,
    () => ledgers.latestOf("S-01", "2022-08", ["investment"], 12),
  ],
  ["a project's whole ledger", /entries_code_said_at_id_index/, () => ledgers.ofProject("S-01")],
  [
    "some projects' entries up to a day",
    /entries_code_said_at_id_index/,
    () => ledgers.saidUpTo(1, ["S-01", "S-02"]),
  ],
  ["what a write wrote", /entries_write_id_index/, () => ledgers.write("message:om_1")],
  ["what a message wrote", /entries_message_id_index/, () => ledgers.ofMessage("om_1")],
  [
    "somebody's last write in a chat",
    /entries_chat_id_said_by_id_index/,
    () => ledgers.lastWrite("oc_1", "ou_1"),
  ],
  ["a project's state", /project_state/, () => ledgers.figuresToShow("S-01")],
  ["a project's lamps of the year", /lamp_marks_code_mark_index/, () => all.monthLamps("2022-01", "S-01")],
  ["the card of a message", /outbox_messages/, () => ownCards.ofMessage("om_1")],
  ["what a message did to problems", /problem_events_message_id_index/, () => known.ofMessage("om_1")],
  [
    "somebody's last step with a problem",
    /problem_events_chat_id_said_by_index/,
    () => known.lastWrite("oc_1", "ou_1"),
  ],
  [
    "the changes of a project",
    /audit_subject_subject_id_id_index/,
    () => audit(db).of("project", "S-01", 10),
  ],
  [
    "what somebody has changed in a chat",
    /audit_by_chat_id_id_index/,
    () => audit(db).latestBy("ou_1", "oc_1", 10),
  ],
];

describe("explain query plan", () => {
  it.each(QUESTIONS)("%s: by its index, no table is read through", async (_what, index, work) => {
    const plans = await plansOf(work);
    expect(plans.join("\n")).toMatch(index);
    // A covering index may be walked through; a table may not.
    expect(
      plans.filter((plan) => /^SCAN (?!CONSTANT)/.test(plan) && !/USING (?:COVERING )?INDEX/.test(plan)),
    ).toEqual([]);
  });

  it("reads a table through where there is no index for it: the test can tell", async () => {
    expect(await plansOf(() => db("entries").where({ words: "x" }))).toEqual(["SCAN entries"]);
  });
});
