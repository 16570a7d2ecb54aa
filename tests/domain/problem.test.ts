import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../src/domain/day.js";
import {
  type ProblemChange,
  type ProblemEvent,
  type ProblemState,
  problemOf,
} from "../../src/domain/problem.js";
import { categoryOf } from "../../src/domain/problem-category.js";
import { levelOf } from "../../src/domain/problem-level.js";
import { type Standing, verdictOn } from "../../src/domain/problem-role.js";
import { actionIn, type ProblemAction, stepOf } from "../../src/domain/problem-step.js";

const STATES: ProblemState[] = ["open", "in-progress", "resolve-asked", "closed", "reopened"];
const ACTIONS: ProblemAction[] = ["assign", "update", "resolve", "close", "reopen", "extend", "escalate"];

const nobody: Standing = { role: "reporter", isReporter: false, isWriter: false, isLead: false };
const ROLES = {
  office: { ...nobody, role: "office" },
  "office that reported it": { ...nobody, role: "office", isReporter: true },
  "unit that reported it": { ...nobody, isWriter: true, isReporter: true },
  "project's unit": { ...nobody, isWriter: true },
  lead: { ...nobody, isLead: true },
  leader: { ...nobody, role: "leader" },
  others: nobody,
  "not registered": { ...nobody, role: "guest" },
} satisfies Record<string, Standing>;

/** A change that takes the action. */
const CHANGES: Record<ProblemAction, ProblemChange> = {
  assign: { is: "assign", words: "让绿容局牵头", lead: "区绿化市容局" },
  update: { is: "update", words: "已开会" },
  resolve: { is: "resolve", words: "解决了" },
  close: { is: "close", words: "同意" },
  reopen: { is: "reopen", words: "还有1户" },
  extend: { is: "extend", words: "延到10月底", due: "2022-10-31", reason: "疫情" },
  escalate: { is: "escalate", words: "上报", level: "办" },
};

/** How a problem came to be in a state. */
const WAYS: Record<ProblemState, ProblemAction[]> = {
  open: [],
  "in-progress": ["update"],
  "resolve-asked": ["resolve"],
  closed: ["resolve", "close"],
  reopened: ["resolve", "reopen"],
};

let ids = 0;
const event = (change: ProblemChange, writeId = `w${ids}`): ProblemEvent => ({
  id: ++ids,
  change,
  saidAt: at("2022-09-20"),
  saidBy: "ou_1",
  saidByName: "张伟",
  writeId,
});
const OPENING: ProblemChange = { is: "open", words: "2户未签约", category: "征收腾地", due: "2022-09-30" };
const inState = (state: ProblemState) => [
  event(OPENING),
  ...WAYS[state].map((action) => event(CHANGES[action])),
];

/** Where each action leads from each state; "=" it is there already, "✗" not now. */
const TABLE: Record<ProblemState, Record<ProblemAction, ProblemState | "=" | "✗">> = {
  open: {
    assign: "open",
    update: "in-progress",
    resolve: "resolve-asked",
    close: "closed",
    reopen: "in-progress",
    extend: "open",
    escalate: "open",
  },
  "in-progress": {
    assign: "in-progress",
    update: "in-progress",
    resolve: "resolve-asked",
    close: "closed",
    reopen: "in-progress",
    extend: "in-progress",
    escalate: "in-progress",
  },
  "resolve-asked": {
    assign: "resolve-asked",
    update: "resolve-asked",
    resolve: "=",
    close: "closed",
    reopen: "reopened",
    extend: "✗",
    escalate: "✗",
  },
  closed: {
    assign: "✗",
    update: "✗",
    resolve: "=",
    close: "=",
    reopen: "reopened",
    extend: "✗",
    escalate: "✗",
  },
  reopened: {
    assign: "reopened",
    update: "in-progress",
    resolve: "resolve-asked",
    close: "closed",
    reopen: "in-progress",
    extend: "reopened",
    escalate: "reopened",
  },
};

/** Who may take an action at all: O office, S the office that reported it, R the unit that did, U, L, and nobody else. */
const MAY: Record<ProblemAction, (keyof typeof ROLES)[]> = {
  assign: ["office", "office that reported it", "unit that reported it", "project's unit", "lead"],
  update: ["office", "office that reported it", "unit that reported it", "project's unit", "lead"],
  resolve: ["office", "office that reported it", "unit that reported it", "project's unit", "lead"],
  close: ["office"],
  reopen: ["office", "office that reported it", "unit that reported it", "project's unit", "lead"],
  extend: ["office", "office that reported it", "unit that reported it", "project's unit", "lead"],
  escalate: [
    "office",
    "office that reported it",
    "unit that reported it",
    "project's unit",
    "lead",
    "leader",
  ],
};

describe.each(STATES)("a problem that is %s", (state) => {
  it("is in that state after its events", () => {
    expect(problemOf(1, "S-06", inState(state))?.state).toBe(state);
  });

  it.each(ACTIONS)("%s", (action) => {
    const expected = TABLE[state][action];
    const step = stepOf(state, action);
    expect(step.is === "goes" ? step.to : step.is === "already" ? "=" : "✗").toBe(expected);
    if (step.is !== "goes") return;
    const change = CHANGES[actionIn(state, action)];
    expect(problemOf(1, "S-06", [...inState(state), event(change)])?.state).toBe(expected);
  });

  it.each(ACTIONS.flatMap((action) => Object.keys(ROLES).map((role) => [action, role] as const)))(
    "%s by %s",
    (action, name) => {
      const role = name as keyof typeof ROLES;
      const verdict = verdictOn(action, state, ROLES[role]);
      const isLeadOnClosed = state === "closed" && action === "reopen" && role === "lead";
      expect(verdict === "yes").toBe(MAY[action].includes(role) && !isLeadOnClosed);
      if (action === "close" && role === "office that reported it") expect(verdict).toBe("own");
      if (action === "close" && role === "project's unit") expect(verdict).toBe("office-only");
    },
  );
});

describe("上报区政府", () => {
  it.each([
    ["office", "yes"],
    ["leader", "yes"],
    ["project's unit", "office-only"],
    ["lead", "office-only"],
    ["others", "not-yours"],
    ["not registered", "not-yours"],
  ] as const)("by %s: %s", (role, expected) => {
    expect(verdictOn("escalate", "open", ROLES[role], "区")).toBe(expected);
  });
});

describe("a problem", () => {
  it("keeps its old dates, with the reasons", () => {
    const problem = problemOf(1, "S-06", [event(OPENING), event(CHANGES.extend)]);
    expect(problem).toMatchObject({
      due: "2022-10-31",
      extensions: [{ from: "2022-09-30", to: "2022-10-31", reason: "疫情" }],
    });
  });

  it("is gone when its opening was taken back, and as before when a step was", () => {
    const [opening, step] = [event(OPENING), event(CHANGES.resolve)];
    expect(problemOf(1, "S-06", [{ ...opening, undone: true }, step])).toBeNull();
    expect(problemOf(1, "S-06", [opening, { ...step, undone: true }])).toEqual(
      problemOf(1, "S-06", [opening]),
    );
  });

  it("does not depend on the order in which its events are read", () => {
    const changes = fc.array(fc.constantFrom(...Object.values(CHANGES)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (list, keys) => {
        const events = [event(OPENING), ...list.map((change) => event(change))];
        const shuffled = events
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(problemOf(1, "S-06", shuffled)).toEqual(problemOf(1, "S-06", events));
      }),
    );
  });
});

describe("levelOf", () => {
  it.each([
    ["2022-09-20", "科"],
    ["2022-09-14", "科"],
    ["2022-09-13", "办"],
    ["2022-09-06", "办"],
    ["2022-09-05", "区"],
    ["2022-10-01", "科"],
  ] as const)("due %s, on 20 September: %s", (due, level) => {
    expect(levelOf(due, at("2022-09-20", "23:59"))).toBe(level);
  });

  it("without a due date nothing is overdue", () => {
    expect(levelOf(null, at("2022-09-20"))).toBe("科");
  });
});

describe("categoryOf", () => {
  it.each([
    ["施工许可迟迟批不下来", "审批"],
    ["2户未签约", "征收腾地"],
    ["有3户不肯搬", "征收腾地"],
    ["资金缺口2000万", "资金"],
    ["地下有根老电缆，电力公司一直不来迁", "管线"],
    ["雨水管与燃气管冲突", "管线"],
    ["地下水超标，等治理方案", "土地污染"],
    ["图纸还没出", "方案"],
    ["幕墙厂家供货跟不上", "施工"],
    ["基坑渗水", "施工"],
    ["没人管", "其他"],
  ] as const)("%s is %s", (words, category) => {
    expect(categoryOf(words)).toBe(category);
  });
});

it("佐证 is counted, and moves nothing", () => {
  const events = [...inState("resolve-asked"), event({ is: "evidence", words: "附：验收单" })];
  const before = problemOf(1, "S-06", inState("resolve-asked"));
  expect(problemOf(1, "S-06", events)).toEqual({ ...before, evidence: 1 });
});
