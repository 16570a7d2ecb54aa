import type { Answer, Click, ClickAnswer, ClickHandler, Command } from "../src/bot/command.js";
import { readEnterprise } from "../src/bot/service/read-service.js";
import type { ServiceModel } from "../src/bot/service/replied-to.js";
import { stepService, takeBackService } from "../src/bot/service/step.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { serviceEcho } from "../src/cards/service/service-card.js";
import { typed } from "../src/cards/typed.js";
import type { Unit } from "../src/domain/project.js";
import type { Service } from "../src/domain/service.js";
import { withoutContacts } from "../src/domain/service-privacy.js";
import { EXAMPLE, entered, notKept, PHONE_REMOVED } from "./service/enter.js";
import { goneOn, shown } from "./service/go-on.js";
import { filterBy, listView, type ServiceFilter } from "./service/list.js";

/** 诉3 已答复：…; full-width digits, too. */
const NUMBERED = /^诉\s?[#＃]?([\d０-９]{1,6})\s*号?[\s:：,，]*([\s\S]*)$/;

/** 诉求: 跨前服务: what enterprises ask for, who answers by when, and what has become of it. */
export const service: Command = {
  name: "诉求",
  aliases: ["企业诉求", "登记诉求", "诉求清单"],
  topic: "查项目",
  summary: "企业要什么、谁答复、哪天前；“诉3 已答复：…”接着办，“诉求 逾期”看清单",
  examples: ["诉求 国华人寿 希望加快规划许可 区规划资源局 9/30", "企业诉求", "诉1 已答复：已进入审批流程"],
  act: "service.ask",
  async run(turn, { rest }) {
    const said = rest.trim();
    const numbered = NUMBERED.exec(said);
    if (numbered) return goneOn(turn, Number(numbered[1]?.normalize("NFKC")), (numbered[2] ?? "").trim());
    if (said === "") return listed(turn, {});
    const units = await turn.tx.projects.units();
    const asked = /^(\S*?)(?:的|有哪些|还?有什么)*(?:企业)?诉求(?:有哪些|清单|列表|台账)?[？?。]?$/.exec(
      said,
    );
    if (asked) return listedOf(turn, asked[1] ?? "", said, units);
    const told = readEnterprise(said);
    if (told) return entered(turn, told.enterprise, told.words);
    const [enterprise = "", ...others] = said.split(/[\s,，:：]+/);
    const what = said.slice(enterprise.length).replace(/^[\s,，:：]+/, "");
    if (others.length === 0) return listedOf(turn, enterprise, said, units);
    return entered(turn, enterprise, what);
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const { filter } = click.model as { filter: ServiceFilter };
        return { toast: "好的", card: await listView(turn, filter, Number(click.args.page)) };
      },
    },
    show: {
      async run(turn, click) {
        const found = await turn.tx.services.find(Number(click.args.number));
        return found ? { toast: "好的", ...(await shown(turn, found)) } : GONE;
      },
    },
    close: step("已办结", "办结", "close"),
    reopen: step("已退回", "退回", "reopen"),
    answer: { run: answered },
    undo: { run: undone },
  },
};

/** Words before or behind a name that are none of it. */
const AROUND_NAME =
  /^(?:我们?|单位|全部|所有|逾期|超期|到期|没办结|已答复|还|都|有|哪些|什么|的|企业(?=$|[还都有的]))+|(?:还|都|有|哪些|什么|的)+$/g;

const GONE: ClickAnswer = { toast: "这个诉求已经撤销了", tone: "info" };

async function listed(turn: Turn, filter: ServiceFilter): Promise<Answer> {
  return { card: await listView(turn, filter, 1), model: { filter } };
}

/** By unit, by enterprise, by what is due; a single word that is none of these is asked back. */
async function listedOf(turn: Turn, name: string, said: string, units: readonly Unit[]): Promise<Answer> {
  const plain = await filterBy(turn, said);
  const bare = name.replace(AROUND_NAME, "").trim();
  if (bare === "" || Object.keys(plain).length > 0) return listed(turn, plain);
  const known = await turn.tx.services.list(true);
  const unit = units.find((one) => one.name === bare || one.aliases.includes(bare));
  const enterprise = known.find(
    (one) => one.enterprise === bare || one.enterprise === unit?.name,
  )?.enterprise;
  if (enterprise) return listed(turn, { enterprise, all: true });
  if (unit) return listed(turn, { unit: unit.name });
  return notKept(`没有${typed(bare, 30)}的诉求。要登记请写全，${EXAMPLE}。`);
}

function step(toast: string, words: string, is: "close" | "reopen"): ClickHandler {
  return {
    async run(turn, click) {
      const found = await turn.tx.services.find(Number(click.args.number));
      return found ? stepped(turn, found, { is, words }, toast) : GONE;
    },
  };
}

async function stepped(
  turn: Turn,
  found: Service,
  change: Parameters<typeof stepService>[2],
  toast: string,
  hint?: string,
): Promise<ClickAnswer> {
  const outcome = await stepService(turn, found, change);
  if (outcome.is !== "done")
    return { toast: outcome.sentence, tone: outcome.is === "known" ? "info" : "error" };
  const shownBy = { now: turn.now, writeId: turn.writeId, ...(hint === undefined ? {} : { hint }) };
  return {
    toast: `诉${found.number} ${toast}`,
    card: serviceEcho(outcome.was, outcome.service, shownBy),
    model: { service: found.number } satisfies ServiceModel,
  };
}

/** 已答复, filled in on the request's card. */
async function answered(turn: Turn, { args, form }: Click): Promise<ClickAnswer> {
  const found = await turn.tx.services.find(Number(args.number));
  if (!found) return GONE;
  const { text: words, isRemoved } = withoutContacts(
    String(form.answer ?? "")
      .trim()
      .slice(0, 500),
  );
  if (words.length < 2) return { toast: "请写答复了什么，还没有记", tone: "error" };
  return stepped(turn, found, { is: "resolve", words }, "已答复", isRemoved ? PHONE_REMOVED : undefined);
}

async function undone(turn: Turn, { args }: Click): Promise<ClickAnswer> {
  const number = Number(args.number);
  const taken = await takeBackService(turn, number, String(args.writeId));
  if (!taken) return { toast: "不是您办的，或者后来有人办过，没有动", tone: "error" };
  if (taken.left) return { toast: "已撤销", ...(await shown(turn, taken.left)) };
  const card = {
    title: `已撤销 诉${number}`,
    tone: "grey" as const,
    blocks: [text("登记已经撤销，编号不再用。")],
  };
  return { toast: "已撤销", card, model: {} };
}
