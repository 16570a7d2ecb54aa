import { test } from "vitest";
import * as scene from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";
const office = await Office.open();
const li = office.li.in(scene.OFFICE_GROUP);
const show = async (v: any, t: string) => { try { const m = await v.says(t).gets(); console.log("> " + t + "\n" + m.text + "\n--"); return m; } catch (e) { console.log("> " + t + " !! " + (e as Error).message); } };
test("14", async () => {
  await show(office.li, "武威路菜场改造 形象30%");
  await show(office.li, "武威路菜场改造今年计划5000万改成6000万");
  await show(office.li, "武威路菜场改造年度计划应该是6000万");
  await show(office.li, "武威路菜场改造今年计划6000万");
  await show(office.li, "改项目 武威路菜场改造 年度计划 6000万");
});
test("25", async () => {
  await show(office.li, "企业诉求：普实医疗希望加快规划许可 区规划资源局 9/30");
  await show(office.li, "企业诉求：普实医疗 请区建管委答复道路照明的事");
  await show(office.li, "企业诉求 普实医疗器械：夜间照明不足，请区建管委9月30日前答复");
  await show(office.li, "企业诉求：上海普实医疗提出门口积水，请区水务局处理");
});
test("30", async () => {
  await show(office.li, "排会 专题 武宁路管线搬迁 周四下午2点 区府2楼");
  await show(li, "排会 专题 武宁路管线搬迁 周四下午2点 区府2楼");
  await show(office.li, "排会 周四下午3点 区府2楼");
  await show(li, "排会 周四下午4点 区府2楼");
  await show(office.li, "会议");
  await show(office.li, "排会 补记 9月15日");
  await show(office.li, "会议");
  await show(office.li, "会议 9月15日");
  await show(office.li, "议程");
  await show(office.li, "会议谁没回复");
});
test("9", async () => {
  await office.isNow("2022-10-12T10:00:00+08:00");
  await show(office.zhang, "皋兰山路10月完成100万");
  await show(office.zhang, "又完成100万");
  await show(office.zhang, "再加50万");
});
test("15", async () => {
  await office.isNow("2022-11-03T10:00:00+08:00");
  await show(office.zhang, "武宁路11月完成300万，10月累计1.5亿");
  await show(office.li, "10月底武宁路是多少");
  await show(office.li, "9月底武宁路是多少");
  await office.isNow("2023-01-03T10:00:00+08:00");
  await show(office.zhang, "武宁路1月累计300万");
  await show(office.li, "12月底武宁路是多少");
  await show(office.li, "2022年武宁路完成多少");
  await show(office.li, "2022年底武宁路是多少");
});
