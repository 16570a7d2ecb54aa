import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

// 皋兰山路 stands at 5180万 since August; September was not reported.
describe("又完成 after a month that is not in the cumulative", async () => {
  const office = await Office.open();
  const { zhang } = office;
  await office.isNow("2022-10-12T10:00:00+08:00");

  it("the month's 100万 would be lost on top of August alone: it is asked", async () => {
    await zhang.says("皋兰山路10月完成100万").gets("10月投资 100万（缺9月，累计没有推算）");
    const { text } = await zhang
      .says("又完成100万")
      .gets(
        "10月报过的当月完成 100万 还没算进累计",
        "又完成 100万 没有记",
        "10月一共完成 200万",
        "累计 5380万",
      );
    expect(text).not.toContain("已记入");
  });

  it("booked on the month both are kept: 100 + 100", async () => {
    const card = await zhang.says("又完成100万").gets("10月一共完成 200万");
    await (await zhang.clicks(card, "10月一共完成 200万")).shows("10月投资 100万 → 200万");
    const more = await zhang.says("再加50万").gets("10月一共完成 250万", "累计 5430万");
    await (await zhang.clicks(more, "缺报的月份没有完成，累计 5430万")).shows(
      "本年累计投资",
      "5430万（截至10月",
    );
  });
});

// November follows, with October kept and September still missing: 5180 + 100 + 30.
describe("又完成 in the month after", async () => {
  const office = await Office.open();
  const { zhang } = office;

  it("an older month's sum that is in no cumulative is not lost either", async () => {
    await office.isNow("2022-10-12T10:00:00+08:00");
    await zhang.says("皋兰山路10月完成100万").gets("累计没有推算");
    await office.isNow("2022-11-14T10:00:00+08:00");
    await zhang
      .says("皋兰山路又完成30万")
      .gets("10月报过的当月完成 100万 还没算进累计", "又完成 30万 没有记", "11月完成 30万", "累计 5310万");
  });
});
