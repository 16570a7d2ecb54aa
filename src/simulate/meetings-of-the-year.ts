import { addDays, at, type Day, formatDay } from "../domain/day.js";
import { addWorkdays, onOrAfterWorkday } from "../domain/workdays.js";
import { LI_MIN, OFFICE_GROUP, PROJECT_GROUP, WANG_FANG, ZHANG_WEI } from "../sandbox/scene.js";
import type { Deed } from "./script.js";

/** Nine months of the year have their 推进会; January, July and December have none. */
const HELD = [2, 3, 4, 5, 6, 8, 9, 10, 11];
/** workdays before a meeting on which it is booked */
const BOOKED = 11;

/** What each meeting decides; the unit of each has somebody who answers. */
const DECISIONS = [
  { unit: "区建设管理委", contact: "张伟", words: "完成管线迁改方案" },
  { unit: "桃浦智创城公司", contact: "王芳", words: "完成施工总包招标" },
  { unit: "区绿化市容局", contact: "卫样本", words: "完成绿化搬迁审批" },
];

/** The problems of the year, in the order of their numbers. */
const PROBLEMS: { on: string; by: string; says: string }[] = [
  { on: "03-10", by: ZHANG_WEI, says: "武宁路2户未签约，请征收中心协调，4月8日前" },
  { on: "07-04", by: WANG_FANG, says: "新金环88广场幕墙设计方案未定，请桃浦智创城公司协调，8月31日前" },
  { on: "04-06", by: ZHANG_WEI, says: "#1 已签约1户，延到4月29日，原因评估未完" },
  { on: "04-28", by: ZHANG_WEI, says: "#1 都已签约，申请销号" },
  { on: "04-29", by: LI_MIN, says: "#1 同意销号" },
];

/** Bookings, attendance, decisions and what becomes of them, and the year's problems. */
export function meetingDeeds(year: number, idOf: ReadonlyMap<string, string>): Deed[] {
  const deeds: Deed[] = [];
  let number = 0;
  for (const [index, month] of HELD.entries()) {
    const day = onOrAfterWorkday(`${year}-${String(month).padStart(2, "0")}-24`);
    const in_ = (on: Day, time: string, by: string, more: Partial<Deed>): Deed => ({
      at: at(on, time),
      by,
      chat: PROJECT_GROUP,
      ...more,
    });
    deeds.push(
      in_(addWorkdays(day, -BOOKED), "10:30", LI_MIN, { says: `排会 ${formatDay(day)}下午2点 区府3楼` }),
    );
    deeds.push(in_(addWorkdays(day, -7), "11:00", ZHANG_WEI, { taps: "参会" }));
    deeds.push(in_(addWorkdays(day, -3), "11:00", WANG_FANG, { taps: "参会" }));
    for (const offset of [0, 1]) {
      const decision = DECISIONS[(index + offset) % DECISIONS.length];
      if (!decision) continue;
      number += 1;
      const due = onOrAfterWorkday(addDays(day, 14 + 7 * offset));
      deeds.push(
        in_(day, offset === 0 ? "15:00" : "15:05", LI_MIN, {
          says: `议定 ${decision.unit} ${formatDay(due)}前 ${decision.words}（第${index + 1}次会）`,
        }),
      );
      // Every third is left to be late; the office agrees to most of the others.
      if (number % 3 === 0) continue;
      const by = idOf.get(decision.contact) ?? LI_MIN;
      deeds.push(in_(addWorkdays(due, -2), "16:00", by, { says: `议${number} 完成了：方案已报送` }));
      if (number % 4 !== 0)
        deeds.push(in_(addWorkdays(due, -1), "16:00", LI_MIN, { says: `议${number} 同意办结` }));
    }
  }
  for (const { on, by, says } of PROBLEMS)
    deeds.push({ at: at(onOrAfterWorkday(`${year}-${on}`), "10:10"), by, chat: PROJECT_GROUP, says });
  deeds.push({
    at: at(onOrAfterWorkday(`${year}-09-05`), "10:20"),
    by: LI_MIN,
    chat: OFFICE_GROUP,
    says: "诉求 普实医疗 门口道路夜间照明不足 区建设管理委 9/16",
  });
  return deeds;
}
