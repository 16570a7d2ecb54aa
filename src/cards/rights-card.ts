import { type Act, type ActRole, type ActRow, actRow, type Grant, type Where } from "../domain/acts.js";
import { type Block, buttons, type CardView, note, rule, text } from "./card.js";
import { typed } from "./typed.js";

export interface RightsView {
  /** the person's name, unit and role in words, as typed */
  who: string;
  /** the chat in words */
  place: string;
  acts: readonly { act: Act; grant: Grant; isHere: boolean }[];
  /** nothing is said of what may not be done: outsiders need not learn of it */
  isOutside: boolean;
  /** 看全部权限 is offered */
  mayLookAtAll: boolean;
  contact: string;
}

const ELSEWHERE: Record<Where, string> = {
  anywhere: "",
  inside: "内部的群或私聊",
  narrow: "推进办的群，或私聊我",
  office: "推进办的群",
};

/** 权限: what this person may do here. */
export function rightsCard(view: RightsView): CardView {
  const { acts, isOutside, contact } = view;
  const named = (fits: (one: RightsView["acts"][number]) => boolean) =>
    acts.filter(fits).map(({ act }) => actRow(act).say);
  const elsewhere = acts
    .filter(({ grant, isHere }) => grant !== "no" && !isHere)
    .map(({ act }) => actRow(act));
  const never = named(({ grant }) => grant === "no");
  const blocks: Block[] = [
    text(
      [
        ...list(
          "能办",
          named(({ grant, isHere }) => grant === "yes" && isHere),
        ),
        ...list(
          "本单位、本项目的能办",
          named(({ grant, isHere }) => grant === "own" && isHere),
        ),
      ].join("\n"),
    ),
  ];
  if (!isOutside && elsewhere.length > 0)
    blocks.push(
      text(["**换个地方能办**", ...WHERES.flatMap((where) => placeLine(where, elsewhere))].join("\n")),
    );
  if (!isOutside && never.length > 0)
    blocks.push(text([...list("不能办", never), `要办这些，请找${typed(contact, 60)}。`].join("\n")));
  if (isOutside) blocks.push(text(`其他的请找${typed(contact, 60)}。`));
  const rules = isOutside
    ? []
    : rulesOf(acts.flatMap(({ act, grant }) => (grant === "no" ? [] : actRow(act))));
  if (rules.length > 0) blocks.push(note(rules.join("；")));
  if (view.mayLookAtAll) blocks.push(buttons({ label: "全部权限", does: "all" }));
  return { title: "您在这里能做什么", subtitle: `${view.who}　${view.place}`, tone: "blue", blocks };
}

const list = (title: string, names: readonly string[]): string[] =>
  names.length > 0 ? [`**${title}**　${names.join("，")}`] : [];

const WHERES: readonly Where[] = ["anywhere", "inside", "narrow", "office"];

/** `到推进办的群：看留税情况` */
function placeLine(where: Where, rows: readonly ActRow[]): string[] {
  const names = rows.filter((row) => row.where === where).map(({ say }) => say);
  return names.length > 0 ? [`· 到${ELSEWHERE[where]}：${names.join("，")}`] : [];
}

const rulesOf = (rows: readonly ActRow[]): string[] =>
  rows.flatMap(({ say, rule: holds }) => (holds === undefined ? [] : `${say}：${holds}`));

const ROLES: readonly { role: ActRole; name: string }[] = [
  { role: "office", name: "推进办" },
  { role: "leader", name: "领导" },
  { role: "reporter", name: "填报" },
  { role: "guest", name: "未登记" },
];
const PLACES: Record<Where, string> = {
  anywhere: "哪里都行",
  inside: "只在内部",
  narrow: "推进办的群，或私聊",
  office: "只在推进办的群",
};
const IN_A_BLOCK = 12;

/** The whole table: who may do what, and where. */
export function allRightsCard(acts: readonly Act[]): CardView {
  const lines = acts.map(rowLine);
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; from += IN_A_BLOCK) {
    if (from > 0) blocks.push(rule);
    blocks.push(text(lines.slice(from, from + IN_A_BLOCK).join("\n")));
  }
  blocks.push(
    note("“填报（本）”：只办本单位、本项目的。没有写到的人不能办。"),
    buttons({ label: "我能做什么", does: "own" }),
  );
  return { title: "谁可以做什么", tone: "blue", blocks };
}

/** `**销号**　推进办　哪里都行；自己报的不能自己销` */
function rowLine(act: Act): string {
  const row = actRow(act);
  const who = ROLES.flatMap(({ role, name }) =>
    row[role] === "no" ? [] : [row[role] === "own" ? `${name}（本）` : name],
  );
  const isAll = who.length === ROLES.length && !who.some((name) => name.endsWith("（本）"));
  return `**${row.say}**　${isAll ? "所有人" : who.join("、")}　${PLACES[row.where]}${row.rule ? `；${row.rule}` : ""}`;
}
