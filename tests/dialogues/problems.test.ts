import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

/** The demonstration's clock stands at Tuesday 2022-09-20, 10:00. */
describe("a problem from its entry to 销号", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, store } = office;
  const find = (number: number) => store.read.problems.find(number);

  it("is entered with a number, kind, lead and due date, and echoed", async () => {
    const card = await zhang
      .says("武宁路2户未签约，请征收中心协调，10月15日前")
      .gets(
        "已登记 #1 武宁路快速化",
        "征收腾地",
        "2户未签约",
        "牵头 区房屋征收中心",
        "期限 10月15日（还有25天）",
        "新登记",
      );
    expect(card.buttons.map(({ text }) => text)).toEqual(["申请销号", "延期", "上报", "撤销"]);
    expect(await find(1)).toMatchObject({ code: "S-06", state: "open", reportedBy: zhang.openId });
    const [event] = await store.read.problems.events(1);
    expect(event).toMatchObject({ chatId: zhang.chat, saidByName: "张伟" });
    expect(event?.messageId).toMatch(/^om_/);
  });

  it("counts as news of its project, as what hinders always did", async () => {
    await zhang.says("查 武宁路").gets("卡点#1征收 区房屋征收中心 10/15到期", "2户未签约");
    await zhang.says("历史 武宁路").gets("卡点 2户未签约");
  });

  it("said again is not entered again", async () => {
    await zhang.says("武宁路2户未签约，请征收中心协调，10月15日前").gets("已经登记过了，没有再登记", "#1");
    expect(await find(2)).toBeNull();
  });

  it("goes on by its number, old → new", async () => {
    await zhang.says("#1 已开协调会，方案下周出").gets("#1 办理中", "新登记 → 办理中", "已开协调会");
  });

  it("a reply to its card is about it", async () => {
    const card = await zhang.says("#1 怎么样了").gets("#1 办理中", "武宁路快速化", "经过", "登记");
    const replyTo = card.messageId;
    await zhang.says("这个让绿容局牵头", { replyTo }).gets("#1", "牵头 区房屋征收中心 → 区绿化市容局");
    await zhang
      .says("延到10月底，原因管线未迁", { replyTo })
      .gets("期限 10月15日 → 10月31日（原因：管线未迁）");
    await zhang.says("责任人王工，措施：每周会商一次", { replyTo }).gets("责任人 王工", "措施 每周会商一次");
    await zhang.says("难办", { replyTo }).gets("难办");
    await zhang.says("解决了", { replyTo }).gets("#1 申请销号", "办理中 → 申请销号");
    expect(await find(1)).toMatchObject({
      state: "resolve-asked",
      grade: "难办",
      extensions: [{ from: "2022-10-15", to: "2022-10-31", reason: "管线未迁" }],
    });
    await zhang.says("谢谢", { replyTo }).gets(/不客气|不用谢|应该/);
  });

  it("is closed by the office alone", async () => {
    await zhang.says("#1 销号").gets("#1要由推进办销号", "申请销号", "推进办李敏");
    expect((await office.refusals())[0]).toBe("office-only");
    const card = await zhang.says("#1 怎么样了").gets("申请销号");
    expect((await zhang.clicks(card, "同意销号")).toast).toContain("要由推进办销号");
    await (await li.clicks(card, "退回")).shows("#1 退回", "申请销号 → 退回");
    await zhang.says("#1 已签约，申请销号").gets("退回 → 申请销号");
    const again = await li.says("#1 怎么样了").gets("同意销号");
    await (await li.clicks(again, "同意销号")).shows("#1 已销号", "申请销号 → 已销号");
    await zhang.says("#1 已开协调会，方案已定").gets("已经销号了");
    await zhang.says("问题").gets("未销号问题", "没有这样的问题", "问题 全部");
    await zhang.says("问题 全部").gets("全部问题：1个", "#1", "已销号");
    await zhang.says("查 武宁路").gets(/^(?!.*卡点[#：])/s);
  });

  it("whoever reported it cannot close it: another of the office does", async () => {
    await li.says("603卡在管线搬迁，需要区建管委协调，9月底前").gets("已登记 #2 603地块", "管线");
    const { toast } = await li.clicks(await li.says("#2").gets("#2"), "申请销号");
    expect(toast).toContain("已申请销号");
    await li.says("#2 销号").gets("是您自己报的，不能自己销号", "另一位同事");
    expect((await office.refusals())[0]).toBe("own-problem");
    await li.says("人员 @小刘 推进办 开发建设科", { mentions: [liu.openId] }).gets(/已登记/);
    await liu.says("#2 销号").gets("#2 已销号");
  });

  it("others read: they are told whose it is, and it is kept", async () => {
    await wang.says("606资金缺口2000万，希望财政局月底前安排").gets("已登记 #3 606地块", "资金");
    await zhang.says("#3 解决了").gets("#3由桃浦智创城公司、区财政局办理", "您登记在区建设管理委");
    await chen.says("#3 解决了").gets("领导只看不填");
    expect((await office.refusals()).slice(0, 2)).toEqual(["leader-reads", "not-yours"]);
    await chen.says("#3 什么情况").gets("#3", "606地块");
    await zhang.says("603管线又坏了，影响施工").gets("没有记账", "由桃浦智创城公司填报");
    expect(await find(4)).toBeNull();
  });

  it("a number that nobody has given is said", async () => {
    await zhang.says("#99 已解决").gets("没有#99这个问题", "发“问题”");
    await zhang.says("#99 怎么样了").gets("没有#99");
    await zhang.says("#999999999 已解决").gets("没有#999999999这个问题");
  });
});

describe("延期 and 上报", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, store } = office;

  it("延期 asks for the reason, and for the day, and keeps the old dates", async () => {
    await zhang.says("武宁路施工许可迟迟批不下来，请规资局帮忙，9月30日前").gets("#1", "审批");
    const card = await zhang.says("#1 延期到10月10日").gets("延到10月10日，原因是什么");
    expect((await store.read.problems.find(1))?.due).toBe("2022-09-30");
    await (await zhang.clicks(card, "审批没下来")).shows("9月30日 → 10月10日", "原因：审批没下来");
    await zhang.says("#1 再给两周，还在等专家意见").gets("10月10日 → 10月24日", "原因：还在等专家意见");
    await zhang.says("#1 延期到10月1日，原因疫情").gets("没有延期", "10月24日");
    await zhang.says("#1 怎么样了").gets("延过2次");
  });

  it("the button asks the same", async () => {
    const card = await zhang.says("#1").gets("#1");
    const asked = await (await zhang.clicks(card, "延期")).shows("延到哪天", "一周，到10月31日");
    const why = await (await zhang.clicks(asked, "一周，到10月31日")).shows("原因是什么");
    await (await zhang.clicks(why, "资金没到位")).shows("10月24日 → 10月31日", "原因：资金没到位");
  });

  it("上报 raises the level and puts it on the list", async () => {
    await zhang.says("上报清单").gets("上报清单", "没有这样的问题");
    await zhang.says("#1 上报").gets("科级 → 办级", "已列入上报清单");
    await zhang.says("#1 上报区政府").gets("上报区政府由推进办或领导定", "没有动", "推进办李敏");
    await chen.says("#1 上报区政府").gets("办级 → 区级");
    await zhang.says("上报清单").gets("上报清单：1个", "#1", "区级");
  });

  it("overdue it is raised by rule", async () => {
    await wang.says("603卡在绿化搬迁，请绿容局协调，9月25日前").gets("#2", "科级");
    await office.isNow("2022-10-02T10:00:00+08:00");
    await wang.says("#2").gets("逾期7天", "办级");
    await office.isNow("2022-10-10T10:00:00+08:00");
    await li.says("上报清单").gets("上报清单：2个", "#2", "其中1个没有人上报");
    await li.says("逾期的问题有哪些").gets("逾期的问题：1个", "#2");
    await li.says("敦煌南路卡在高压线迁改，需要区发改委协调，10月31日前").gets("已登记 #3", "卡在高压线迁改");
    await li.says("滞后").gets("卡点#3管线 区发展改革委 10/31到期");
  });

  it("撤销 takes the last step back, and only where nothing came after it", async () => {
    await wang.says("#2 上报").gets("已列入上报清单");
    await wang.says("撤销").gets("已撤销 #2");
    expect(await store.read.problems.find(2)).toMatchObject({ isReported: false, state: "open" });
    const card = await wang.says("606用地手续批不下来").gets("已登记 #4 606地块");
    await (await wang.clicks(card, "撤销")).shows("已撤销", "编号不再用");
    expect(await store.read.problems.find(4)).toBeNull();
    const next = await wang.says("606方案还没稳定，需要规资局协调").gets("已登记 #5 606地块");
    await li.says("#5 上报").gets("已列入上报清单");
    expect((await wang.clicks(next, "撤销")).toast).toContain("后来有人办过");
  });
});

describe("lists and questions", async () => {
  const office = await Office.open();
  const { li, zhang, wang, liu, zhou, store } = office;

  it("filters by project, unit, due day and kind", async () => {
    await zhang.says("武宁路2户未签约，请征收中心协调，9月25日前").gets("#1");
    await wang.says("603卡在管线搬迁，需要区建管委协调，10月31日前").gets("#2");
    await wang.says("606资金缺口2000万，请财政局安排").gets("#3");
    await li.says("未销号问题").gets("未销号问题：3个", /#1.*#2.*#3/s);
    await li.says("区建管委的问题").gets("区建设管理委", /#1.*#2/s, /^(?!.*#3)/s);
    await li.says("建管委牵头的问题有哪些").gets("区建设管理委牵头", "#2", /^(?!.*#1)/s);
    await li.says("哪些问题到期").gets("7天内到期", "#1", /^(?!.*#2)/s);
    await li.says("603有哪些问题").gets("603地块", "#2", /^(?!.*#1)/s);
    await li.says("问题 区财政局").gets("区财政局", "#3", /^(?!.*#1)/s);
    await li.says("问题 管线").gets("管线", "#2", /^(?!.*#3)/s);
    await li.says("问题 #3").gets("#3", "606地块");
    const list = await li.says("问题").gets("未销号问题：3个");
    await (await li.clicks(list, "看")).shows("#1", "经过");
    await li.says("问题 火星").gets("不是编号、项目或单位", "问题 区建管委");
  });

  it("问题 with news behind it is news", async () => {
    await zhang.says("问题：武宁路审图没通过").gets("已登记 #4 武宁路快速化", "审批");
  });

  it("解决了 finds the one that is meant, or asks", async () => {
    await wang.says("603的管线问题解决了").gets("#2 申请销号");
    const asked = await zhang.says("武宁路的问题解决了").gets("说的是哪个问题", "#1 2户未签约");
    await (await zhang.clicks(asked, "#1 2户未签约")).shows("申请销号");
    expect(await store.read.problems.find(1)).toMatchObject({ state: "resolve-asked" });
    await wang.says("能源站的问题解决了").gets(/没有登记着的问题，已记成文字进展|没有记账/);
  });

  it("the lead's people may take steps with theirs", async () => {
    await li.says("人员 @小刘 区财政局 填报", { mentions: [liu.openId] }).gets("已登记");
    await liu.says("#3 资金月底到账").gets("#3 办理中", "资金月底到账");
    await liu.says("#1 解决了").gets("#1由", "没有动");
  });

  it("several are worked off at once", async () => {
    await li.says("#1、#2 退回").gets("#1", "#2", "退回");
  });

  it("an outside group sees those of its projects, without amounts, and no more", async () => {
    await zhou.says("问题").gets("武宁路快速化", "#1", /^(?!.*603)/s);
    await zhou.says("#2 怎么样了").gets("这里看不了", /^(?!.*603)/s);
    await zhou.says("#2 解决了").gets("这个项目不在这里", /^(?!.*603)/s);
    await zhou.says("603的问题解决了").gets("这个项目不在这里", /^(?!.*#2)/s);
    await zhou.says("606的征收问题解决了").gets("这个项目不在这里", /^(?!.*#3)/s);
    await zhou.says("上报清单").gets("只在内部看");
    expect((await office.refusals()).slice(0, 3)).toEqual(["inside-only", "not-here", "not-here"]);
  });

  it("a pasted report enters its problems at one tap", async () => {
    const paste = [
      "一、武宁路 形象进度62%，问题：夜间施工扰民投诉3件",
      "二、603 形象进度8%",
      "三、606 形象进度9%",
      "四、新金环88 72%",
      "五、敦煌南路 32%",
    ].join("\n");
    const card = await li.says(paste).gets("还没有记账", "登记1个问题");
    await (await li.clicks(card, "全部记入（5个）")).shows("#5", "扰民");
    expect(await store.read.problems.find(5)).toMatchObject({ code: "S-06", category: "施工" });
  });
});

describe("a message with figures and problems", async () => {
  const office = await Office.open();
  const { li, zhang, wang, sandbox, store } = office;

  it("is echoed on one card, and taken back as one", async () => {
    const card = await zhang
      .says("武宁路 66%，2户未签约，请征收中心协调")
      .gets("已记入 武宁路快速化", "形象进度 60% → 66%", "#1", "牵头 区房屋征收中心");
    await (await zhang.clicks(card, "撤销")).shows("已撤销", "编号不再用");
    expect(await store.read.problems.find(1)).toBeNull();
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  it("撤销 in words takes both", async () => {
    await zhang.says("武宁路 67%，还有1户未签约").gets("#2");
    await zhang.says("撤销").gets("已撤销");
    expect(await store.read.problems.find(2)).toBeNull();
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  it("moves to the project that was meant", async () => {
    await wang.says("603卡在绿化搬迁，需要绿容局协调，9月底前").gets("#3 603地块");
    await wang.says("不是603，是606").gets("#4　606地块", "牵头 区绿化市容局", "9月30日");
    expect(await store.read.problems.find(3)).toBeNull();
    expect(await store.read.problems.find(4)).toMatchObject({ code: "L-10", words: "卡在绿化搬迁" });
  });

  it("解决了 by itself is asked, with the problem just spoken of", async () => {
    await wang.says("解决了").gets(/#4/);
  });

  it("不同意延期 gives the day before back", async () => {
    await wang.says("#4 延到10月底，原因苗木没到").gets("9月30日 → 10月31日");
    await li.says("#4 不同意延期").gets("10月31日 → 9月30日");
  });

  it("a word says the reason, too, and a day lapses the question", async () => {
    await wang.says("#4 延期到11月1日").gets("原因是什么");
    await wang.says("疫情").gets("9月30日 → 11月1日（原因：疫情）");
    await wang.says("撤销").gets("已撤销 #4");
    await wang.says("606的问题延到12月底，因为台风").gets("→ 12月31日（原因：台风）");
  });

  it("a recalled message is asked about, and its step taken back", async () => {
    const { messageId } = wang.says("#4 上报").said;
    await office.settled();
    const [question] = await office.postedDuring(async () => sandbox.control.recall(messageId));
    expect(question?.text).toContain("登记或办理的问题：#4");
    if (question) await (await wang.clicks(question, "撤销这笔账")).shows("#4的办理已撤销");
    expect(await store.read.problems.find(4)).toMatchObject({ isReported: false });
  });

  it("in private the buttons are those of whoever asks", async () => {
    await wang.says("#4 已解决，申请销号").gets("同意销号");
    const own = await wang.privately.says("#4").gets("申请销号");
    expect(own.buttons.map(({ text }) => text)).toEqual(["退回"]);
    const other = await zhang.privately.says("#4").gets("申请销号");
    expect(other.buttons).toEqual([]);
    const closing = await li.privately.says("#4").gets("申请销号");
    expect(closing.buttons.map(({ text }) => text)).toEqual(["同意销号", "退回"]);
    await (await li.privately.clicks(closing, "同意销号")).shows("#4 已销号");
  });
});

describe("佐证 and whose problems they are", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, store } = office;

  it("证据 or 附 is kept with its message, in any state, by who works on it", async () => {
    const card = await zhang.says("敦煌南路卡在电缆迁改，需要区建管委协调，10月底前").gets("已登记 #1");
    const replyTo = card.messageId;
    const words = zhang.says("附：电缆割接照片已发群里", { replyTo });
    await words.gets("#1", "佐证 0 → 1条消息", "状态 新登记");
    const [, shown] = await store.read.problems.events(1);
    expect(shown).toMatchObject({ messageId: words.said.messageId, change: { is: "evidence" } });
    await zhang.says("#1 证据：电力公司回函").gets("佐证 1 → 2条消息");
    await wang.says("#1 证据：我也有一份").gets("没有动");
    await zhang.says("#1 已解决，申请销号").gets("申请销号");
    await zhang.says("#1 附：验收单").gets("佐证 2 → 3条消息", "状态 申请销号");
    await li.says("#1 销号").gets("#1 已销号");
    await li.says("#1 附：归档目录").gets("佐证 3 → 4条消息", "状态 已销号");
    await zhang.says("#1").gets("#1 已销号", "佐证：4条消息", "佐证　电力公司回函");
    await li.says("撤销").gets("已撤销 #1");
    await zhang.says("#1").gets("佐证：3条消息");
  });

  it("我们单位的问题: what the unit leads, supports or answers for", async () => {
    await wang.says("603卡在绿化搬迁，需要绿容局协调，9月底前").gets("#2");
    await wang.says("606卡在管线搬迁，请区建管委协调，9月底前").gets("#3", "牵头 区建设管理委");
    await li.says("武宁路交通组织方案没定，请公安部门协调").gets("#4");
    const of = async (words: string, voice = zhang) =>
      [...new Set((await voice.says(words).gets()).text.match(/#\d+/g))].filter((one) => one !== "#5").sort();
    for (const words of ["我们单位的问题", "我们的问题", "我的问题", "我们单位有哪些问题？", "问题 我的"])
      expect([words, await of(words)]).toEqual([words, ["#3", "#4"]]);
    expect(await of("我们单位的问题", wang)).toEqual(["#2", "#3"]);
    // Of the office 我们 are all.
    expect(await of("我们的问题", chen)).toEqual(["#2", "#3", "#4"]);
    await li.says("#2 让建管委配合").gets("配合 区建设管理委");
    expect(await of("我的问题")).toEqual(["#2", "#3", "#4"]);
  });
});
