import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("the same meeting in two groups", async () => {
  const office = await Office.open();
  const { li } = office;
  const inner = li.in(OFFICE_GROUP);

  it("is booked once: the other group hears where it stands", async () => {
    await li.says("排会 周四下午3点 区府2楼").gets("已排重大项目推进会");
    await inner
      .says("排会 周四下午3点 区府5楼")
      .gets("已经排过了", "“重大项目推进群”里已经排了这个会", "9月22日 周四 15:00，地点区府2楼", "没有再排");
    const { text } = await li.says("会议").gets("还排着1次");
    expect(text.match(/9月22日/g)).toHaveLength(1);
  });

  it("at another time of that day it is asked, and then may be booked", async () => {
    const card = await inner.says("排会 周四下午4点 区府2楼").gets("没有排会", "会算两次、提醒两次");
    await li.says("会议").gets("还排着1次");
    await (await inner.clicks(card, "是另一个会，在这里也排")).shows(
      "已排重大项目推进会",
      "9月22日 周四 16:00",
    );
    await li.says("会议").gets("还排着2次");
  });

  it("a 专题 on the same matter, too; on another one it is another meeting", async () => {
    await li.says("排会 专题 武宁路管线搬迁 周五下午2点 区府2楼").gets("已排武宁路管线搬迁专题协调会");
    await inner.says("排会 专题 武宁路管线搬迁 周五下午2点 区府2楼").gets("已经排过了");
    await inner.says("排会 专题 武宁路征收 周五下午2点 区府2楼").gets("没有排会", "武宁路管线搬迁专题协调会");
    await inner.says("排会 专题 敦煌南路征收 周五下午2点 区府2楼").gets("已排敦煌南路征收专题协调会");
  });
});

describe("补记", async () => {
  const office = await Office.open();
  const { li } = office;

  it("only its day is known, and nobody was asked to come", async () => {
    await li.says("排会 补记 9月15日").gets("已补记推进会1次");
    const { text } = await li.says("纪要 9月15日").gets("时间　9月15日 周四", "地点　未记");
    expect(text).not.toMatch(/00:00|没回复|参会/);
    const decided = await li
      .says("议定 区建管委 9/30 完成管线迁改方案")
      .gets("会议　9月15日 周四 重大项目推进会");
    expect(decided.text).not.toContain("00:00");
  });
});
