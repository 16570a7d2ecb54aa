import { partsOf } from "../dates/calendar.js";
import { yearSaid } from "../dates/years.js";
import type { AskItem, CorrectItem, Item } from "../items.js";
import { findQuantities, type Quantity } from "../numbers/quantities.js";
import { strangeWord } from "../rules/labels.js";
import { firstPart, SECTION } from "../rules/parts.js";
import type { Scene } from "../scene.js";
import { correctedLand } from "./corrected-land.js";
import { meaningOfPercent } from "./percent.js";

/** Behind a figure: it is the wrong one. */
const DENIED_BEHIND =
  /^\s*(?:这个)?(?:数据?|数字)?(?:是|有)?(?:不对|不准|[说写打报填发弄搞输记看讲]?错|有?误|作废|不算数?|改[成为到]|更正为|修正为|(?:应该?)(?:是|为))/;
/** 65%，不对，是60%: taken back behind a mark, with the right one to follow. */
const DENIED_BEHIND_MARK =
  /^[\s，,。…!！]+(?:不对|(?:[说写打报填发弄搞输记看讲])?错了?|有误)了?[\s，,。…!！]*(?:应该?)?(?:是|为)/;
/** The same behind a mark, when nothing follows: 武宁路65%，不对 */
const DENIED_AT_END = /^[\s，,。…!！]*(?:啊|哦)?(?:不对|[说写打报填记]?错)了?[\s。!！吧啊]*$/;
/** Before a figure: it is the wrong one. */
const DENIED_BEFORE = /(?:不是|[说写打报填发弄搞输记看讲][成作为]了?)[^，,。\d]{0,6}$/;
/** 把65%改成60% has the wrong one first, 把60%写成65%了 last. */
const OLD_BEFORE = /(?:从|由|把)[^，,。\d改换成为]{0,6}$/;
const CALLED_WRONG =
  /错|[少多漏](?:[写打输报](?:了|个|一|两)*|(?:了|个|一|两)+)[0零](?![.\d])|有误|更正|纠正|改成|改为|改一下|修正|更改|不对|口误|笔误|手误|不是/;

/** What a correction is made with, beside the label of its figure. */
const SAID_TO_CORRECT =
  /[说写打报填发弄搞输记看讲]错|更正|纠正|改成|改为|改到|修正|更改|应该?|有误|不对|口误|笔误|手误|不是|不好意思|对不起|抱歉|上一条|上条|这条|那条/g;

/** A rate or a price that the ledger does not keep. */
const OF_ANOTHER =
  /(?:(?<!完成|完工|竣工|进度|签约|征收|征询|腾退|腾地|搬迁|拆除|拆迁|交地|移交|投资|贯通|概)率|坡度|湿度|强度|浓度|合同[价额]|造价|总投资|概算|估算|中标价|单价|房价|地价|租金|工资|奖金|罚款|保证金)[了的为是:：，,\s]*$/;

/** 刚才说错了，是65%; 不是65%，是60%: the figure that the speaker's last entry should have held. */
export function correctedFigure(scene: Scene, text: string): Item | undefined {
  const { masked, mentions } = scene;
  const { denied, meant } = sorted(masked, saidFigures(scene));
  const figure = meant.at(-1);
  const named = mentions.filter(({ projects }) => projects.length === 1);
  // 武宁路应该是65% is a report with a hedge, not a correction.
  if (!CALLED_WRONG.test(masked) && named.length > 0) return undefined;
  const [subject] = named.findLast(({ start }) => !/不是\s*$/.test(masked.slice(0, start)))?.projects ?? [];
  const whose = subject ? { project: subject.name } : {};
  const ask = (reason: AskItem["reason"], why?: NonNullable<AskItem["why"]>): AskItem => ({
    intent: "ask",
    reason,
    ...whose,
    ...(why ? { why } : {}),
    text,
  });
  if (!figure) {
    if (denied.length > 0) return ask("how-much");
    return /^[^\ue000]{0,12}(?:错了|不对|有误)[。!！吧啊\s]*$/.test(masked) ? ask("how-much") : undefined;
  }
  if (meant.length > 1) return undefined;
  // 65%是桩基的，不是整体: the figure stands, but what is it of?
  if (denied.length === 0 && /不是[^\d]*$/.test(masked.slice(figure.end))) return ask("which-measure");
  if (figure.value < 0) return ask("how-much", "negative");
  if (figure.vague || !Number.isFinite(figure.value)) return ask("how-much");
  const left = masked.slice(0, figure.start).replace(/\d[\d.]*%/g, "");
  // 门禁密码改成6688, 绿化率改成35%: no figure of the ledger's.
  const strange = strangeWord(left.replace(SAID_TO_CORRECT, " ")) !== undefined;
  if (figure.kind === "bare") return strange ? undefined : ask("which-unit");
  if (OF_ANOTHER.test(left.replace(SAID_TO_CORRECT, ""))) return { intent: "none" };
  const wrong = wrongFigure(figure, denied);
  const land = correctedLand(scene, figure, wrong, text);
  if (land) return land;
  // 不是武宁路65%，是新金环60%: two things are wrong, and only one of them can be put right at a time.
  const names = new Set(named.map(({ projects }) => projects[0]?.name));
  if (names.size > 1) return ask("how-much");
  if (figure.kind === "percent") {
    const measure = meaningOfPercent(left, "", "").is === "completion" ? "completion" : "percent";
    if (measure === "percent" && figure.value > 100) return ask("how-much", "over-100");
    const part = measure === "percent" ? partNamed(left) : undefined;
    const ofPart = part === undefined ? {} : { part };
    return { intent: "correct", measure, value: figure.value, ...ofPart, ...wrong, ...whose, text };
  }
  if (figure.kind !== "money") return undefined;
  const { year: thisYear } = partsOf(scene.today);
  if ((yearSaid(left, scene.today) ?? thisYear) !== thisYear) return ask("which-date");
  const said: CorrectItem = {
    intent: "correct",
    measure: "investment",
    yuan: figure.value,
    ...wrong,
    ...whose,
  };
  return { ...said, ...whenIn(scene, left), text };
}

/** 不是桩基，是幕墙; 前期报错了 speaks of time */
const NOT_THE_PART = /不是[^，,。]*[，,]|前期(?=[说写打报填发记])/g;

/** The part of the works that is named before the figure: 桩基更正为82%. */
function partNamed(left: string): string | undefined {
  const words = left.replace(NOT_THE_PART, "");
  return SECTION.exec(words)?.[0] ?? firstPart(words);
}

/** The figures of a message; counts and small spoken numbers are none. */
export function saidFigures({ masked, dates }: Scene): Quantity[] {
  const spans = dates(masked).filter(({ weak }) => !weak);
  return findQuantities(masked, (at) => {
    if (/[\ue000\ue001]/.test(masked.charAt(at))) return at + 1;
    return spans.find(({ start, end }) => at >= start && at < end)?.end;
  }).filter(
    ({ kind, start, end }) =>
      kind !== "other" &&
      kind !== "points" &&
      // 少写了个0
      !(
        kind === "bare" &&
        /[少多漏](?:[写打输报](?:了|个|一|两)*|(?:了|个|一|两)+)$/.test(masked.slice(0, start))
      ) &&
      !(kind === "bare" && /^[一二三四五六七八九十]$/.test(masked.slice(start, end))),
  );
}

function sorted(masked: string, all: readonly Quantity[]): { denied: Quantity[]; meant: Quantity[] } {
  const before = ({ start }: Quantity) => masked.slice(Math.max(0, start - 10), start);
  const behind = ({ end }: Quantity) => masked.slice(end, end + 12);
  const plainly = all.filter(
    (figure) =>
      DENIED_BEFORE.test(before(figure)) ||
      DENIED_BEHIND.test(behind(figure)) ||
      DENIED_BEHIND_MARK.test(behind(figure)) ||
      DENIED_AT_END.test(behind(figure)),
  );
  const denied = plainly.length > 0 ? plainly : all.filter((figure) => OLD_BEFORE.test(before(figure)));
  return { denied, meant: all.filter((figure) => !denied.includes(figure)) };
}

/** The denied figure beside the one that is meant, when they are of one kind. */
function wrongFigure(
  { kind }: Quantity,
  denied: readonly Quantity[],
): Pick<CorrectItem, "deniedValue" | "deniedYuan"> {
  const [figure, more] = denied;
  if (!figure || more || figure.kind !== kind || figure.vague) return {};
  return kind === "percent" ? { deniedValue: figure.value } : { deniedYuan: figure.value };
}

function whenIn(scene: Scene, left: string): Pick<CorrectItem, "scope" | "period"> {
  const month = scene
    .dates(left)
    .findLast(({ period }) => period)
    ?.period?.("past");
  const period = month ? { period: month } : {};
  if (/开工以来|开累/.test(left)) return { scope: "total", ...period };
  if (/累计|本年|今年|年度/.test(left)) return { scope: "ytd", ...period };
  return month ? { scope: "month", ...period } : {};
}
