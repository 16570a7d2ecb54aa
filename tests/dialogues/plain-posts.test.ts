import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, WANG_FANG } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("subscriptions in plain words", async () => {
  const office = await Office.open();
  const { li, zhang, chen } = office;

  it("turns a post off and on again, and says how to go back", async () => {
    await li.says("滞后摘要不用发了").gets("已退订 滞后摘要", "要恢复请发“订阅 滞后摘要”");
    await zhang.says("订阅列表").gets("－ 滞后摘要");
    await li.says("恢复滞后摘要").gets("已订阅 滞后摘要", "每周一 09:10");
    await li.says("停掉滞后摘要").gets("已退订 滞后摘要");
    await li.says("给我们群也发滞后摘要").gets("已订阅 滞后摘要");
    await zhang.says("把滞后摘要停了").gets("只有推进办能办");
    await zhang.says("订阅列表").gets("✅ 滞后摘要");
  });

  it("what is told in private is turned off in private", async () => {
    await chen.says("以后别发领导简报了").gets("没有改动", "请私聊我");
    await chen.privately.says("以后别发领导简报了").gets("已退订 领导简报", "不再发给您");
    await zhang.privately.says("不要再给我发催报提醒").gets("已退订 催报提醒");
    await zhang.privately.says("我也想收滞后摘要").gets("已订阅 滞后摘要");
  });

  it("who speaks of themselves in a group changes nothing for all", async () => {
    await li.says("不要再给我发滞后摘要").gets("没有改动", "在群里改的是大家的", "请私聊我说“退订 滞后摘要”");
    await zhang.says("我也想收滞后摘要").gets("没有改动", "请私聊我说“订阅 滞后摘要”");
    await zhang.says("订阅列表").gets("✅ 滞后摘要");
  });

  it("不想收到提醒了 asks which, with silence as the other way", async () => {
    await zhang.says("不想收到提醒了").gets("只有推进办能办");
    const card = await li.says("不想收到提醒了").gets("不想收哪一个？", "还没有改动", "静音 3天", "订阅列表");
    await (await li.clicks(card, "报送进度")).shows("已退订 报送进度", "订阅 报送进度");
    await zhang.says("订阅列表").gets("－ 报送进度", "✅ 滞后摘要");
  });

  // Tuesday 20 September: the next Monday is the 26th.
  it.each(["下次什么时候发", "接下来会发什么", "下周发哪些提醒"])("%s is the list", async (words) => {
    await zhang.says(words).gets("本群的提醒", "✅ 推进会提醒", "✅ 滞后摘要");
  });

  it("of one post it is that one's days", async () => {
    const { text } = await zhang.says("滞后摘要什么时候发？").gets("每周一 09:10", "9月26日（周一）");
    expect(text).not.toContain("推进会提醒　");
  });
});

describe("silence in plain words", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it.each([
    ["安静两天", "已静音到9月21日（周三）"],
    ["这两天别发提醒", "到9月21日（周三）"],
    ["这周先别发了", "已静音到9月25日（周日）"],
    ["今天别发提醒了", "已静音到9月20日（周二）"],
  ])("%s: %s", async (words, answer) => {
    await li.says(words).gets(answer);
  });

  it.each(["可以发提醒了", "恢复提醒"])("%s ends it", async (words) => {
    await li.says("安静两天").gets("已静音");
    await li.says(words).gets("已取消静音");
  });

  it.each([
    ["别吵了", "还没有改，请选一个"],
    ["安静几天", "没看懂“几天”，没有改"],
  ])("%s is asked, and nothing is changed", async (words, answer) => {
    const card = await li.says(words).gets("静音到哪天？", answer);
    expect(card.buttons.map(({ text }) => text)).toEqual([
      "今天（到9月20日）",
      "3天（到9月22日）",
      "一周（到9月26日）",
    ]);
    await li.says("取消静音").gets("没有静音");
  });

  it("别打扰我 in the group is not the group's", async () => {
    await li.says("这两天别打扰我").gets("没有静音", "请私聊我");
    await zhang.privately.says("这两天别打扰我").gets("已静音到9月21日（周三）", "不私下提醒您");
    await li.says("取消静音").gets("没有静音");
  });

  // 1 to 7 October 2022 rest; before them work goes on to Friday 30 September.
  it("国庆 ahead: nothing leaves in it anyway, and the days before it are not dropped unasked", async () => {
    await zhang.says("国庆期间别打扰我们").gets("只有推进办能办");
    const card = await li
      .says("国庆期间别打扰我们")
      .gets("国庆假期本来就不发", "10月1日到10月7日", "还没有改");
    await li.says("取消静音").gets("没有静音");
    await (await li.clicks(card, "从今天起静音到10月7日（周五）")).shows("已静音到10月7日（周五）");
    await li.says("取消静音").gets("已取消静音");
  });

  it("国庆 begun is a silence to its last day", async () => {
    await office.isNow("2022-10-02T10:00:00+08:00");
    await li.says("国庆期间别打扰我们").gets("已静音到10月7日（周五）");
  });
});

describe("another time in plain words", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  // Said on Tuesday 20 September at 10:00: Wednesday is the 21st, Tuesday 9:30 is over until the 27th.
  it.each([
    ["滞后摘要改到周三早上9点20", "每周三 09:20", "原来是每周一 09:10", "下次：9月21日（周三）09:20"],
    ["滞后摘要早上十点发", "每周三 10:00", "原来是每周三 09:20", "下次：9月21日（周三）10:00"],
    ["滞后摘要周四发", "每周四 10:00", "原来是每周三 10:00", "下次：9月22日（周四）10:00"],
    ["改时间 滞后摘要 周五", "每周五 10:00", "下次：9月23日（周五）10:00"],
    ["改时间 滞后摘要 11:15", "每周五 11:15", "下次：9月23日（周五）11:15"],
  ])("%s", async (words, ...answers) => {
    await li.says(words).gets("已改时间", ...answers);
  });

  it("leaves then", async () => {
    expect(await office.posted("2022-09-23T11:14:00+08:00")).toEqual([]);
    expect(await office.posted("2022-09-23T11:15:00+08:00")).toHaveLength(1);
  });

  // This week's has left, so the next one is next week's.
  it("把滞后摘要改成周二上午九点半发", async () => {
    await li
      .says("把滞后摘要改成周二上午九点半发")
      .gets("每周二 09:30", "原来是每周五 11:15", "下次：9月27日（周二）09:30");
  });

  it.each([
    ["滞后摘要改到下午发", "没看懂时间“下午”"],
    ["滞后摘要改到晚上十点", "8:30 到 18:00"],
    ["催报提醒改到下午三点", "私下的提醒每个工作日早上合成一条发"],
    ["推进会提醒改到周三", "推进会提醒跟着会走"],
  ])("%s is not done", async (words, answer) => {
    await li.says(words).gets("没有改动", answer);
    await zhang.says("滞后摘要什么时候发").gets("每周二 09:30");
  });

  it("周一不要发了改周三 names no post: it is tapped, the time stays", async () => {
    await zhang.says("周一不要发了改周三").gets("只有推进办能办");
    const card = await li
      .says("周一不要发了改周三")
      .gets("要改哪个提醒的时间？", "还没有改", "滞后摘要　每周二 09:30 和每月关账后 → 每周三 09:30");
    await zhang.says("滞后摘要什么时候发").gets("每周二 09:30");
    expect((await zhang.clicks(card, "滞后摘要改到每周三 09:30")).toast).toContain("只有推进办能办");
    await (await li.clicks(card, "滞后摘要改到每周三 09:30")).shows("已改时间", "下次：9月28日（周三）09:30");
  });
});

describe("a time of this week that is over", async () => {
  const office = await Office.open();

  // Monday 26 September, 8:35: the digest of this week has not been; at 8:30 it would have.
  it("is made up at once, and that is said", async () => {
    await office.isNow("2022-09-26T08:35:00+08:00");
    const made = await office.postedDuring(async () => {
      await office.li.says("滞后摘要早上八点半发").gets("每周一 08:30", "这周的还没发过，马上补发");
      await office.isNow("2022-09-26T08:36:00+08:00");
    });
    expect(made).toHaveLength(1);
  });

  it("what fell into a silence is not", async () => {
    await office.li.says("静音到10月17日").gets("已静音");
    await office.isNow("2022-10-18T08:35:00+08:00");
    const made = await office.postedDuring(async () => {
      await office.li.says("滞后摘要早上八点四十发").gets("没有改动");
      await office.li.says("滞后摘要8点40发").gets("每周一 08:40", "下次：10月24日（周一）08:40");
      await office.isNow("2022-10-18T08:45:00+08:00");
    });
    expect(made).toEqual([]);
  });
});

describe("a look beforehand in plain words", async () => {
  const office = await Office.open();
  const { li, zhang, chen } = office;

  it.each(["先给我看看滞后摘要怎么发", "滞后摘要预览一下"])("%s goes to whoever asks", async (words) => {
    await zhang.says(words).gets("预览私下发给您了", "滞后摘要下次会怎么发");
  });

  it("看看下次的领导简报", async () => {
    await li.says("看看下次的领导简报").gets("这里预览不了", "私聊");
    // This week's has been told: the next is that of Monday 26 September.
    await chen.privately.says("看看下次的领导简报").gets("预览：", "9月26日 09:05 会这样发给您");
  });

  it("先给我看看滞后摘要 is the question it was", async () => {
    const { text } = await zhang.says("先给我看看滞后摘要").gets("滞后");
    expect(text).not.toContain("预览");
  });
});

describe("催报 in plain words", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  const own = office.sandbox.privateChat(WANG_FANG);

  // 20 September: four reports of August lack, three of 桃浦智创城公司, one of another unit without an account.
  it.each(["催一下", "帮我催一下", "催一下没报的", "提醒一下还没报的单位", "帮忙催报"])(
    "%s asks everybody, after a look",
    async (words) => {
      await zhang.says(words).gets("只有推进办能办");
      await li.says(words).gets("要催1个人报8月进度吗", "还有4个项目没报", "王芳");
      expect(office.posts(own)).toEqual([]);
    },
  );

  it("of one unit only its people are asked", async () => {
    await li.says("催一下区建管委").gets("8月都报齐了", "区建设管理委8月都报了，不用催");
    await li.says("催报 区建管委").gets("不用催");
    const card = await li
      .says("催一下桃浦智创城公司")
      .gets("要催1个人", "桃浦智创城公司还有3个项目没报", "王芳");
    await (await li.clicks(card, "发出")).shows("已催报", "王芳");
    await office.settled();
    expect(
      office
        .posts(own)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/8月进度.*还有3个项目/);
    await li.says("催一下桃浦智创城公司").gets("刚催过", "60分钟后");
  });

  it.each([
    ["催报 某某单位", "没看懂“某某单位”，没有发给任何人"],
    ["催报 9月", "现在催的是8月的进度"],
  ])("%s is not guessed", async (words, answer) => {
    await li.says(words).gets("没有催", answer);
  });
});

describe("通报 in plain words", async () => {
  const office = await Office.open();
  const { zhang, chen } = office;
  const li = office.li.in(OFFICE_GROUP);

  it("tells who may not see drafts how far it is", async () => {
    await zhang.says("通报写好了吗").gets("8月通报还没有发", "还没有签发", "9月的要等10月8日关账以后");
    await zhang.says("什么时候发通报").gets("8月通报还没有发");
    await chen.privately.says("通报写好了吗").gets("8月通报还没有起草");
  });

  it("shows it to whoever may see it", async () => {
    await li.says("8月通报发我").gets("8月通报草稿（待送审）");
    await li.says("通报写好了吗").gets("8月通报草稿（待送审）");
    await li.says("什么时候发通报").gets("草稿拟好了，还没有送审");
    await li.says("这个月通报发我看看").gets("9月还没有关账");
    await zhang.says("什么时候发通报").gets("还没有签发");
  });
});
