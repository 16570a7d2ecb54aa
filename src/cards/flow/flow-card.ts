import type { Day } from "../../domain/day.js";
import type { Flow, FlowStep } from "../../domain/flow.js";
import { isLand } from "../../domain/land-gates.js";
import type { Project } from "../../domain/project.js";
import type { StageTemplate } from "../../domain/stages.js";
import { deskOf } from "../../domain/stages-of-project.js";
import { type Block, beside, buttons, type CardView, note, rule, text } from "../card.js";
import { typed } from "../typed.js";
import { earlyWords } from "./early-words.js";
import { otherLines } from "./other-lines.js";
import { SIGNS, type StepView, stepBox, stepLines } from "./step-line.js";

const LEGEND = `${SIGNS.done}办结　${SIGNS.current}在办　${SIGNS.blocked}卡住　${SIGNS.waived}容缺　${SIGNS.ahead}未到；并排的同时办`;

export interface FlowView {
  project: Project;
  template: StageTemplate;
  flow: Flow;
  today: Day;
  hasMoney: boolean;
}

/** 一项目一流程图: where the project stands, 四早, and every step in the order of the way. */
export function flowCard({ project, template, flow, today, hasMoney }: FlowView): CardView {
  const { steps, others } = flow;
  const view: StepView = { today, hasMoney, deskOf: (desk) => deskOf(desk, project) };
  const isLate = steps.some(({ state, left = 0 }) => state === "blocked" || left < 0);
  return {
    title: project.name,
    subtitle: `流程图　${template.name}　${project.stage}`,
    tone: isLate ? "orange" : "blue",
    blocks: [
      text(standText(steps, view)),
      rule,
      ...chart(steps, view),
      ...(others.length > 0 ? [rule, text(["**其他节点**", ...otherLines(others, today)].join("\n"))] : []),
      buttons(
        { label: "节点", does: "nodes", args: { code: project.code } },
        { label: "查", does: "status", args: { code: project.code } },
        ...(isLand(project) ? [{ label: "地块", does: "plot", args: { code: project.code } }] : []),
      ),
      note(LEGEND),
      ...(steps.some(({ presumed }) => presumed)
        ? [
            note(
              `“日期没报”：按后面已办的步骤、现在的阶段或形象进度，算它已过。要记上日子，发“流程 ${typed(shortest(project), 30)} 步骤名 3月15日完成”。`,
            ),
          ]
        : []),
    ],
  };
}

function standText(steps: readonly FlowStep[], view: StepView): string {
  const over = steps.filter(({ state }) => state === "done").length;
  const named = (state: FlowStep["state"]) =>
    steps.filter((one) => one.state === state).map(({ step }) => step);
  const current = named("current").map(({ name, desk }) => `${name}（${typed(view.deskOf(desk), 20)}）`);
  const list = (title: string, words: readonly string[]) =>
    words.length > 0 ? [`**${title}**　${words.join("、")}`] : [];
  return [
    `**走到**　${steps.length}步过了${over}步`,
    ...list("在办", current),
    ...list(
      "卡住",
      named("blocked").map(({ name }) => name),
    ),
    ...list(
      "容缺",
      named("waived").map(({ name }) => name),
    ),
    ...list("四早", earlyWords(steps)),
  ].join("\n");
}

const IN_A_ROW = 2;

/** From top to bottom; steps of one rank go on beside each other. */
function chart(steps: readonly FlowStep[], view: StepView): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push(text(lines.join("\n")));
    lines = [];
  };
  for (const rank of [...new Set(steps.map((one) => one.rank))].sort((a, b) => a - b)) {
    const [first, ...others] = steps.filter((one) => one.rank === rank);
    if (first && others.length === 0) lines.push(...stepLines(first, view));
    else if (first) {
      flush();
      const boxes = [first, ...others].map((one) => stepBox(one, view));
      for (let from = 0; from < boxes.length; from += IN_A_ROW)
        blocks.push(beside(...boxes.slice(from, from + IN_A_ROW)));
    }
  }
  flush();
  return blocks;
}

/** As people call it. */
const shortest = ({ name, aliases }: Project): string => aliases[0] ?? name;
