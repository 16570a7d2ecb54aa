import { createHash } from "node:crypto";
import type { DemoYear } from "../../seeds/demo-year.js";
import {
  BOT_OPEN_ID,
  defaultScene,
  EXTERNAL_GROUP,
  OFFICE_GROUP,
  PROJECT_GROUP,
  type Scene,
  TENANT_KEY,
} from "../sandbox/scene.js";

/** Somebody of the demonstration year, with an account. */
export interface Player {
  openId: string;
  name: string;
  unit: string;
  section: string | null;
  role: "office" | "reporter" | "leader";
}

export const GROUP_NAMES: Record<string, string> = {
  [PROJECT_GROUP]: "重大项目推进群",
  [OFFICE_GROUP]: "推进办内部群",
  [EXTERNAL_GROUP]: "武宁路项目协作群（外部）",
};

/** Everybody of the demonstration year: whoever the sandbox knows keeps their id, the others get one from their name. */
export function castOf(demo: DemoYear): Player[] {
  const known = new Map(defaultScene.people.map(({ name, openId }) => [name, openId]));
  const idOf = (name: string) => known.get(name) ?? `ou_${hash(name)}`;
  const cast = new Map<string, Player>();
  for (const { name, unit, section, role } of demo.people)
    cast.set(name, { openId: idOf(name), name, unit, section: section ?? null, role });
  for (const { team, unit } of demo.projects)
    for (const name of [team.contact, team.leader])
      if (!cast.has(name))
        cast.set(name, { openId: idOf(name), name, unit, section: null, role: "reporter" });
  return [...cast.values()];
}

/** The local Feishu of the year: the usual groups, and everybody in the project group. */
export function sceneOf(cast: readonly Player[]): Scene {
  const own = new Set(cast.map(({ openId }) => openId));
  return {
    tenantKey: TENANT_KEY,
    bot: { openId: BOT_OPEN_ID, name: "靠谱" },
    people: [
      ...defaultScene.people.filter(({ openId }) => !own.has(openId)),
      ...cast.map(({ openId, name, unit }) => ({ openId, name, role: unit })),
    ],
    chats: defaultScene.chats.map((chat) =>
      chat.chatId === PROJECT_GROUP ? { ...chat, members: [...new Set([...chat.members, ...own])] } : chat,
    ),
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
