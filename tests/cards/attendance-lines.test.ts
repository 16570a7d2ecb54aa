import { describe, expect, it } from "vitest";
import { attendanceLines } from "../../src/cards/meeting/attendance-lines.js";

const answers = [
  { openId: "ou_a", name: "张伟", answer: "参会" },
  { openId: "ou_b", name: "王芳", answer: "参会" },
  { openId: "ou_c", name: "陈主任", answer: "请假" },
] as const;
const invited = ["李敏", "周强"].map((name) => ({
  openId: `ou_${name}`,
  name,
  unit: null,
  section: null,
  role: "reporter" as const,
}));

describe("attendance", () => {
  it("names everybody where all are of the chat", () => {
    expect(attendanceLines(answers, { invited: [] })).toEqual(["参会2人：张伟、王芳", "请假1人：陈主任"]);
  });

  it("counts those who are not", () => {
    const here = new Set(["ou_a", "ou_周强"]);
    expect(attendanceLines(answers, { invited, here })).toEqual([
      "参会2人：张伟，另1人",
      "请假1人",
      "还没回复2人：周强，另1人",
    ]);
  });
});
