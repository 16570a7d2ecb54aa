import type { SeenMessage } from "../sandbox/observe.js";
import type { Sandbox } from "../sandbox/sandbox.js";
import type { Run, RunLog } from "../store/run-log.js";
import { GROUP_NAMES, type Player } from "./cast.js";

/** Something that the bot has posted by itself, and the runs that it came of. */
export interface Posted {
  /** epoch ms */
  at: number;
  chatId: string;
  /** the group's name, or the person's */
  to: string;
  isPrivate: boolean;
  title: string;
  text: string;
  runs: Run[];
  /** names of the documents that followed it */
  files: string[];
}

interface Place {
  chatId: string;
  /** by what the schedule knows it: the chat_id, of a private chat the person's open_id */
  lane: string;
  to: string;
  isPrivate: boolean;
}

/** Sees what the bot posts and puts it together with the runs that the schedule has noted. */
export class Watch {
  readonly posted: Posted[] = [];
  /** what was posted without a run, or run without a post */
  readonly strays: string[] = [];
  private readonly places: Place[];
  private readonly seen = new Set<string>();
  private lastRun = 0;
  private arrived: SeenMessage[] = [];

  constructor(
    sandbox: Sandbox,
    private readonly runs: RunLog,
    cast: readonly Player[],
  ) {
    this.places = [
      ...Object.entries(GROUP_NAMES).map(([chatId, to]) => ({ chatId, lane: chatId, to, isPrivate: false })),
      ...cast.map(({ openId, name }) => ({
        chatId: sandbox.privateChat(openId),
        lane: openId,
        to: name,
        isPrivate: true,
      })),
    ];
    sandbox.onMessage((message) => {
      if (!message.fromBot || message.parentId || this.seen.has(message.messageId)) return;
      this.seen.add(message.messageId);
      this.arrived.push(message);
    });
  }

  /** What came since the last call counts as posted by the schedule. */
  async collect(): Promise<void> {
    const ran = await this.runs.after(this.lastRun);
    this.lastRun = ran.at(-1)?.id ?? this.lastRun;
    const arrived = this.arrived;
    this.arrived = [];
    for (const place of this.places) {
      const all = arrived.filter(({ chatId }) => chatId === place.chatId);
      const messages = all.filter(({ msgType }) => msgType !== "file");
      const own = ran.filter(({ chatId, outcome }) => chatId === place.lane && outcome === "posted");
      // A round tells a person everything in one message; in a group every run has its own.
      const groups = place.isPrivate ? (own.length > 0 ? [own] : []) : own.map((run) => [run]);
      for (const [index, message] of messages.entries()) {
        const cause = groups[index];
        if (cause) this.posted.push(postedOf(place, message, cause, filesAfter(message, all)));
        else this.strays.push(`${place.to}多出一条：${titleOf(message)}`);
      }
      if (all[0]?.msgType === "file") this.strays.push(`${place.to}多出文件：${all[0].text}`);
      for (const missing of groups.slice(messages.length))
        this.strays.push(
          `${place.to}少了一条：${missing.map(({ job, period }) => `${job} ${period}`).join()}`,
        );
    }
  }

  /** What came since the last call is what people's own doings brought about, where nothing was posted meanwhile. */
  async forget(): Promise<void> {
    const ran = await this.runs.after(this.lastRun);
    const posted = new Set(ran.filter(({ outcome }) => outcome === "posted").map(({ chatId }) => chatId));
    const kept = new Set(this.places.filter(({ lane }) => posted.has(lane)).map(({ chatId }) => chatId));
    this.arrived = this.arrived.filter(({ chatId }) => kept.has(chatId));
  }
}

/** The documents between a message and the next that is none. */
function filesAfter(message: SeenMessage, all: readonly SeenMessage[]): string[] {
  const rest = all.slice(all.indexOf(message) + 1);
  const end = rest.findIndex(({ msgType }) => msgType !== "file");
  return (end < 0 ? rest : rest.slice(0, end)).map(({ content }) => String(content.file_name));
}

const postedOf = (
  { chatId, to, isPrivate }: Place,
  message: SeenMessage,
  runs: Run[],
  files: string[],
): Posted => ({
  at: message.createTime,
  chatId,
  to,
  isPrivate,
  title: titleOf(message),
  text: message.text,
  runs,
  files,
});

const titleOf = ({ text }: SeenMessage): string => text.split("\n")[0] ?? "";
