import { maySee } from "../../src/bot/permissions.js";
import { projectsNamed } from "../../src/bot/projects-named.js";
import type { Turn } from "../../src/bot/turn.js";
import { clip, plain } from "../../src/cards/typed.js";
import type { Meeting } from "../../src/store/meetings.js";

/** What a meeting is, before it is known when and where. */
export type Matter = Pick<Meeting, "kind" | "title" | "code" | "problem">;

export const MONTHLY: Matter = { kind: "推进会", title: "重大项目推进会", code: null, problem: null };

const NUMBER = /#\s*(\d{1,9})/;

/** A 专题's matter: a problem's number, a project, or words alone. A sentence where the problem is not known. */
export async function matterOf(turn: Turn, about: string): Promise<Matter | { unread: string }> {
  const number = NUMBER.exec(about.normalize("NFKC"))?.[1];
  if (number) {
    const problem = await turn.tx.problems.find(Number(number));
    if (!problem || !maySee(turn, problem.code)) return { unread: `没有#${number}这个问题。` };
    const project = await turn.tx.projects.byCode(problem.code);
    const words = about.replace(/#?\s*#\s*\d{1,9}\s*号?(?:问题)?/, "").trim();
    const matter = words || `${project?.name ?? ""}${clip(problem.words, 16)}`;
    return { ...titled(`#${problem.number} ${matter}`), code: problem.code, problem: problem.number };
  }
  if (about === "") return { unread: "没看出议什么。" };
  const [project, ...others] = await projectsNamed(turn, about);
  const only = project && others.length === 0 && maySee(turn, project.code) ? project : null;
  return { ...titled(about), code: only?.code ?? null, problem: null };
}

const titled = (about: string): Pick<Meeting, "kind" | "title"> => ({
  kind: "专题",
  title: `${plain(about, 40)}专题协调会`,
});
