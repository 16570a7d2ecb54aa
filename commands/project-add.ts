import type { Click, ClickAnswer, Command } from "../src/bot/command.js";
import { addDraft } from "../src/bot/project/add-draft.js";
import { type AddModel, nextFace, sameAnswer } from "../src/bot/project/add-faces.js";
import { writeDraft } from "../src/bot/project/add-write.js";
import type { Turn } from "../src/bot/turn.js";
import { addedCard, addForm } from "../src/cards/project/add-card.js";
import type { ProjectField } from "../src/language/project-sentence.js";

/** 新增项目: in one sentence or by a form; checked against names and criteria, and written when confirmed. */
export const addProject: Command = {
  name: "新增项目",
  aliases: ["新建项目", "添加项目", "增加项目"],
  topic: "管理",
  summary: "新列一个项目：一句话说完，或发“新增项目”填表；核对后才写",
  examples: [
    "新增项目 武威路菜场改造 区属重大 新增 总投资1.2亿 年度计划5000万 责任单位区建管委 政府投资",
    "新增项目",
  ],
  act: "project.change",
  run: (turn, call) => nextFace(turn, addDraft(turn, call.rest)),
  clicks: {
    fill: { run: (turn, click) => goOn(turn, click, { fields: formFields(click) }) },
    other: { run: (turn, click) => goOn(turn, click, { isOther: true }) },
    unit: { run: (turn, click) => goOn(turn, click, { fields: { unit: String(click.args.unit) } }) },
    newUnit: { run: (turn, click) => goOn(turn, click, { isNewUnit: true }) },
    exceed: {
      async run(turn, click) {
        const exception = String(click.form.exception ?? "").trim();
        if (exception.length < 2) return { toast: "请写明列入的理由", tone: "error" };
        return goOn(turn, click, { exception });
      },
    },
    edit: {
      async run(_turn, click) {
        const { draft } = click.model as AddModel;
        return {
          toast: "请修改",
          card: addForm(draft.fields, "改好后点“填好了”，再核对一次。"),
          model: { draft },
        };
      },
    },
    same: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        return project
          ? { toast: "没有新增", ...sameAnswer(project) }
          : { toast: "没有这个项目了", tone: "info" };
      },
    },
    confirm: {
      async run(turn, click) {
        const { isDone, ...answer } = await writeDraft(turn, (click.model as AddModel).draft);
        return { toast: isDone ? "已新增" : "还要问一句", ...answer };
      },
    },
    drop: {
      async run() {
        return {
          toast: "好的，没有新增",
          card: addedCard("没有新增", ["好的，什么都没有写。"], false),
          model: null,
        };
      },
    },
  },
};

type Step = Partial<Omit<AddModel["draft"], "fields">> & { fields?: AddModel["draft"]["fields"] };

async function goOn(turn: Turn, click: Click, step: Step): Promise<ClickAnswer> {
  const { draft } = click.model as AddModel;
  const next = { ...draft, ...step, fields: { ...draft.fields, ...step.fields } };
  // Another name may be near others again.
  if (next.fields.name !== draft.fields.name) delete next.isOther;
  if (next.fields.unit !== draft.fields.unit) delete next.isNewUnit;
  if (next.fields.totalYuan !== draft.fields.totalYuan) delete next.exception;
  return { toast: "好的", ...(await nextFace(turn, next)) };
}

function formFields({ form }: Click): Partial<Record<ProjectField, string>> {
  const said = Object.entries(form).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(said);
}
