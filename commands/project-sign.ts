import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { baselineAnswer } from "../src/bot/project/baseline.js";
import { isAhead, projectAhead } from "../src/bot/project/project-ahead.js";
import type { SignDraft } from "../src/bot/project/sign-draft.js";
import { signingYear } from "../src/bot/project/sign-draft.js";
import { beginSign, formFace, type SignModel, signFace } from "../src/bot/project/sign-faces.js";
import { reserveOverview, signOverview } from "../src/bot/project/sign-overview.js";
import { writeSign } from "../src/bot/project/sign-write.js";
import type { Turn } from "../src/bot/turn.js";
import { plainCard } from "../src/cards/project/change-card.js";
import { FORMAL_CLASSES } from "../src/cards/project/sign-card.js";
import { formatDay } from "../src/domain/day.js";
import type { Project } from "../src/domain/project.js";
import { isReserve } from "../src/domain/project-details.js";

const FORMAL = /^[\s,，]*(?:(?:从)?预备)?(?:转(?:为)?正式?(?:项目)?)?[\s,，。]*/;

type Begin = (turn: Turn, project: Project, rest: string) => Promise<Answer>;

/** 签约: a project's target of the year is frozen; signed twice it is shown, not written over. */
const sign: Begin = async (turn, project, rest) => {
  const frozen = (await turn.tx.plans.frozen(signingYear(turn))).get(project.code);
  if (!frozen) return beginSign(turn, project, rest);
  const { card, ...more } = await baselineAnswer(turn, project);
  const title = `${project.name}已在${formatDay(frozen.signedOn)}签约冻结`;
  return { card: { ...card, title }, ...more };
};

/** 转正: a 预备 becomes a formal project, with its plan and its signing. */
const formal: Begin = async (turn, project, rest) => {
  if (!isReserve(project.class))
    return {
      card: plainCard(
        "没有改动",
        `${project.name}已经是正式项目（${project.class ?? "未归类"}），不用转正。`,
      ),
    };
  const said = rest.replace(FORMAL, "");
  const toClass = FORMAL_CLASSES.find((one) => said.includes(one)) ?? "区属重大";
  return beginSign(turn, project, said.replace(/[市区]属重大/, "").trim(), toClass);
};

const guided = (
  name: string,
  begin: Begin,
  overview: (turn: Turn) => Promise<Answer>,
): Pick<Command, "run" | "clicks"> => ({
  async run(turn, call) {
    if (call.rest.trim() === "") return overview(turn);
    const ahead = await projectAhead(turn, name, call.rest);
    if (!isAhead(ahead)) return ahead;
    const { project, rest } = ahead;
    if (project.ended)
      return {
        card: plainCard("没有改动", `${project.name}已经不在办，要签约请先发“恢复 ${project.name}”。`),
      };
    return begin(turn, project, rest);
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        return { toast: "好的", model: null, ...(await begin(turn, project, "")) };
      },
    },
    fill: {
      run: (turn, click) =>
        withProject(turn, click, (project, draft) => signFace(turn, project, filled(draft, click))),
    },
    edit: {
      run: (turn, click) =>
        withProject(turn, click, async (project, draft) =>
          formFace(project, draft, "改好后点“填好了”，再核对一次。"),
        ),
    },
    confirm: {
      run: (turn, click) =>
        withProject(turn, click, async (project, draft) => {
          const answer = await writeSign(turn, project, draft);
          return (
            answer ?? {
              card: plainCard(
                "没有冻结",
                `${project.name}的目标已经冻结过了，没有再写。要看发“基线 ${project.name}”。`,
              ),
            }
          );
        }),
    },
    drop: {
      async run() {
        return { toast: "好的，没有冻结", card: plainCard("没有冻结", "好的，什么都没有写。"), model: null };
      },
    },
  },
});

async function withProject(
  turn: Turn,
  click: Click,
  then: (project: Project, draft: SignDraft) => Promise<Answer>,
): Promise<ClickAnswer> {
  const { draft } = click.model as SignModel;
  const project = await turn.tx.projects.byCode(draft.code);
  if (!project || project.ended) return { toast: "这个项目已经不在办", tone: "info" };
  const answer = await then(project, draft);
  return { toast: answer.card.subtitle ?? answer.card.title, ...answer, model: answer.model ?? null };
}

function filled(draft: SignDraft, { form }: Click): SignDraft {
  const said = (name: keyof SignDraft["words"]): string => {
    const value = form[name];
    return typeof value === "string" ? value.trim() : draft.words[name];
  };
  const toClass = typeof form.toClass === "string" && form.toClass ? form.toClass : draft.toClass;
  return {
    ...draft,
    words: {
      plan: said("plan"),
      curve: said("curve"),
      nodes: said("nodes"),
      unit: said("unit"),
      day: said("day"),
    },
    ...(draft.toClass && toClass ? { toClass } : {}),
  };
}

export const signProject: Command = {
  name: "签约",
  aliases: ["集中签约", "签约冻结"],
  topic: "管理",
  summary: "签约冻结一个项目的年度目标：年度计划、月度计划、节点；以后改要写原因",
  examples: ["签约", "签约 武宁路", "签约 土地移交 节点 净地移交 2022年12月20日"],
  act: "plan.freeze",
  ...guided("签约", sign, signOverview),
};

export const makeFormal: Command = {
  name: "转正",
  aliases: ["预备转正", "项目转正"],
  topic: "管理",
  summary: "预备项目转为正式：补年度计划和签约，核对后才改",
  examples: ["转正 祁安路"],
  act: "plan.freeze",
  ...guided("转正", formal, reserveOverview),
};
