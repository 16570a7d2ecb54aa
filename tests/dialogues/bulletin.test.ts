import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { EXTERNAL_GROUP, OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { docxWords, filesIn, xlsxRows } from "../support/documents.js";
import { Office } from "../support/office.js";

const NUMBER_8 = "普桃推办通报〔2022〕8号";

/** A second one in the office, so that who edits does not review. */
async function officeOfTwo(): Promise<Office> {
  const office = await Office.open();
  await office.li.privately.says("人员 @小刘 推进办", { mentions: [office.liu.openId] }).gets("小刘：推进办");
  return office;
}

describe("月度通报, from the draft to 签发", async () => {
  const office = await officeOfTwo();
  const { zhang, wang, zhou, sandbox, store } = office;
  const li = office.li.in(OFFICE_GROUP);
  const [liu, chen] = [office.liu.privately, office.chen.privately];
  /** the draft as 李敏 saw it last, before it was signed */
  let lastDraft: SeenMessage;
  /** the last card that the bot has sent somebody by itself */
  const handedTo = async (who: typeof liu) => {
    await office.settled();
    const card = office.posts(who.chat).findLast(({ msgType }) => msgType === "interactive");
    if (!card) throw new Error("nothing was sent");
    return card;
  };

  it("is nobody's to draft but the office's, in its own group or in private", async () => {
    await zhang.says("通报").gets("签发通报只限推进办和领导");
    await office.li.says("通报").gets("签发通报不在这里：请到推进办的群里，或私聊我");
    await zhou.says("通报").gets("通报只在内部看");
    await chen.says("通报").gets("8月通报还没有起草", "私下请您签发");
    expect(await store.read.bulletins.draft("2022-08")).toBeNull();
    await li.says("通报 9月").gets("9月还没有关账");
    await li.says("通报 2021年3月").gets("那时还没有用起来");
    await li.says("通报 武宁路65%").gets("没有办", "请去掉“通报”两个字再发");
  });

  // 17.623亿 of 35.46亿 are 49.70%; by their own curves 20.85亿 (58.8%) were due. 已报30 of 34.
  it("is drafted from the frozen month, with its figures and without a price of land", async () => {
    const { text, buttons } = await li.says("通报").gets(
      "8月通报草稿（待送审）",
      "文号待定",
      "在册项目34个",
      // 30 + 4 and 3 + 5 + 23 + 3 are the 34; of the 4 that have not reported 加油站 is yellow.
      "按时填报30个，未报4个（其中1个已亮红灯或黄灯）。红灯3个，黄灯5个，绿灯23个，灰灯3个（3个没报）",
      "本年累计完成17.623亿元，占年度计划的49.7%，低于时序进度（58.8%）9.1个百分点",
      "🔴 3个：敦煌南路（真南路-金昌路）；中央绿地排水泵站及调蓄池；615、616地块",
      "8月未报的项目4个：\n桃浦智创城公司3个：加油站；分布式能源站；606地块。",
      "9月数据10月8日关账",
      "数据截至2022年9月5日，快照2022-08-1，亮灯规则第1版",
    );
    expect(text).not.toMatch(/排名|第[一二三1-3]名|成交价|出让金/);
    expect(buttons.map((button) => button.text)).toEqual(["送审", "编辑", "下载草稿"]);
  });

  it("is edited: demands, a paragraph, and the number that the year has come to", async () => {
    const card = await li.says("通报 8月").gets("8月通报草稿");
    const form = await (await li.clicks(card, "编辑")).shows("编辑8月通报草稿", "今年在这之前已发到第几号");
    const price = { demands: "", remark: "利欧地块成交价12.34亿元，进展良好。", issued: "7" };
    expect((await li.fills(form, "保存", price)).toast).toContain("土地成交价");
    expect((await li.fills(form, "保存", { ...price, remark: "", issued: "七八" })).toast).toContain(
      "填一个数",
    );
    const fields = {
      demands: "1. 请各责任单位9月30日前报赶工措施\n\n请综合管理科逐项跟踪",
      remark: "8月以来大家克服高温，推进有力。",
      issued: "7",
    };
    const saved = await (await li.fills(form, "保存", fields)).shows(
      "已保存",
      "8月以来大家克服高温，推进有力。",
      "（一）请各责任单位9月30日前报赶工措施\n（二）请综合管理科逐项跟踪",
      "李敏编辑",
      `签发后编为${NUMBER_8}`,
    );
    expect(saved.text).not.toContain("9月数据10月8日关账");
  });

  it("who edited does not review; a colleague is asked in private, and does", async () => {
    const card = await li.says("通报").gets("待送审");
    const sent = await (await li.clicks(card, "送审")).shows("待审核", "私下请了小刘审核");
    expect((await li.clicks(sent, "审核通过")).toast).toContain(
      "这份草稿是您编辑、送审的，请别的同事审核：推进办小刘",
    );
    const asked = await handedTo(liu);
    expect(asked.text).toContain("李敏送审，请您审核");
    await (await liu.clicks(asked, "审核通过")).shows("待签发", "私下请了陈主任签发");
    // 李敏's card still shows the draft as it was.
    const late = await li.clicks(sent, "退回修改");
    expect(late.toast).toContain("后来改过");
    await late.shows("这张卡片是旧的", "待签发", "小刘审核通过");
  });

  it("its draft is a document that says so on every page", async () => {
    const card = await li.says("通报").gets("待签发");
    const sent = await office.postedDuring(async () => {
      await (await li.clicks(card, "下载草稿")).shows("草稿文件发在下面了");
    }, OFFICE_GROUP);
    const [docx, xlsx, ...more] = await filesIn(sandbox, sent);
    expect(more).toEqual([]);
    expect(docx?.name).toBe("【草稿】2022年8月重大建设项目推进情况通报.docx");
    const bytes = docx?.bytes ?? Buffer.alloc(0);
    expect(await docxWords(bytes, "header")).toContain("草稿　未签发");
    expect(await docxWords(bytes)).toContain("普桃推办通报〔2022〕（待定）号");
    expect((await xlsxRows(xlsx?.bytes ?? Buffer.alloc(0)))[0]?.[0]).toContain("【草稿】");
  });

  // 1.03亿 of 3.2亿 are 32.2%, 34.5 points behind 66.7%.
  it("is not signed when a figure has changed since: it is drawn anew and wants a new review", async () => {
    const asked = await handedTo(chen);
    await zhang.says("敦煌南路8月底累计1.03亿").gets("8月已关账，记为更正");
    const refused = await chen.clicks(asked, "签发");
    expect(refused.toast).toContain("数有变化，没有签发");
    await refused.shows(
      "待送审",
      "敦煌南路（真南路-金昌路）：本年累计投资 1.02亿元 → 1.03亿元",
      "关账后更正数据的项目1个，已按更正后的数计入：敦煌南路（真南路-金昌路）",
      "本年累计完成17.633亿元",
    );
    expect(await store.read.bulletins.signed("2022-08")).toBeNull();
    const again = await li.says("通报").gets("待送审");
    await (await li.clicks(again, "送审")).shows("待审核");
    await (await liu.clicks(await handedTo(liu), "审核通过")).shows("待签发");
  });

  it("who is to sign may send it back; the office is told", async () => {
    const back = await chen.clicks(await handedTo(chen), "退回修改");
    expect(back.toast).toMatch(/^已退回，私下告诉了(?:李敏、小刘|小刘、李敏)$/);
    await back.shows("待送审", "陈主任退回修改");
    expect((await handedTo(liu)).text).toContain("陈主任退回修改，改好再送审");
    const returned = await handedTo(office.li.privately);
    await (await office.li.privately.clicks(returned, "送审")).shows("待审核", "私下请了小刘审核");
    await (await liu.clicks(await handedTo(liu), "审核通过")).shows("待签发");
  });

  it("is found by plain words, too", async () => {
    for (const words of ["起草8月通报", "看看上月的通报", "8月通报签发了吗", "出一份通报"])
      await li.says(words).gets("8月通报草稿（待签发）");
    await li.says("通报一下，武宁路形象62%").gets("已记入 武宁路快速化");
    await li.says("撤销").gets("已撤销");
  });

  it("is not signed by who may not, wherever the button comes from", async () => {
    sandbox.control.join(OFFICE_GROUP, wang.openId);
    lastDraft = await li.says("通报").gets("待签发");
    expect((await wang.in(OFFICE_GROUP).clicks(lastDraft, "签发")).toast).toContain(
      "签发通报只限推进办和领导",
    );
    expect((await office.refusals())[0]).toBe("not-allowed");
    expect(await store.read.bulletins.signed("2022-08")).toBeNull();
  });

  it("is signed by the leader: numbered, and posted with its documents to the inside groups alone", async () => {
    const before = sandbox.messages(EXTERNAL_GROUP).length;
    const posted = await office.postedDuring(async () => {
      const clicked = await chen.clicks(await handedTo(chen), "签发");
      expect(clicked.toast).toBe(`已签发：${NUMBER_8}，现在发到2个群：重大项目推进群、推进办内部群`);
      await clicked.shows(NUMBER_8, "现在发到2个群", "小刘审核，陈主任9月20日签发，不能再改");
      await office.isNow("2022-09-20T10:40:00+08:00");
    });
    expect(posted.map(({ msgType }) => msgType)).toEqual(["interactive", "file", "file"]);
    expect(posted[0]?.text).toContain(NUMBER_8);
    expect(posted[0]?.text).toContain("8月以来大家克服高温，推进有力。");
    expect(posted[0]?.buttons).toEqual([]);
    expect(sandbox.messages(EXTERNAL_GROUP)).toHaveLength(before);

    const [docx, xlsx] = await filesIn(sandbox, posted);
    expect(docx?.name).toBe(`${NUMBER_8} 2022年8月重大建设项目推进情况通报.docx`);
    const bytes = docx?.bytes ?? Buffer.alloc(0);
    expect(await docxWords(bytes, "header")).toBe("");
    const text = await docxWords(bytes);
    for (const expected of [
      NUMBER_8,
      "各责任单位：",
      "一、总体情况",
      "二、进展较好的项目",
      "三、滞后项目及原因",
      "敦煌南路（真南路-金昌路），责任单位区建设管理委：年度计划3.2亿元，累计完成1.03亿元，完成率32.2%，低于时序进度（66.7%）34.5个百分点；连续2个月亮灯。",
      "四、未报和迟报",
      "五、问题销号",
      "六、下月节点",
      "9月30日，603地块施工许可证，责任单位桃浦智创城公司。",
      "七、工作要求",
      "（二）请综合管理科逐项跟踪",
      "2022年9月20日",
      "审核：小刘　　签发：陈主任",
    ])
      expect(text).toContain(expected);
    const rows = await xlsxRows(xlsx?.bytes ?? Buffer.alloc(0));
    expect(rows).toHaveLength(2 + 34);
    const late = rows.find((row) => row[1] === "敦煌南路（真南路-金昌路）");
    expect(late?.slice(4, 9)).toEqual([32_000, 10_300, 32.19, 11, "红"]);
    // Land that is sold has no sum, whatever is known of it.
    for (const row of rows.filter((each) => each[2] === "土地出让"))
      expect(row.slice(4, 7)).toEqual([null, null, null]);
  });

  it("stays as it is: in the database, on old cards, and in the trail", async () => {
    const clicked = await li.clicks(lastDraft, "签发");
    expect(clicked.toast).toBe(`已经签发了：${NUMBER_8}`);
    await clicked.shows(NUMBER_8, "陈主任9月20日签发");
    expect((await handedTo(chen)).buttons.map((button) => button.text)).not.toContain("签发");
    const entries = await store.read.audit.of("bulletin", "2022-08", 20);
    expect(entries[0]?.to).toMatch(/发到[^、]+、[^、]+$/);
    expect(entries[0]).toMatchObject({ what: "签发8月通报", byName: "陈主任" });
    expect(entries[0]?.to).toContain(`${NUMBER_8}，发到`);
    expect(entries.map(({ what }) => what.slice(0, 2))).toEqual(
      expect.arrayContaining(["起草", "编辑", "送审", "审核", "签发"]),
    );
  });

  it("is there for everybody inside to look up, with its documents", async () => {
    const card = await zhang.says("通报 8月").gets(NUMBER_8, "下载文件");
    expect(card.text).not.toContain("出更正通报");
    const sent = await office.postedDuring(async () => {
      await (await zhang.clicks(card, "下载文件")).shows(NUMBER_8);
    });
    expect((await filesIn(sandbox, sent)).map(({ name }) => name)).toEqual([
      `${NUMBER_8} 2022年8月重大建设项目推进情况通报.docx`,
      `${NUMBER_8} 2022年8月重大建设项目推进情况通报附表.xlsx`,
    ]);
    await zhou.says("通报").gets("只在内部看");
  });
});

describe("what was typed of a price of land", async () => {
  const office = await Office.open();
  const li = office.li.privately;

  it("comes into no document: neither as a figure of the plot, nor in the words of a problem", async () => {
    await li.says("利欧地块 成交价12.34亿元").gets("已记入 利欧地块");
    await li.says("利欧地块8月底累计完成3.21亿元").gets();
    office.sandbox.clock.set(Date.parse("2022-09-21T10:00:00+08:00"));
    await li.says("武宁路2户未签约，请征收中心协调，出让金12.34亿没到账，9月30日前").gets("#1");
    const card = await li.says("通报").gets("8月通报草稿");
    const sent = await office.postedDuring(async () => {
      await (await li.clicks(card, "下载草稿")).shows();
    }, li.chat);
    const [docx, xlsx] = await filesIn(office.sandbox, sent);
    const words = await docxWords(docx?.bytes ?? Buffer.alloc(0));
    expect(words).toContain("利欧地块");
    const rows = await xlsxRows(xlsx?.bytes ?? Buffer.alloc(0));
    for (const said of [card.text, words, JSON.stringify(rows)])
      expect(said).not.toMatch(/12\.34|3\.21|123400|32100/);
  });
});

describe("更正通报", async () => {
  const office = await Office.open();
  const { zhang, store } = office;
  const li = office.li.in(OFFICE_GROUP);
  const chen = office.chen.privately;
  const signed = async (words: string) => {
    const draft = await li.says("通报").gets(words);
    await (await li.clicks(draft, "送审")).shows("推进办没有别的同事可以审核，私下请了陈主任审核");
    let card = office.posts(chen.chat).findLast(({ msgType }) => msgType === "interactive");
    if (!card) throw new Error("nobody was asked");
    for (const button of ["审核通过", "签发"]) card = await (await chen.clicks(card, button)).shows();
    return card;
  };

  it("alone in the office one has a leader review; the first of the year is 1号", async () => {
    const card = await signed("8月通报草稿");
    expect(card.text).toContain("普桃推办通报〔2022〕1号");
    expect(card.text).toContain("陈主任审核，陈主任9月20日签发");
    await li.says("通报").gets("普桃推办通报〔2022〕1号");
  });

  // 1.05亿 of 3.2亿 are 32.8%. 加油站 has 2400万 planned: 1500万 are 62.5%, 4.2 points behind: green.
  it("a figure put right after 签发 is told, and offered as a document of its own", async () => {
    await zhang.says("敦煌南路8月底累计1.05亿").gets("记为更正");
    await office.wang.says("加油站8月底累计1500万").gets("记为更正");
    const card = await li
      .says("通报")
      .gets(
        "签发后有更正：2个项目",
        "敦煌南路（真南路-金昌路）：本年累计投资 1.02亿元 → 1.05亿元",
        "加油站：本年累计投资 1150万元 → 1500万元，亮灯 黄 → 绿",
      );
    // An open group sees the document as it was signed.
    expect((await zhang.says("通报").gets("1号")).text).not.toContain("签发后有更正");
    await (await li.clicks(card, "出更正通报")).shows(
      "8月更正通报草稿（待送审）",
      "（普桃推办通报〔2022〕1号）签发后，有2个项目的数据更正",
      "加油站：本年累计投资由1150万元更正为1500万元，亮灯由黄更正为绿",
      "原通报不作改动",
      "签发后编为普桃推办通报〔2022〕2号",
    );
  });

  it("a figure taken back leaves less to put right, and the draft says so", async () => {
    await office.wang.says("撤销").gets("已撤销");
    await li.says("通报").gets("起草后数有变化", "有1个项目的数据更正");
  });

  it("gets its own number; the old one stays as it is", async () => {
    const before = await store.read.bulletins.find(1);
    const card = await signed("8月更正通报草稿");
    expect(card.text).toContain("普桃推办通报〔2022〕2号");
    expect(await store.read.bulletins.find(1)).toEqual(before);
    const { text } = await li.says("通报").gets("2022年8月重大建设项目推进情况更正通报", "2号");
    expect(text).not.toContain("签发后有更正");
    await li
      .says("通报 列表")
      .gets("2022年通报", /2号　8月更正通报[\s\S]*1号　8月通报　陈主任审核，陈主任9月20日签发/);
    const document = (await office.store.read.bulletins.signed("2022-08"))?.content;
    expect(document?.sections.map(({ heading }) => heading)).toEqual([
      "一、更正事项",
      "二、更正后的总体情况",
    ]);
  });
});

describe("月度关账 and 通报草稿, by themselves", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  const told = async (instant: string, title: RegExp) =>
    (await office.posted(instant, OFFICE_GROUP)).filter(({ text }) => title.test(text));

  // September closes on 8 October (a Saturday worked in lieu); the 9th and 10th are workdays.
  it("on the workday after the close the office reads what was frozen", async () => {
    await zhang.says("武宁路形象62%，累计1.1亿").gets("已记入");
    const [card, ...more] = await told("2022-10-09T10:00:00+08:00", /已关账/);
    expect(more).toEqual([]);
    for (const words of [
      "9月已关账　快照 2022-09-1",
      "10月8日 23:59 到期关账",
      "比8月",
      "转灰",
      "关账以后还没有更正",
      "10月10日把通报草稿发在这里",
      "10月数据11月7日关账",
    ])
      expect(card?.text).toContain(words);
    expect(office.posts(PROJECT_GROUP).some(({ text }) => /9月已关账　快照/.test(text))).toBe(false);
  });

  // Reports and lamps each add up to the 34, and so do the reasons of the grey ones to their number.
  it("reads the same numbers in 月度关账, 快照 and the draft", async () => {
    const card = office.posts(OFFICE_GROUP).findLast(({ text }) => /9月已关账/.test(text));
    const numbers = (text: string, words: RegExp) => (words.exec(text) ?? []).slice(1).map(Number);
    const told = card?.text ?? "";
    const reports = numbers(told, /已报(\d+)个，未报(\d+)个/);
    const lamps = numbers(told, /🔴(\d+) 🟡(\d+) 🟢(\d+) ⚪(\d+)/);
    const grey = numbers(told, /⚪\d+（(\d+)个没报，(\d+)个报了但没有投资数）/);
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
    expect([sum(reports), sum(lamps), sum(grey)]).toEqual([34, 34, lamps[3]]);
    const kept = await li.in(OFFICE_GROUP).says("快照 9月").gets("9月快照");
    expect(numbers(kept.text, /已报(\d+)个，未报(\d+)个/)).toEqual(reports);
    const draft = await li.in(OFFICE_GROUP).says("预览 通报草稿").gets("私聊");
    expect(draft.text).not.toBe("");
    const shown = office.posts(li.privately.chat).at(-1)?.text ?? "";
    expect(numbers(shown, /按时填报(\d+)个，未报(\d+)个/)).toEqual(reports);
    expect(numbers(shown, /红灯(\d+)个，黄灯(\d+)个，绿灯(\d+)个，灰灯(\d+)个/)).toEqual(lamps);
    expect(numbers(shown, /灰灯\d+个（(\d+)个没报，(\d+)个报了但没有投资数）/)).toEqual(grey);
  });

  it("on the second the draft lies there, with working buttons, once", async () => {
    const [card, ...more] = await told("2022-10-10T10:00:00+08:00", /通报草稿（/);
    expect(more).toEqual([]);
    if (!card) throw new Error("no draft");
    expect(card.text).toContain("9月通报草稿（待送审）");
    const [entry] = await office.store.read.audit.of("bulletin", "2022-09", 5);
    expect(entry).toMatchObject({ what: "起草9月通报", byName: "靠谱" });
    await (await li.in(OFFICE_GROUP).clicks(card, "送审")).shows("9月通报草稿（待审核）");
    expect(await told("2022-10-11T10:00:00+08:00", /通报草稿（/)).toEqual([]);
  });

  it("not where the office was faster", async () => {
    await office.isNow("2022-11-08T08:10:00+08:00");
    await li.privately.says("通报").gets("10月通报草稿");
    expect(await told("2022-11-09T10:00:00+08:00", /通报草稿（/)).toEqual([]);
  });
});
