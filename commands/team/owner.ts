import type { Command } from "../../src/bot/command.js";
import { nearProjects } from "../../src/bot/near-projects.js";
import { otherCommand } from "../../src/bot/other-command.js";
import { NAME, whoIs, withoutMentions } from "../../src/bot/people/who.js";
import { maySee, notHere } from "../../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../../src/bot/projects-named.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import { whichProject } from "../../src/cards/which-project.js";
import type { QueryItem } from "../../src/language/items.js";
import { findMentions } from "../../src/language/names/mentions.js";
import { normalise } from "../../src/language/text/normalise.js";
import { nobody, ofPerson } from "./owner/of-person.js";
import { ofProject } from "./owner/of-project.js";
import { ofUnit } from "./owner/of-unit.js";

/** 张伟负责什么, 张伟管哪些项目 */
const PERSON =
  /^\s*(@?[\u4e00-\u9fa5·]{1,5}?)(?:都|在|主要|现在)*(?:负责|管|牵头)(?:着|了)?(?:什么|哪些|啥|哪几个)/;

/** 谁负责, 这个项目归谁管: without a name it goes on about the project spoken of before. */
const OF_NONE =
  /^[这那]?[个条]?(?:项目|工程)?\s*(?:现在)?的?(?:是|由|归|找)?(?:谁|哪|负责人|责任人|联络员|联系人|责任单位|分管领导)/;

/** 谁负责: of a project, a unit or a person: who answers for what. */
export const owner: Command = {
  name: "谁负责",
  aliases: ["谁管", "谁牵头"],
  topic: "查项目",
  summary: "一个项目找谁、一个单位找谁、一个人管什么；还欠着什么",
  examples: ["603谁负责", "谁负责 区建管委", "张伟负责什么"],
  act: "look",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const said = call.rest || asked?.text || turn.words;
    if (asked?.project) {
      const project = await turn.tx.projects.byName(asked.project);
      if (project) return ofProject(turn, project);
    }
    const unit = asked?.unit ?? unitIn(turn, said);
    if (unit) return ofUnit(turn, unit);
    const person =
      PERSON.exec(said)?.[1] ?? (turn.mentions[0]?.name || (NAME.test(call.rest) ? call.rest : ""));
    const projects = asked ? [] : await projectsNamed(turn, call.rest);
    const [project] = projects;
    if (project) return ofProject(turn, project);
    if (/^我们?$|^本人$/.test(person))
      return (await ofPerson(turn, turn.speaker)) ?? nobody(turn.speaker.name);
    const near = await nearProjects(turn, said);
    const known = person ? await ofPerson(turn, await whoIs(turn, person)) : null;
    if (known) return known;
    if (person && near.length === 0) return nobody(person);
    const spokenOf = call.rest === "" && OF_NONE.test(said) ? await projectMeant(turn) : null;
    if (spokenOf) return ofProject(turn, spokenOf);
    return { card: whichProject("谁负责", person || call.rest, near) };
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `谁负责 ${project.code}`);
        return { toast: "好的", ...(await ofProject(turn, project)) };
      },
    },
    status: otherCommand("查"),
    // The card that is left chose nothing of a team yet.
    team: { run: (turn, click) => otherCommand("班子").run(turn, { ...click, model: { parts: [] } }) },
  },
};

const unitIn = (turn: Turn, said: string): string | undefined =>
  findMentions(withoutMentions(normalise(said).text, turn), turn.names).find(
    ({ unit, projects }) => unit !== undefined && projects.length === 0,
  )?.unit;
