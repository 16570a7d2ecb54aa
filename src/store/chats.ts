import type { Knex } from "knex";
import type { Memory } from "./rarely-changed.js";

export interface Chat {
  chatId: string;
  type: "group" | "p2p";
  name: string;
  /** an outside group: people of other organisations are in it */
  external: boolean;
  /** the office's own chat, where internal matters may be shown */
  office: boolean;
}

/** A group the bot is in. */
export interface JoinedGroup extends Chat {
  /** epoch ms: when the bot came, the last time */
  joinedAt: number;
  /** epoch ms: when it became the office's own; null where it is not, or was before this was kept */
  officeSince: number | null;
}

export interface Chats {
  find(chatId: string): Promise<Chat | null>;
  keep(chat: Chat, now: number): Promise<void>;
  /** Whether a group is the office's own, where internal matters may be shown. */
  setOffice(chatId: string, isOffice: boolean, now: number): Promise<void>;
  /** Passed over when the bot has joined again since. */
  leave(chatId: string, at: number): Promise<void>;
  /** Groups the bot is in. */
  groups(): Promise<JoinedGroup[]>;
  /** Whose a private chat is: asked when a post is to go there. */
  personOf(chatId: string): Promise<string | null>;
  setPerson(chatId: string, openId: string): Promise<void>;
  /** A person's private chats, as far as posts go there. */
  privateOf(openId: string): Promise<string[]>;
  /** Codes of the projects a chat is bound to; empty = not bound. */
  projects(chatId: string): Promise<string[]>;
  bind(chatId: string, codes: string[]): Promise<void>;
  unbind(chatId: string): Promise<void>;
}

interface Columns {
  chat_id: string;
  type: "group" | "p2p";
  name: string;
  external: boolean | number;
  office_use: string | null;
}

const toChat = (row: Columns): Chat => ({
  chatId: row.chat_id,
  type: row.type,
  name: row.name,
  external: Boolean(row.external),
  office: row.office_use === "office",
});

export function chats(db: Knex, memory: Memory): Chats {
  return {
    find: (chatId) =>
      memory.recall(`chat ${chatId}`, async () => {
        const row = await db("chats").where({ chat_id: chatId }).first();
        return row ? toChat(row) : null;
      }),
    async keep(chat, now) {
      await db("chats")
        .insert({
          chat_id: chat.chatId,
          type: chat.type,
          name: chat.name,
          external: chat.external,
          office_use: chat.office ? "office" : null,
          joined_at: now,
          left_at: null,
        })
        .onConflict("chat_id")
        .merge(["type", "name", "external", "joined_at", "left_at"]);
      await memory.changed();
    },
    async setOffice(chatId, isOffice, now) {
      await db("chats")
        .where({ chat_id: chatId })
        .update({ office_use: isOffice ? "office" : null, office_since: isOffice ? now : null });
      await memory.changed();
    },
    async leave(chatId, at) {
      await db("chats").where({ chat_id: chatId }).where("joined_at", "<=", at).update({ left_at: at });
    },
    async groups() {
      const rows: (Columns & { joined_at: number; office_since: number | null })[] = await db("chats")
        .where({ type: "group" })
        .whereNull("left_at")
        .orderBy("joined_at");
      return rows.map((row) => ({
        ...toChat(row),
        joinedAt: row.joined_at,
        officeSince: row.office_since,
      }));
    },
    async personOf(chatId) {
      const row = await db("chats").where({ chat_id: chatId }).first("person");
      return row?.person ?? null;
    },
    async setPerson(chatId, openId) {
      await db("chats").where({ chat_id: chatId, type: "p2p" }).update({ person: openId });
    },
    privateOf: (openId) => db("chats").where({ person: openId }).pluck("chat_id"),
    async projects(chatId) {
      const rows = await db("chat_projects").select("code").where({ chat_id: chatId }).orderBy("code");
      return rows.map((row) => row.code);
    },
    async bind(chatId, codes) {
      if (codes.length === 0) return;
      await db("chat_projects")
        .insert(codes.map((code) => ({ chat_id: chatId, code })))
        .onConflict(["chat_id", "code"])
        .ignore();
    },
    async unbind(chatId) {
      await db("chat_projects").where({ chat_id: chatId }).delete();
    },
  };
}
