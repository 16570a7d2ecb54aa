import { describe, expect, it } from "vitest";
import { type Absence, askedNow, type UnitContact } from "../../src/domain/team-contacts.js";

const contact = (part: UnitContact["part"], name: string): UnitContact => ({
  unit: "区建设管理委",
  part,
  name,
  openId: `ou_${name}`,
});
const away = (name: string, from: string, until: string, deputy: string | null = null): Absence => ({
  id: 1,
  name,
  openId: `ou_${name}`,
  from,
  until,
  deputy: deputy === null ? null : { name: deputy, openId: null },
});
const all = [contact("负责人", "郑局"), contact("副手", "王五"), contact("联络员", "张伟")];
const DAY = "2022-09-23";
const order = (contacts: readonly UnitContact[], absences: readonly Absence[], day = DAY) =>
  askedNow(contacts, absences, day).map(({ part, name }) => `${part} ${name}`);

describe("askedNow", () => {
  it.each<[string, readonly UnitContact[], readonly Absence[], string[]]>([
    ["the contact, then the head; the deputy waits", all, [], ["联络员 张伟", "负责人 郑局"]],
    ["away: the deputy", all, [away("张伟", DAY, DAY)], ["副手 王五", "负责人 郑局"]],
    [
      "away with a stand-in of one's own: that one first",
      all,
      [away("张伟", "2022-09-20", DAY, "李四")],
      ["副手 李四", "副手 王五", "负责人 郑局"],
    ],
    [
      "the deputy is away as well: the head",
      all,
      [away("张伟", DAY, DAY), away("王五", "2022-09-01", "2022-12-31")],
      ["负责人 郑局"],
    ],
    [
      "over the day before, or not begun: no absence",
      all,
      [away("张伟", "2022-09-01", "2022-09-22"), away("张伟", "2022-09-24", "2022-09-30")],
      ["联络员 张伟", "负责人 郑局"],
    ],
    ["no contact at all: the deputy", [contact("副手", "王五")], [], ["副手 王五"]],
    ["away without anybody else: nobody", [contact("联络员", "张伟")], [away("张伟", DAY, DAY)], []],
  ])("%s", (_, contacts, absences, expected) => {
    expect(order(contacts, absences)).toEqual(expected);
  });

  it("tells for whom somebody stands in, and until when, the longest absence counting", () => {
    const absences = [away("张伟", DAY, DAY), away("张伟", DAY, "2022-09-30")];
    expect(askedNow(all, absences, DAY)[0]).toEqual({
      name: "王五",
      openId: "ou_王五",
      part: "副手",
      insteadOf: { name: "张伟", until: "2022-09-30" },
    });
  });
});
