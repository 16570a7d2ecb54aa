import type { Project } from "../domain/project.js";
import type { Turn } from "./turn.js";

const MOST = 4;
/** characters that a name must share with what was said, side by side */
const SHARED = 2;
/** Beside a name that shares so many, those that share fewer (宁路 of 武宁路) were not meant. */
const SURE = 3;
/** Two digits are in many names and in every date. */
const NUMBER = /^\d+$/;
/** Words of questions and of most names; sharing them says nothing. */
const COMMON = /项目|地块|工程|情况|进度|广场|怎么样|多少|为什么|[\s，。？?、（）()]/g;

/** The projects that somebody may have meant, nearest first; only those that may be seen here. */
export async function nearProjects(turn: Turn, said: string): Promise<Project[]> {
  const words = said.normalize("NFKC").slice(0, 60).replace(COMMON, " ");
  const { codes } = turn.sight;
  const all = await turn.tx.projects.all();
  const near = all
    .filter(({ code }) => !codes || codes.has(code))
    .map((project) => ({
      project,
      shared: Math.max(...[project.name, ...project.aliases].map((name) => longestShared(words, name))),
    }))
    .filter(({ shared }) => shared >= SHARED)
    .sort((a, b) => b.shared - a.shared);
  const least = Math.min(near[0]?.shared ?? SHARED, SURE);
  return near
    .filter(({ shared }) => shared >= least)
    .slice(0, MOST)
    .map(({ project }) => project);
}

/** Length of the longest run of characters that both texts have. */
function longestShared(a: string, b: string): number {
  const name = b.replace(COMMON, "");
  for (let size = Math.min(a.length, name.length); size >= SHARED; size--)
    for (let at = 0; at + size <= name.length; at++) {
      const run = name.slice(at, at + size);
      if (a.includes(run) && (size >= SURE || !NUMBER.test(run))) return size;
    }
  return 0;
}
