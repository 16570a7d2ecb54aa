import { describe, expect, it } from "vitest";
import { stepOf } from "../../src/domain/problem-step.js";
import {
  mayStep,
  SERVICE_STANDSTILL,
  type ServiceChange,
  type ServiceEvent,
  type ServiceStanding,
  serviceOf,
} from "../../src/domain/service.js";
import { isPerson, withoutContacts } from "../../src/domain/service-privacy.js";

describe("phone numbers and addresses are left out", () => {
  it.each([
    ["门口积水，电话13812345678", "门口积水"],
    ["请联系 138 1234 5678 解决", "请联系 解决"],
    ["座机021-52830000转8012，门口积水", "，门口积水"],
    ["门口积水（联系电话：52830000）", "门口积水"],
    ["发到 li.min@example.com 即可", "发到 即可"],
  ])("%s → %s", (said, kept) => {
    expect(withoutContacts(said)).toEqual({ text: kept, isRemoved: true });
  });

  it.each([
    "总投资21000000元",
    "总投资13500000000元",
    "9月30日前答复",
    "1300平方米，13号楼",
    "2022-09-30前",
    "沪规许2022-310-00012号",
  ])("%s stays", (said) => {
    expect(withoutContacts(said)).toEqual({ text: said, isRemoved: false });
  });
});

it.each([
  ["王总", true],
  ["李先生", true],
  ["国华人寿", false],
  ["上海总部基地公司", false],
])("%s is a person: %s", (name, person) => {
  expect(isPerson(name)).toBe(person);
});

const nobody: ServiceStanding = { isOffice: false, isAsker: false, isAnswering: false, hasAnswered: false };

it.each([
  ["resolve", { isAnswering: true }, "yes"],
  ["resolve", { isAsker: true }, "not-yours"],
  ["close", { isAsker: true }, "yes"],
  ["close", { isAnswering: true }, "not-yours"],
  ["close", { isOffice: true, hasAnswered: true }, "own-answer"],
  ["reopen", { isOffice: true, hasAnswered: true }, "yes"],
  ["assign", { isAsker: true }, "yes"],
  ["extend", {}, "not-yours"],
] as const)("%s by %o: %s", (action, who, verdict) => {
  expect(mayStep(action, { ...nobody, ...who })).toBe(verdict);
});

describe("a request goes a problem's way, in its own words", () => {
  let ids = 0;
  const event = (change: ServiceChange, writeId = `w${ids}`): ServiceEvent => ({
    id: ++ids,
    change,
    saidAt: ids,
    saidBy: "ou_1",
    saidByName: "张伟",
    writeId,
  });
  const open = event({ is: "open", words: "加快许可", enterprise: "国华人寿" });
  const answer = event({ is: "resolve", words: "已发证" });

  it("已答复 waits for 办结, and is not put off before it is sent back", () => {
    expect(serviceOf(3, [open, answer])).toMatchObject({
      state: "resolve-asked",
      answer: { words: "已发证" },
    });
    expect(stepOf("resolve-asked", "extend", SERVICE_STANDSTILL)).toMatchObject({
      is: "not-now",
      why: expect.stringContaining("已经答复了"),
    });
    expect(stepOf("closed", "update")).toMatchObject({ why: expect.stringContaining("已经销号了") });
  });

  it("what is taken back counts for nothing", () => {
    expect(serviceOf(3, [open, { ...answer, undone: true }])).toMatchObject({ state: "open" });
    expect(serviceOf(3, [{ ...open, undone: true }, answer])).toBeNull();
  });
});
