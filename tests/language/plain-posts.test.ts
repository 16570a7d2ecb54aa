import { describe, expect, it } from "vitest";
import { nudges, posts } from "../../jobs/index.js";
import { route } from "../../src/bot/route.js";
import { readAttendance } from "../../src/language/attendance.js";
import { PLAIN_POSTS, WORDY_POSTS } from "../../src/language/rules/post-names.js";
import { actedOn, understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const answeredBy = (text: string): string[] =>
  route(actedOn(understand(text, { now: NOW, names: NAMES }))).map(({ command }) => command);

/** Command → what people say to reach it. */
const SAID: Record<string, readonly string[]> = {
  退订: [
    "以后别发领导简报了",
    "不要再给我发催报提醒",
    "滞后摘要不用发了",
    "停掉滞后摘要",
    "把领导简报停了",
    "请把滞后摘要停掉吧",
    "我不想收滞后摘要了",
    "别给我们发报送进度了",
    "不想收到提醒了",
  ],
  订阅: [
    "恢复滞后摘要",
    "滞后摘要恢复发吧",
    "给我们群也发滞后摘要",
    "把滞后摘要也发给我们",
    "我也想收滞后摘要",
    "下次什么时候发",
    "滞后摘要什么时候发？",
    "接下来会发什么",
    "下周发哪些提醒",
  ],
  静音: [
    "国庆期间别打扰我们",
    "国庆长假期间先别发提醒",
    "安静两天",
    "这两天别发提醒",
    "这周先别发了",
    "今天别发提醒了",
    "别吵了",
    "别吵我们了",
    "暂停提醒三天",
  ],
  取消静音: ["可以发提醒了", "恢复提醒", "恢复发提醒吧", "提醒可以恢复了", "不用静音了"],
  改时间: [
    "滞后摘要改到周三早上9点20",
    "把滞后摘要改成周二上午九点半发",
    "周一不要发了改周三",
    "以后周一别发了，改到周三发",
    "滞后摘要周三发",
    "滞后摘要早上十点发",
    "改时间 滞后摘要 周三",
  ],
  预览: [
    "先给我看看滞后摘要怎么发",
    "滞后摘要预览一下",
    "预览下次的滞后摘要",
    "看看下次的领导简报",
    "下次的滞后摘要会发什么",
  ],
  催报: [
    "帮我催一下",
    "催一下",
    "催一下没报的",
    "提醒一下还没报的单位",
    "帮忙催报",
    "催一下区建管委",
    "帮我催一下区建管委报进度",
    "催报 区建管委",
  ],
  通报: [
    "通报写好了吗",
    "这个月通报发我看看",
    "8月通报发我",
    "把8月通报发给我",
    "什么时候发通报",
    "8月通报什么时候发",
  ],
  排会: [
    "我参加",
    "我来",
    "参会",
    "收到，我参加",
    "会议我参加",
    "明天的会我参加",
    "好的，9月27日的推进会我准时参加",
    "武宁路专题会我参加",
    "我去不了",
    "明天的会我请假",
    "我来不了，让王芳替我去",
    "请假，王芳代我参会",
    "王芳替我参加明天的会",
  ],
};

it.each(Object.entries(SAID).flatMap(([name, said]) => said.map((text) => [text, name] as const)))(
  "%s → %s",
  (text, name) => {
    expect(answeredBy(text)).toEqual([name]);
  },
);

const COMMANDS = new Set(Object.keys(SAID));

it.each([
  "会议改期的事别催了",
  "滞后摘要里武宁路写错了",
  "滞后摘要今天没收到",
  "滞后摘要发了吗大家看一下",
  "滞后摘要写得不错",
  "先给我看看滞后摘要",
  "滞后摘要改了格式",
  "领导简报领导看过了",
  "区建管委催了三次",
  "催了区建管委三次",
  "催一下区建管委管线搬迁",
  "催一下建管委，武宁路管线搬迁9月底前完成",
  "别催了",
  "已经催过没报的单位了",
  "还有哪些单位没报",
  "我参加过那个会",
  "我参加了推进会",
  "我来了",
  "我来报一下",
  "我去看看现场",
  "我去不了现场，武宁路晚点报",
  "大家都参加",
  "请各单位准时参加推进会",
  "9月27日下午2点开推进会，请准时参加",
  "会议我没参加",
  "王芳替我报：武宁路65%",
  "张伟请假了，我替他报：武宁路65%",
  "你们谁替我去",
  "王芳代建的项目",
  "桩基停了",
  "土方外运停两天",
  "工地停两天",
  "国庆期间停工",
  "国庆期间不停工",
  "国庆期间别停工",
  "这周先别浇混凝土",
  "这两天别开挖",
  "安静小区改造",
  "周一不要来了改周三",
  "周三发文",
  "早上十点发车",
  "周三发滞后材料",
  "报送进度改到周五",
  "报送进度周三发",
  "节点到期了",
  "问题到期别忘了",
  "恢复施工",
  "恢复供电了",
  "可以发货了",
  "通报批评区建管委",
  "通报一下，武宁路形象62%",
  "会上通报了武宁路",
  "通报发了大家看看",
  "把8月通报发群里",
  "材料什么时候发",
  "工资什么时候发",
  "下周发什么货",
  "明天发什么",
  "别烦",
  "接下来要发文件",
  "武宁路停掉了",
  "停掉武宁路夜间施工",
])("%s stays what it is", (text) => {
  expect(answeredBy(text).filter((name) => COMMANDS.has(name) && name !== "报")).toEqual([]);
});

it("我请假到9月30日 is an absence, not a meeting's", () => {
  for (const text of ["我请假到9月30日", "我请假3天", "我明天请假", "我请假到9月30日，副手王五"])
    expect(answeredBy(text)).toEqual(["休假"]);
});

it("names every post that there is", () => {
  const names = [...posts, ...nudges].map(({ name }) => name);
  expect([...PLAIN_POSTS, ...WORDY_POSTS]).toEqual(expect.arrayContaining(names));
});

describe("attendance", () => {
  it.each([
    ["我参加", "attend", undefined, true],
    ["收到，参会", "attend", undefined, true],
    ["我来", "attend", undefined, false],
    ["会议我来", "attend", undefined, true],
    ["我去不了", "decline", undefined, false],
    ["请假", "decline", undefined, false],
    ["明天的会我请假", "decline", undefined, true],
    ["我不参加了", "decline", undefined, true],
    ["我来不了，让王芳替我去", "standIn", "王芳", true],
    ["请假，王芳代我参会", "standIn", "王芳", true],
    ["明天王芳替我去开会", "standIn", "王芳", true],
    ["我有事，来不了，由李明代为参加", "standIn", "李明", true],
  ] as const)("%s", (text, reply, name, isSure) => {
    const read = readAttendance(text);
    expect(read).toMatchObject({ reply, isSure });
    expect(read?.standIn && text.slice(read.standIn.start, read.standIn.end)).toBe(name);
  });

  it.each(["我参加过那个会", "我可能来不了", "我参加吗", "你参加吗", "他替我去", "我来，武宁路65%", ""])(
    "%s is none",
    (text) => {
      expect(readAttendance(text)).toBeNull();
    },
  );
});
