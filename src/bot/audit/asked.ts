import type { Field } from "../../domain/ledger-changes.js";
import type { Project } from "../../domain/project.js";
import type { AuditSubject } from "../../store/audit.js";
import { projectMeant, projectsNamed } from "../projects-named.js";
import { facesRepliedTo } from "../replied-to.js";
import { isReportModel } from "../report/sections.js";
import type { Turn } from "../turn.js";

/** Whose changes are asked for; plain JSON, so that a card may be drawn from it again. */
export type Asked =
  /** `figure` in words; `fields` are those of the card that was replied to */
  | { of: "project"; code: string; figure?: string; fields?: Field[] }
  | { of: "person"; name: string; isOwn: boolean }
  | { of: "kind"; subjects: AuditSubject[]; title: string; here?: string }
  | { of: "all" }
  /** what was said is nothing that is kept; the words that were not read */
  | { of: "unknown"; words: string };

/** Words that only ask. */
const ASKING =
  /请问|问一下|想问|查一?[下查]|看一?[下看]|帮我|到底|(?:最近|上次|最后)(?:一次)?|(?:是|被|由)?(?:谁|哪个人|哪位)(?:给|来|帮忙)?|(?:什么|啥)时候|何时|几时|哪[天条]|哪一?条消息|在哪里?|怎么|有没有|有(?:什么|哪些)|为什么|(?:改动|修改|变更|调整|更改|操作)(?:的)?(?:记录|历史|情况)?|[改动报填说登记写](?:的|了|过)+|登记|绑定|修改|调整|变更|更改|[改动](?:成|为)|这个?数?|数据?|是|的|了|吗|呢|过|？|\?|[\s,，。！!、:：“”"]/g;

/** What people call the things that are kept beside the projects. */
const KINDS: readonly { words: RegExp; subjects: AuditSubject[]; title: string; isHere?: true }[] = [
  { words: /规则|阈值|亮灯/, subjects: ["rule"], title: "亮灯规则" },
  { words: /控制数/, subjects: ["total"], title: "控制数" },
  { words: /推进会|会议|专题会|议程|纪要/, subjects: ["meeting"], title: "会议" },
  { words: /议定|行动项/, subjects: ["action"], title: "议定事项" },
  { words: /通报/, subjects: ["bulletin"], title: "通报" },
  { words: /关账|月份?账/, subjects: ["month"], title: "关账" },
  { words: /结转|年末/, subjects: ["year"], title: "年末结转" },
  { words: /本群|这个?群|群里|订阅|提醒|定时/, subjects: ["chat", "posts"], title: "本群", isHere: true },
  { words: /人员|名单|谁登记/, subjects: ["person"], title: "人员" },
  { words: /诉求/, subjects: ["service"], title: "企业诉求" },
];

/** 谁改的武宁路责任单位, 谁登记的张伟, 改动记录: what of is asked. */
export async function askedOf(turn: Turn, said: string): Promise<Asked> {
  const [project, ...others] = await projectsNamed(turn, said);
  if (project && others.length === 0) return ofProject(turn, project, said);
  const person = await personIn(turn, said);
  if (person) return person;
  const left = said.replace(ASKING, "");
  const kind = KINDS.find(({ words }) => words.test(said));
  if (kind) {
    const { subjects, title, isHere } = kind;
    return { of: "kind", subjects, title, ...(isHere ? { here: turn.chat.chatId } : {}) };
  }
  if (others.length > 0) return { of: "unknown", words: said };
  const isPointing = /谁|什么时候|何时|几时|哪[天条]/.test(said);
  const meant = isPointing || turn.repliedTo !== undefined ? await projectMeant(turn) : null;
  if (meant) return { ...ofProject(turn, meant, said), ...(await fieldsRepliedTo(turn, meant.name)) };
  if (left !== "" || isPointing) return { of: "unknown", words: left || said };
  return { of: "all" };
}

function ofProject(
  { names }: Turn,
  { code, name, aliases }: Project,
  said: string,
): Extract<Asked, { of: "project" }> {
  const own = [name, ...aliases, ...(names.project.get(name)?.aliases ?? [])].sort(
    (a, b) => b.length - a.length,
  );
  const figure = own.reduce((left, each) => left.replaceAll(each, ""), said).replace(ASKING, "");
  return { of: "project", code, ...(figure === "" ? {} : { figure: figure.slice(0, 20) }) };
}

/** 谁改的, said of the echo of a report: the figures that stand on it. */
async function fieldsRepliedTo(turn: Turn, project: string): Promise<{ fields?: Field[] }> {
  const models = (await facesRepliedTo(turn)).flatMap(({ model }) => (isReportModel(model) ? [model] : []));
  const fields = models.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.is === "written" && section.project === project
        ? section.changes.map(({ field }) => field)
        : [],
    ),
  );
  return fields.length > 0 ? { fields: [...new Set(fields)] } : {};
}

const SELF = /我(?!们)|本人/;

async function personIn({ tx, mentions, speaker }: Turn, said: string): Promise<Asked | null> {
  const [mention] = mentions;
  if (mention) return { of: "person", name: mention.name, isOwn: mention.openId === speaker.openId };
  if (/登记/.test(said) && SELF.test(said)) return { of: "person", name: speaker.name, isOwn: true };
  const all = await tx.people.all();
  const known = all.find(({ name }) => name.length > 1 && said.includes(name));
  if (known) return { of: "person", name: known.name, isOwn: known.openId === speaker.openId };
  const named =
    /谁(?:给)?登记(?:的|了)([\p{Script=Han}·]{2,6})|([\p{Script=Han}·]{2,6}?)(?:是|被)?谁登记/u.exec(said);
  const name = named?.[1] ?? named?.[2];
  return name === undefined ? null : { of: "person", name, isOwn: false };
}
