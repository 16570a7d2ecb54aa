import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

/** The closed month is August; what is said on 9月20日 is September's, on 10月20日 October's. */
describe("the same words three months running", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;

  it("is no silence the second time", async () => {
    await wang.says("606 并联审批材料补正中").gets("606地块", /^(?!.*同样的话)/s);
    await office.isNow("2022-10-20T10:00:00+08:00");
    await wang.says("606 并联审批，材料补正中").gets("606地块", /^(?!.*同样的话)/s);
  });

  it("the third time it is said kindly, and written all the same", async () => {
    await office.isNow("2022-11-18T10:00:00+08:00");
    await wang
      .says("606 并联审批材料补正中。")
      .gets("已记入", "已连续3个月是同样的话：“并联审批材料补正中”，有新进展请补一句");
  });

  it("is listed, and stands on the project's card", async () => {
    await li.says("沉默").gets("606地块", "9月至11月，连续3个月同样的话");
    await li.says("哪些项目三个月没动").gets("606地块");
    await li.says("连续三个月没变化的").gets("606地块");
    await zhang.says("查 606").gets("已连续3个月是同样的话：“并联审批");
  });

  it("new words end it, and the same ones behind them do not bring it back", async () => {
    await wang.says("606 工规证批下来了，桩基进场").gets("已记入", /^(?!.*同样的话)/s);
    await zhang.says("查 606").gets(/^(?!.*同样的话)/s);
    await wang.says("606 并联审批材料补正中").gets(/^(?!.*同样的话)/s);
    expect((await li.says("沉默").gets()).text).not.toContain("606地块");
  });

  it("taking the third report back takes the silence back", async () => {
    await wang.says("能源站 本月无变化").gets("能源站", /^(?!.*报无变化，)/s);
    await office.isNow("2022-12-20T10:00:00+08:00");
    await wang.says("能源站 本月无变化").gets("能源站", /^(?!.*报无变化，)/s);
    await office.isNow("2023-01-18T10:00:00+08:00");
    await wang.says("能源站 本月无变化").gets("已连续3个月报无变化，有新进展请补一句");
    await wang.says("撤销").gets("撤销");
    await wang.says("查 能源站").gets(/^(?!.*报无变化)/s);
  });
});
