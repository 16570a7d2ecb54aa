import { test } from "vitest";
import * as scene from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";
const office = await Office.open();
const li = office.li.in(scene.OFFICE_GROUP);
const show = async (v: any, t: string) => { try { const m = await v.says(t).gets(); console.log("> " + t + "\n" + m.text + "\n--"); return m; } catch (e) { console.log("> " + t + " !! " + (e as Error).message); } };
const click = async (v: any, m: any, b: string) => { try { const c = await v.clicks(m, b); console.log("* " + b + " → " + c.toast); const s = await c.shows(); console.log(s.text + "\n--"); return s; } catch (e) { console.log("* " + b + " !! " + (e as Error).message); } };
test("14", async () => {
  await show(office.zhang, "武宁路 形象61%");
  await show(office.li, "武宁路今年计划2.8亿改成3亿");
  await show(office.li, "武宁路今年计划3.2亿改成3亿");
  await show(office.zhang, "武宁路年度计划写错了，应该是3亿");
  await show(office.li, "普实医疗今年计划改成6000万");
  await show(office.li, "今年计划5000万改成6000万");
});
test("25", async () => {
  for (const t of ["企业诉求：普实医疗反映门口道路夜间照明不足，需要区建管委答复", "企业诉求：普实医疗希望加快规划许可 区规划资源局 9/30", "企业诉求：上海普实医疗提出门口积水，请区水务局处理", "诉求 上海新希望公司 要求加装路灯", "企业反映的诉求有哪些", "诉求 中环科技 要求加装路灯","企业诉求：普实医疗要求区建管委9月30日前修好路灯"]) await show(office.li, t);
});
test("20", async () => {
  await show(li, "利欧成交价3.5亿");
  await show(li, "地块 利欧");
  const m = await show(li, "利欧成交价3.6亿");
  await show(li, "土地");
  const n = await click(li, m, "昨天成交");
  await click(li, n, "照记：前置已经办好，随后补报");
  await show(li, "地块 利欧");
  await show(li, "土地");
  await show(li, "利欧成交价3.7亿");
  await show(office.li, "智谷成交价3.7亿");
  await show(office.li, "智谷9月18日成交");
});
test("30", async () => {
  await show(office.li, "排会 专题 武宁路管线搬迁 周四下午2点 区府2楼");
  await show(li, "排会 专题 武宁路管线搬迁 周四下午2点 区府2楼");
  await show(office.li, "排会 周四下午3点 区府2楼");
  const m = await show(li, "排会 周四下午4点 区府2楼");
  await click(li, m, "是另一个会，在这里也排");
  await show(li, "排会 周四下午3点 区府2楼");
  await show(office.li, "会议");
  await show(office.li, "排会 补记 9月15日");
  await show(office.li, "纪要");
  await show(office.li, "纪要 9月15日");
  await show(office.li, "议定 区建管委 9/30 完成管线迁改方案");
  await show(li, "排会 补记 9月15日");
  await office.isNow("2022-09-23T10:00:00+08:00");
  await show(office.li, "纪要");
});
