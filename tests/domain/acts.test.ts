import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  ACTS,
  type Act,
  type ActPlace,
  type ActRole,
  actRow,
  fitsPlace,
  grantOf,
} from "../../src/domain/acts.js";

/** The product's own code, without the table itself. */
const CODE = ["src/bot", "src/cards", "src/domain", "commands", "jobs"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && file !== "acts.ts")
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), "utf8") })),
);

const ROLES: readonly ActRole[] = ["office", "leader", "reporter", "guest"];
/** The five places of a row, in this order. */
const PLACES: readonly (ActPlace & { name: string })[] = [
  { name: "内部群", type: "group", external: false, office: false },
  { name: "推进办的群", type: "group", external: false, office: true },
  { name: "私聊", type: "p2p", external: false, office: false },
  { name: "外部群", type: "group", external: true, office: false },
  { name: "外单位的私聊", type: "p2p", external: true, office: false },
];

/**
 * Who may do what, written by hand: 推进办 领导 填报 未登记, and for each the five places above. `y` may, `o` may
 * with what is their own, `-` may not. A cell that changes is changed here too, knowingly.
 */
const MATRIX: Record<Act, string> = {
  look: "yyyyy yyyyy yyyyy yyyyy",
  report: "yyyyy ----- ooooo -----",
  "entry.undo": "yyyyy ----- ooooo -----",
  "problem.raise": "yyyyy ----- ooooo -----",
  "problem.handle": "yyyyy ----- ooooo -----",
  "problem.extend": "yyyyy ----- ooooo -----",
  "problem.return": "yyyyy ----- ooooo -----",
  "problem.ask-close": "yyyyy ----- ooooo -----",
  "problem.close": "yyyyy ----- ----- -----",
  "problem.ask-up": "yyyyy yyyyy ooooo -----",
  "problem.send-up": "yyyyy yyyyy ----- -----",
  "project.change": "yyy-- ----- ----- -----",
  "plan.freeze": "yyy-- ----- ----- -----",
  "control.set": "yyy-- ----- ----- -----",
  "rule.set": "yyy-- ----- ----- -----",
  "team.set": "yyy-- ----- ooo-- -----",
  "meeting.arrange": "yyy-- ----- ----- -----",
  "meeting.decide": "yyy-- ----- ----- -----",
  "action.handle": "yyy-- ----- ooo-- -----",
  "month.close": "yyy-- ----- ----- -----",
  "year.carry": "yyy-- ----- ----- -----",
  "ranking.look": "-yy-- -yy-- ----- -----",
  "ranking.sign": "-yy-- -yy-- ----- -----",
  "bulletin.draft": "-yy-- ----- ----- -----",
  "bulletin.review": "-yy-- -yy-- ----- -----",
  "bulletin.sign": "-yy-- -yy-- ----- -----",
  "promise.look": "yyy-- yyy-- ooo-- -----",
  "audit.look": "yyy-- yyy-- ooo-- -----",
  "land.price": "-yy-- -yy-- -oo-- -----",
  "tax.handle": "-y--- ----- ----- -----",
  "credit.name": "yyy-- yyy-- ooo-- -----",
  "credit.look": "-yy-- -yy-- ----- -----",
  "credit.decide": "-yy-- -yy-- ----- -----",
  "service.ask": "yyy-- yyy-- yyy-- -----",
  "service.handle": "yyy-- ----- ooo-- -----",
  "person.set": "yyyyy ----- ----- -----",
  "person.leave": "yyy-- ----- ----- -----",
  "absence.note": "yyy-- yyy-- ooo-- -----",
  "duties.look": "yyyyy yyyyy ooooo ooooo",
  "chat.bind": "yyyyy ----- ----- -----",
  "posts.arrange": "yyy-- ----- ----- -----",
  "posts.chase": "yyy-- ----- ----- -----",
  "posts.own": "yyy-- yyy-- yyy-- yyy--",
  "rights.look": "yyy-- ----- ----- -----",
  "bot.diagnose": "yyy-- ----- ----- -----",
};

const MARKS = { yes: "y", own: "o", no: "-" } as const;

describe("谁可以做什么", () => {
  it("has a row here for every act, and none for an act that is gone", () => {
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(ACTS).sort());
  });

  it("says of each act in few words what it is, and of no two the same", () => {
    const words = Object.values(ACTS).map(({ say }) => say);
    expect(new Set(words).size).toBe(words.length);
    for (const say of words) expect(say).toMatch(/^[\p{Script=Han}、]{2,14}$/u);
  });

  describe.each(Object.keys(MATRIX) as Act[])("%s", (act) => {
    const cells = MATRIX[act].split(" ");

    it("is written for four roles and five places", () => {
      expect(cells.map((cell) => cell.length)).toEqual([5, 5, 5, 5]);
    });

    it.each(
      ROLES.flatMap((role, row) => PLACES.map((place, at) => ({ role, place, row, at, is: place.name }))),
    )("$role, $is", ({ role, place, row, at }) => {
      const found = fitsPlace(act, place) ? MARKS[grantOf(act, role)] : "-";
      expect(found).toBe(cells[row]?.[at]);
    });
  });

  it("an outside group never comes nearer to what is the office's than its own projects", () => {
    const open = (Object.keys(ACTS) as Act[]).filter(
      (act) =>
        grantOf(act, "guest") !== "no" && fitsPlace(act, { type: "group", external: true, office: false }),
    );
    expect(open.sort()).toEqual(["duties.look", "look"]);
  });

  it("being the office's own group does not help where outsiders are", () => {
    for (const act of ["ranking.look", "land.price", "tax.handle", "audit.look"] as const)
      expect(fitsPlace(act, { type: "group", external: true, office: true })).toBe(false);
  });

  it("every act is asked somewhere: a row that nothing asks is no right", () => {
    const asks = (act: string) =>
      act.includes(".") ? new RegExp(`"${act.replace(".", "\\.")}"`) : new RegExp(`act: "${act}"`);
    const unasked = Object.keys(ACTS).filter((act) => !CODE.some(({ text }) => asks(act).test(text)));
    expect(unasked).toEqual([]);
  });

  // Who is invited, told, counted or registered hangs on the role and is no right.
  it("who may is asked of the table, not of the role", () => {
    const beside = CODE.filter(({ text }) => /[rR]ole (?:===|!==) "(?:office|leader)"/.test(text));
    expect(beside.map(({ file }) => file).sort()).toEqual([
      "jobs/leader-brief.ts",
      "src/bot/meeting/invited.ts",
      "src/bot/nudging.ts",
      "src/bot/people/register.ts",
      "src/bot/problem/standing.ts",
    ]);
  });

  it("writes down what holds beside the grants", () => {
    expect(actRow("problem.close").rule).toBe("自己报的不能自己销");
    expect(actRow("problem.ask-up").rule).toBe("到办级为止");
    expect(actRow("report").rule).toBe("领导只看不填");
  });
});
