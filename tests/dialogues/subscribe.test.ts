import { expect, it } from "vitest";
import { Office } from "../support/office.js";

const office = await Office.open();

it("订阅 says of each post once when it comes and once what it brings", async () => {
  const { text } = await office.zhang.says("订阅").gets("✅ 推进会提醒　会前7、3、1个工作日和当天：");
  const [line = ""] = /✅ 推进会提醒.*/u.exec(text) ?? [];
  expect(line.match(/7、3、1个工作日/g)).toHaveLength(1);
});
