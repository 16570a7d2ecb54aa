import type { ProblemItem } from "../items.js";
import type { Segment } from "../scene.js";
import type { Word } from "./milestone-words.js";
import type { Topic } from "./questions.js";
import type { Said } from "./reading.js";

/** What the clauses read so far leave to the ones that follow. */
export interface Thread {
  wanted: "report" | "query" | "history" | undefined;
  /** the problem that further clauses may go on about */
  problem: ProblemItem | undefined;
  topic: Topic;
  sentence: number;
  said: Map<string, Said>;
  /** milestones named in the sentence: 正在办理施工许可证，预计10月底取得 */
  milestones: readonly Word[];
}

/** What the message has said so far of the segment's subjects. */
export function saidOf(thread: Thread, { subjects }: Segment): Said {
  const key = subjects.map(({ name }) => name).join();
  const said = thread.said.get(key) ?? { percent: false, percentsAhead: 0, sumsAhead: 0 };
  thread.said.set(key, said);
  return said;
}

/** The thread at the beginning of a message. */
export function newThread(wanted: Thread["wanted"]): Thread {
  return { wanted, problem: undefined, topic: {}, sentence: -1, said: new Map(), milestones: [] };
}
