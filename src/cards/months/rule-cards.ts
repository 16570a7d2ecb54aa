import { formatInstant } from "../../domain/day.js";
import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import type { LampRules } from "../../domain/lamp-rule.js";
import { lampRuleFor } from "../../domain/lamp-rule.js";
import { RULE_PRESETS } from "../../domain/lamp-rule-presets.js";
import { ruleDifference, ruleGroups, ruleLines } from "../../domain/lamp-rule-words.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
import { typed } from "../typed.js";

/** A version in a line of the card's history. */
export interface VersionLine {
  version: number;
  what: string;
  /** epoch ms */
  validFrom: number;
  byName: string;
}

const MOST_VERSIONS = 5;

/** 规则: what is in force for each class, in plain words, since when and by whom. */
export function rulesCard(
  rules: LampRules,
  classes: readonly string[],
  versions: readonly VersionLine[],
  now: number,
  mayChange: boolean,
): CardView {
  const groups = ruleGroups(rules, classes).flatMap(({ classes: alike, rule: own }, index) => [
    ...(index > 0 ? [rule] : []),
    text([`**${alike.map((each) => typed(each)).join("、")}**`, ...ruleLines(own)].join("\n")),
  ]);
  const history = versions
    .slice(0, MOST_VERSIONS)
    .map(
      ({ version, what, validFrom, byName }) =>
        `v${version}　${formatInstant(validFrom, now)} ${typed(byName, 20)}：${typed(what, 80)}`,
    );
  return {
    title: `亮灯${rules.default.version}`,
    tone: "blue",
    blocks: [
      ...groups,
      rule,
      text(["**改动**", ...history, "v1　系统默认"].join("\n")),
      ...(mayChange
        ? [
            note(
              "改：发“改规则 区属重大 黄80 红60”“改规则 落后点数 黄10 红30”“改规则 节点 红15”。也可以套用各地公布的：",
            ),
            buttons(
              ...RULE_PRESETS.map(({ name }) => ({ label: `套用${name}`, does: "preset", args: { name } })),
            ),
          ]
        : []),
    ],
  };
}

/** How many lamps go from one colour to another. */
export interface LampMove {
  from: LampColour;
  to: LampColour;
  names: string[];
}

const MOST_NAMES = 6;

/** `**3个项目的灯会变**`, then each move and its projects. */
export function moveLines(moves: readonly LampMove[], when: "would" | "did"): string[] {
  const change = when === "would" ? "会变" : "变了";
  const count = moves.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return [`**没有灯${change}**`];
  return [
    `**${count}个项目的灯${change}**`,
    ...moves.map(({ from, to, names }) => {
      const shown = names.slice(0, MOST_NAMES).map((name) => typed(name, 30));
      const more = names.length > shown.length ? `等${names.length}个` : "";
      return `${lampSign(from)}→${lampSign(to)} ${names.length}　${shown.join("、")}${more}`;
    }),
  ];
}

/** What changes of the rules, class by class: `原：…` `改为：…`. */
export function differenceBlocks(was: LampRules, is: LampRules, classes: readonly string[]): Block[] {
  return ruleGroups(is, classes).flatMap(({ classes: alike }) => {
    const byDifference = new Map<string, string[]>();
    for (const each of alike) {
      const of = each === "未归类" ? null : each;
      const { was: before, is: after } = ruleDifference(lampRuleFor(was, of), lampRuleFor(is, of));
      if (before.length === 0 && after.length === 0) continue;
      const words = [
        ...(before.length > 0 ? [`原：${before.join("；")}`] : []),
        ...(after.length > 0 ? [`改为：${after.join("；")}`] : []),
      ].join("\n");
      byDifference.set(words, [...(byDifference.get(words) ?? []), each]);
    }
    return [...byDifference].map(([words, names]) =>
      text(`**${names.map((name) => typed(name)).join("、")}**\n${words}`),
    );
  });
}
