import { it } from "vitest";
import { Office } from "/work/main/tests/support/office.js";
const office = await Office.open();
const { li, chen } = office;
it("x", async () => {
  const show = async (w: string) => console.log(w + "\n" + (await li.says(w).gets()).text + "\n----");
  console.log((await li.clicks(await li.says("退出 皋兰山路 原因 规划调整").gets(), "确认退出")).toast);
  await office.isNow("2022-12-12T10:00:00+08:00");
  await show("恢复 皋兰山路");
  await show("项目卡 皋兰山路"); await show("谁没报 区建管委");
  console.log(await office.store.read.projects.byCode("R-05"));
});
