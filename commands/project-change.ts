import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { type ChangeModel, changeBack, changeField } from "../src/bot/project/change-field.js";
import { fieldValue } from "../src/bot/project/field-value.js";
import { newUnit } from "../src/bot/project/new-unit.js";
import { isAhead, projectAhead } from "../src/bot/project/project-ahead.js";
import { lapseOfReport, reportAnswer } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { reportModel } from "../src/bot/report/sections.js";
import type { Figure } from "../src/bot/report/to-draft.js";
import { writeItems } from "../src/bot/report/write-items.js";
import type { Turn } from "../src/bot/turn.js";
import { unitCard } from "../src/cards/project/add-card.js";
import { changeForm, plainCard } from "../src/cards/project/change-card.js";
import type { Project } from "../src/domain/project.js";
import { type FieldWish, readFieldWish } from "../src/language/project-change.js";
import {
  fieldName,
  fieldOf,
  type ProjectField,
  readProjectSentence,
} from "../src/language/project-sentence.js";

/** What waits for an answer: which unit, or what is to be changed. */
interface AskModel {
  code: string;
  wish: FieldWish | null;
}

/** 改项目: one fact of a project, old → new, with its reason, and the way back. */
export const changeProject: Command = {
  name: "改项目",
  aliases: ["修改项目", "项目修改"],
  topic: "管理",
  summary: "改项目的责任单位、别名、名称、类别、阶段、总投资、建设内容等，改了能改回",
  examples: ["改项目 武宁路 责任单位 区建管委", "武宁路加个别名 武宁快速", "把603的总投资改成12亿"],
  act: "project.change",
  async run(turn, call) {
    const ahead = await projectAhead(turn, "改项目", call.rest || turn.words);
    if (!isAhead(ahead)) return ahead;
    const { project, rest } = ahead;
    const wish = readFieldWish(rest);
    const several = fieldsIn(rest);
    if (several.length > 1) return oneByOne(project, several);
    if (!wish || wish.value === "") return askWhat(project, wish, rest);
    return change(turn, project, wish);
  },
  clicks: {
    // A plan or a day is a report, with a report's buttons.
    ...reportClicks,
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        return project
          ? { toast: "好的", ...askWhat(project, null, "") }
          : { toast: "没有这个项目了", tone: "info" };
      },
    },
    fill: {
      async run(turn, click) {
        const field = fieldOf(String(click.form.field ?? ""));
        const value = String(click.form.value ?? "").trim();
        const reason = String(click.form.reason ?? "").trim();
        if (!field || value === "") return { toast: "请选改哪一项，并写改成什么", tone: "error" };
        return answered(turn, click, { field, value, ...(reason ? { reason } : {}) });
      },
    },
    unit: {
      run: (turn, click) => {
        const { wish } = click.model as AskModel;
        return answered(turn, click, { field: "unit", ...wish, value: String(click.args.unit) });
      },
    },
    newUnit: {
      async run(turn, click) {
        const { code, wish } = click.model as AskModel;
        if (!wish) return { toast: "没有要登记的单位", tone: "info" };
        await newUnit(turn, code, wish.value);
        return answered(turn, click, wish);
      },
    },
    drop: {
      async run() {
        return { toast: "好的，没有改", card: plainCard("没有改动", "好的，什么都没有改。"), model: null };
      },
    },
    back: {
      async run(turn, click) {
        const model = click.model as ChangeModel;
        const done = await changeBack(turn, model);
        if (!done) return { toast: "后来又改过，没有动；请看“查”上现在的内容", tone: "info" };
        const name = fieldName(model.field);
        return {
          toast: "已改回",
          card: plainCard(
            `已改回 ${done.project.name}`,
            `${name} ${done.from ?? "没有"} → ${done.to ?? "没有"}`,
            "green",
          ),
          model: null,
        };
      },
    },
  },
  lapse: lapseOfReport,
};

function askWhat(project: Project, wish: FieldWish | null, rest: string): Answer {
  const missed = rest && !wish ? `没看出要改“${rest}”里的哪一项。` : "";
  const why = wish ? `${fieldName(wish.field)}要改成什么？` : `${missed}要改哪一项，改成什么？`;
  const model: AskModel = { code: project.code, wish };
  return { card: changeForm(project.name, wish?.field, why), model };
}

/** The fields that a sentence speaks of; what is typed at length is one, whatever its words. */
const fieldsIn = (rest: string): [string, string][] =>
  Object.entries(readProjectSentence(rest).fields)
    .filter(([field]) => field !== "reason" && field !== "name")
    .map(([field, value]) => [fieldName(field as ProjectField), value]);

function oneByOne({ name }: Project, fields: readonly [string, string][]): Answer {
  const each = fields.map(([field, value]) => `“改项目 ${name} ${field} ${value}”`);
  return { card: plainCard("没有改动", `一次改一项，才好核对、好改回。请分开发：${each.join("、")}。`) };
}

async function answered(turn: Turn, click: Click, wish: FieldWish): Promise<ClickAnswer> {
  const project = await turn.tx.projects.byCode((click.model as AskModel).code);
  if (!project) return { toast: "没有这个项目了", tone: "info" };
  const answer = await change(turn, project, wish);
  return { toast: answer.card.title, ...answer, model: answer.model ?? null };
}

async function change(turn: Turn, project: Project, wish: FieldWish): Promise<Answer> {
  if (wish.isRemoved) return withoutAlias(turn, project, wish);
  const value = await fieldValue(turn, wish.field, wish.value, project);
  switch (value.is) {
    case "fault":
      return { card: plainCard("没有改动", value.sentence) };
    case "unit":
      return {
        card: unitCard(value.said, value.near),
        model: { code: project.code, wish: { ...wish, value: value.said } } satisfies AskModel,
      };
    case "fact":
      return isNew(project, value.patch)
        ? changeField(turn, project, wish.field, value.patch, wish.reason)
        : { card: plainCard("没有改动", `${project.name}的${fieldName(wish.field)}已经是${value.shown}。`) };
    case "plan":
      return reported(turn, project, { measure: "plan", yuan: value.yuan }, wish.reason);
    case "day":
      return reported(turn, project, { milestone: value.milestone, date: value.day }, wish.reason);
  }
}

async function withoutAlias(turn: Turn, project: Project, { value, reason }: FieldWish): Promise<Answer> {
  const aliases = project.aliases.filter((one) => one !== value);
  if (aliases.length < project.aliases.length)
    return changeField(turn, project, "alias", { aliases }, reason);
  const known = project.aliases.join("、") || "没有";
  return { card: plainCard("没有改动", `${project.name}没有别名“${value}”，现有别名：${known}。`) };
}

const isNew = (project: Project, patch: Partial<Project>): boolean =>
  Object.entries(patch).some(
    ([key, value]) => JSON.stringify(project[key as keyof Project]) !== JSON.stringify(value),
  );

type Told = { measure: "plan"; yuan: number } | { milestone: string; date: string };

/** What belongs into the ledger goes there as anybody's report would. */
async function reported(turn: Turn, { name }: Project, told: Told, reason?: string): Promise<Answer> {
  const why = reason ? { reason } : {};
  const item: Figure =
    "measure" in told
      ? { intent: "report", project: name, ...told, ...why }
      : { intent: "milestone", project: name, status: "planned", precision: "day", ...told, ...why };
  return reportAnswer(reportModel(turn, await writeItems(turn, [item])));
}
