import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { keepFresh } from "../../src/bot/book.js";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { EXTERNAL_GROUP, OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";
import type { Voice } from "../support/voice.js";

/** 1.3137亿, and however it may be written or shortened */
const SUM = /1\.31(?:37)?\s*亿|13137|1\.3亿|131[,，]?370/;
/** 12.3457亿, the price of a plot */
const PRICE = /12\.3[45]\d*\s*亿|12345[67]|1,?234,?57/;

const COMMANDS = commands.filter(({ isHidden, examples }) => !isHidden && examples.length > 0);

const NOW = Date.parse("2022-09-20T10:00:00+08:00");

const noteOf = (note: string) => ({
  measure: "note" as const,
  note,
  saidAt: NOW + 60_000,
  dataMonth: "2022-09",
  saidByName: "李敏",
  chatId: PROJECT_GROUP,
  messageId: `om_${note.length}`,
  words: note,
  writeId: `w${note.length}`,
  source: "chat" as const,
});

const told = ({ text, buttons }: SeenMessage): string =>
  [text, ...buttons.map((button) => button.text)].join("\n");

/** What the bot answers to a command's examples, and to a tap on each button that only shows something. */
async function answers(voice: Voice, examples: readonly string[], mentioned: string): Promise<string[]> {
  const seen: string[] = [];
  for (const example of examples) {
    const mentions = example.includes("@") ? [mentioned] : [];
    const card = await voice.says(example.replace(/@\S+/, "@小刘"), { mentions }).gets();
    seen.push(`${example}\n${told(card)}`);
    for (const label of ["历史", "节点", "查", "下一页"])
      if (card.buttons.some(({ text }) => text === label)) {
        const { toast } = await voice.clicks(card, label);
        seen.push(`${example} → ${label}\n${toast}`);
      }
  }
  return seen;
}

describe("sums of money where outsiders are", async () => {
  const office = await Office.open();
  const { li, zhang, zhou, liu, sandbox } = office;

  it("are on the ledger: as a figure, in words, in a problem and in what it waits for", async () => {
    await li.says("武宁路本年累计完成1.3137亿").gets("已记入");
    await li.says("武宁路 桥墩完成，本月支付工程款1.3137亿元").gets("已记入");
    await zhang.says("武宁路卡在资金缺口1.3137亿元，请区财政局协调，9月30日前").gets("#1");
    await zhang.says("#1 已报财政，先拨1.3137亿元").gets("#1");
    await zhang.says("#1 延期到10月10日，原因是1.3137亿元还没批").gets("原因");
    await zhang.says("武宁路竣工验收推迟到2023年9月30日，因为1.3137亿元还没到位").gets();
    await li.says("查 武宁路").gets(SUM);
    await li.says("#1").gets(SUM);
  });

  it.each(COMMANDS)("$name there tells none of them, whatever is tapped", async ({ examples }) => {
    for (const seen of await answers(zhou, examples, liu.openId)) expect(seen).not.toMatch(SUM);
  });

  it.each([
    "#1",
    "#1 怎么样了",
    "问题",
    "武宁路的问题",
    "历史 武宁路",
    "查 武宁路",
    "流程 武宁路",
    "8月底武宁路是多少",
    "9月底武宁路是多少",
    "武宁路还差多少",
    "滞后",
    "谁改的武宁路",
  ])("%s tells none of them, whoever asks", async (words) => {
    for (const voice of [zhou, zhang.in(EXTERNAL_GROUP), li.in(EXTERNAL_GROUP)])
      expect(told(await voice.says(words).gets())).not.toMatch(SUM);
  });

  it("nor does any card as it stands there in the end", async () => {
    await office.settled();
    const seen = sandbox.messages(EXTERNAL_GROUP).filter(({ fromBot }) => fromBot);
    expect(seen.length).toBeGreaterThan(50);
    for (const message of seen) expect(told(message)).not.toMatch(SUM);
  });
});

describe("the price of land in an open group", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, zhou, sandbox } = office;
  const own = { name: "赵六", unit: "区商务委", section: null, role: "reporter" } as const;

  it("is on the ledger: as a figure and in words of several kinds", async () => {
    const private_ = li.privately;
    await private_.says("利欧地块本年累计完成12.3457亿").gets("已记入");
    await private_.says("利欧地块 出让金12.3457亿元已缴清，成交价12.3457亿元").gets();
    await private_
      .says("利欧地块卡在竞得人12.3457亿元土地款没有到账，请区规资局协调，9月30日前")
      .gets("#1", PRICE);
    // Such words are asked about, where they are read: here they stand as those of an older message.
    for (const [code, note] of [
      ["L-05", "竞得人已付土地款12.3457亿元，方案在深化"],
      ["S-06", "桥墩完成，沿线地块以12.3457亿元成交"],
    ] as const)
      await office.store.transaction(async (tx) => {
        await tx.ledger.append([{ ...noteOf(note), code, saidBy: li.openId }], NOW);
        await keepFresh(tx, code, NOW);
      });
    await office.store.transaction(async (tx) => {
      const { note: _, ...head } = noteOf("出让金");
      await tx.ledger.append(
        [{ ...head, measure: "funds", yuan: 1_234_570_000, code: "L-05", saidBy: li.openId }],
        NOW,
      );
      await keepFresh(tx, "L-05", NOW);
    });
    await private_.says("历史 利欧").gets(PRICE, "累计资金");
    await private_.says("查 武宁路").gets(PRICE);
    await private_.says("查 利欧地块").gets(PRICE);
    await li.in(EXTERNAL_GROUP).says("绑定 利欧地块").gets("已绑定");
  });

  it("the own unit and the office see it in private, others there do not", async () => {
    await li.privately.says("查 利欧地块").gets(PRICE);
    await chen.privately.says("查 利欧地块").gets(PRICE);
    for (const voice of [zhang, wang, liu])
      for (const words of ["查 利欧", "历史 利欧", "查 武宁路", "谁改的利欧"])
        expect(told(await voice.privately.says(words).gets()), words).not.toMatch(PRICE);
    await office.store.transaction((tx) =>
      tx.people.register({ ...own, openId: liu.openId }, "test", sandbox.clock.now()),
    );
    await liu.privately.says("查 利欧地块").gets(PRICE);
    expect(told(await liu.says("查 利欧地块").gets())).not.toMatch(PRICE);
  });

  it.each(COMMANDS)("$name there does not tell it, whatever is tapped", async ({ examples }) => {
    for (const seen of await answers(li, examples, liu.openId)) expect(seen).not.toMatch(PRICE);
  });

  it.each([
    "查 利欧",
    "历史 利欧",
    "8月底利欧是多少",
    "9月底利欧是多少",
    "利欧还差多少",
    "谁改的利欧",
    "地块 利欧",
    "#1",
    "问题",
    "列表 土地出让",
    "总览 土地出让",
    "土地出让多少钱",
    "利欧比上月有什么变化",
    "缺口 土地出让",
    "控制数 土地出让",
    "土地",
    "基线 利欧",
    "责任清单 区商务委",
    "谁负责 区商务委",
    "班子 利欧",
    "改动记录",
    "流程 利欧",
    "历史 武宁路",
    "查 武宁路",
    "滞后",
  ])("%s does not tell it, whoever asks, here or outside", async (words) => {
    for (const voice of [li, chen, wang, liu, zhou])
      expect(told(await voice.says(words).gets())).not.toMatch(PRICE);
  });

  it("nor does a post of the bot's own, or any card as it stands in the end", async () => {
    for (const at of ["2022-09-26T09:10:00+08:00", "2022-10-10T09:10:00+08:00", "2022-10-10T17:00:00+08:00"])
      await office.isNow(at);
    for (const chat of [PROJECT_GROUP, EXTERNAL_GROUP])
      for (const message of sandbox.messages(chat).filter(({ fromBot }) => fromBot))
        expect(told(message)).not.toMatch(PRICE);
  });
});

describe("a plot for sale in a closed month", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen } = office;
  const pagesOf = async (voice: Voice): Promise<string> => {
    let card = await voice.says("快照 9月").gets(/^9月快照/);
    const seen = [told(card)];
    while (card.buttons.some(({ text }) => text === "下一页")) {
      card = await (await voice.clicks(card, "下一页")).shows();
      seen.push(told(card));
    }
    return seen.join("\n");
  };
  const lineIn = (text: string) => /^.*利欧.*$/m.exec(text)?.[0] ?? "";
  /** 亿: the planned and the done sum of the total line */
  const sums = (text: string) =>
    [...(/年度计划合计([\d.]+)亿，累计完成([\d.]+)亿/.exec(text) ?? [])].slice(1).map(Number);

  it("its plan and what was taken are on the ledger, and the month closes", async () => {
    await li.privately.says("利欧地块年度计划10亿").gets("10亿");
    await li.privately.says("利欧地块本年累计完成8亿").gets("8亿");
    await zhang.says("武宁路累计完成1.1亿").gets("已记入");
    await office.isNow("2022-10-09T09:00:00+08:00");
  });

  it("快照 shows its sums in private to the office alone; they are in no total", async () => {
    const inside = await pagesOf(li.privately);
    expect(lineIn(inside)).toContain("累计8亿/10亿");
    for (const voice of [li, wang, chen, wang.privately]) {
      const open = await pagesOf(voice);
      expect(lineIn(open)).not.toMatch(/8亿|10亿/);
      expect(lineIn(open)).toContain("金额在内部看");
      expect(sums(open)).toEqual(sums(inside));
    }
  });

  it("更正记录 tells that it was put right, and how much to the office alone", async () => {
    await li.privately.says("利欧地块9月底累计9亿").gets("9月已关账，记为更正");
    await li.privately
      .says("更正记录 9月")
      .gets("利欧地块　本年累计投资 8亿 → 9亿", "“利欧地块9月底累计9亿”");
    for (const voice of [li, wang, chen, wang.privately]) {
      const card = await voice.says("更正记录 9月").gets("本年累计投资 有更正（金额在内部看）", "李敏");
      expect(told(card)).not.toMatch(/[89]亿/);
    }
    expect(lineIn(await pagesOf(wang))).not.toMatch(/现在/);
  });

  it("更正记录 reads out nothing that was said to the bot alone, but to whoever said it", async () => {
    await zhang.privately.says("武宁路9月底累计1.23亿，昨天财务核的").gets("9月已关账，记为更正");
    const card = await wang.says("更正记录 9月").gets("1.1亿 → 1.23亿", /张伟 10月9日 \d+:\d+：私聊/);
    expect(told(card)).not.toContain("财务核");
    await zhang.says("更正记录 9月").gets("“武宁路9月底累计1.23亿，昨天财务核的”");
    await zhang.says("武宁路9月底累计1.24亿，会上定的").gets("9月已关账，记为更正");
    await wang.says("更正记录 9月").gets("“武宁路9月底累计1.24亿，会上定的”");
  });
});

describe("a signed plot for sale in an open group", async () => {
  const office = await Office.open();
  const { li, wang } = office;
  const alone = li.privately;

  it("基线 and the question before a signed target moves tell no sum", async () => {
    const added = await alone
      .says("新增项目 绿杨桥地块 土地出让 新增 年度计划10亿 责任单位区商务委")
      .gets("请核对");
    await (await alone.clicks(added, "确认新增")).shows("已新增");
    const form = await alone.says("签约 绿杨桥地块").gets("还没有冻结");
    const preview = await (
      await alone.fills(form, "填好了", {
        plan: "10亿",
        curve: "",
        nodes: "成交 2022年12月31日",
        unit: "区商务委",
        day: "2022年9月19日",
      })
    ).shows("10亿");
    await (await alone.clicks(preview, "冻结")).shows("已签约冻结");
    await alone.says("基线 绿杨桥地块").gets("10亿");
    for (const voice of [li, wang])
      expect(told(await voice.says("基线 绿杨桥地块").gets("基线"))).not.toContain("10亿");
    const asked = await li.says("绿杨桥地块年度计划11亿").gets("要说明原因");
    expect(asked.text).not.toContain("10亿");
    await alone.says("绿杨桥地块年度计划12亿").gets("10亿 改为 12亿");
  });

  it("nor does a question about an odd figure", async () => {
    await alone.says("利欧地块本年累计完成8亿").gets("8亿");
    const asked = await li.says("利欧地块本年累计完成7亿").gets("问您一句");
    expect(asked.text).not.toContain("8亿");
    await alone.says("利欧地块本年累计完成7亿").gets("8亿 还少");
  });
});

describe("the echo of a price", async () => {
  const office = await Office.open();
  const { li } = office;

  it("says the sum where it may be seen, and does not hide it in the line above", async () => {
    const inOffice = await li.in(OFFICE_GROUP).says("利欧地块 成交价12.3亿元").gets("成交价 12.3亿");
    const alone = await li.privately.says("利欧地块 成交价12.4亿元").gets("成交价 12.3亿 → 12.4亿");
    for (const { text } of [inOffice, alone]) expect(text).not.toContain("金额在内部看");
    const open = await li.says("利欧地块 成交价12.5亿元").gets("成交价（金额在内部看）");
    expect(told(open)).not.toMatch(/12\.\d亿/);
  });
});
