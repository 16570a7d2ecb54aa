import type { Item, QueryAbout } from "../language/items.js";
import type { Call } from "./command.js";

/** Which command answers a question, by what it is about. */
const QUERIES: Record<QueryAbout, string> = {
  status: "查",
  "as-of": "查",
  why: "查",
  shortfall: "查",
  owner: "谁负责",
  milestones: "节点",
  history: "历史",
  lagging: "滞后",
  unreported: "滞后",
  totals: "总览",
  overview: "总览",
  compare: "比上月",
  problems: "问题",
  ranking: "排名",
};

/** Asked of no one project, it is asked of all, of a class or of a unit. */
const QUERIES_OF_ALL: Partial<Record<QueryAbout, string>> = { "as-of": "总览", shortfall: "缺口" };

/** 606走到哪一步了: of all that can be asked of a project, the one that its flow chart answers. */
const ASKS_FOR_FLOW = /流程|走到(?:了?哪|什么)|到(?:了)?哪一?步|哪个环节|办到哪/;
/** 工规证容缺，10月15日补: no plan, but a paper that is to be made up. */
const WAIVED = /容缺/;

/** The name of the command that answers an item; null for small talk. */
function commandOf(item: Item): string | null {
  switch (item.intent) {
    case "milestone":
      return item.status === "planned" && WAIVED.test(item.text ?? "") ? "容缺" : "报";
    case "report":
    case "problem":
    case "ask":
      return "报";
    case "correct":
      return "更正";
    case "undo":
      return "撤销";
    case "query":
      if (item.about === "status" && ASKS_FOR_FLOW.test(item.text ?? "")) return "流程";
      return (item.project ? undefined : QUERIES_OF_ALL[item.about]) ?? QUERIES[item.about];
    case "command":
      return item.name;
    case "none":
      return null;
  }
}

export interface Routed extends Call {
  command: string;
}

/**
 * The calls a message makes, in the order of its text. All that is reported goes to one call, and so do
 * several questions about one project.
 */
export function route(items: readonly Item[]): Routed[] {
  const calls: Routed[] = [];
  for (const item of items) {
    const command = commandOf(item);
    if (command === null) continue;
    const known = calls.find(
      (call) => (call.command === command || takesIn(call, command)) && goesWith(call, item),
    );
    if (known) known.items.push(item);
    else calls.push({ command, items: [item], rest: item.intent === "command" ? (item.rest ?? "") : "" });
  }
  return calls;
}

/** 为什么红？谁负责？ is one question about a project: its card answers both. */
const takesIn = (call: Routed, command: string): boolean => call.command === "查" && command === "谁负责";

function goesWith(call: Routed, item: Item): boolean {
  if (call.command === "报") return item.intent !== "command";
  const [first] = call.items;
  return (
    item.intent === "query" &&
    first?.intent === "query" &&
    item.project !== undefined &&
    first.project === item.project
  );
}
