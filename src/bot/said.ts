import type { HandedOn, MessageEvent } from "./events.js";
import { kindOf, type Unreadable, unreadable } from "./unreadable.js";

/** What a message says, its own words or those that it hands on. */
export interface Said {
  /** what is to be understood */
  text: string;
  /** what the ledger keeps as the words: whose they were stands before those of somebody else */
  words: string;
  /** when it was said, epoch ms: 今天 in a message that is handed on is the day it was written */
  saidAt: number;
  /** set of words that are handed on: when the oldest of them was said, epoch ms */
  handedOnSince?: number;
  /** a sentence for below the answer: what of a merged forward could not be read */
  note?: string;
}

/**
 * What there is to understand in a message, or the sentence that tells its sender why there is nothing.
 * Throws where the platform's answer is still awaited: such a row has no turn yet.
 */
export function saidIn(event: MessageEvent): Said | Unreadable {
  const { handedOn, text, type, saidAt } = event;
  if (!handedOn) return type === "text" || type === "post" ? { text, words: text, saidAt } : unreadable(type);
  switch (handedOn.is) {
    case "read": {
      const newest = Math.min(handedOn.saidAt || saidAt, saidAt);
      return {
        text: handedOn.text,
        words: `${origin(handedOn, event)}${handedOn.text}`,
        saidAt: newest,
        handedOnSince: Math.min(handedOn.since ?? newest, newest),
        ...(handedOn.unread > 0
          ? { note: `里面还有${handedOn.unread}条图片、卡片之类的消息，我没有读。` }
          : {}),
      };
    }
    case "wordless":
      return wordless(handedOn);
    case "gone":
      return failed("这条消息已经撤回或删除了，我看不到，没有记账。请把文字直接发给我。");
    case "closed":
      return failed(
        handedOn.by === "forward"
          ? "没能打开这份合并转发，没有记账。请把文字直接发给我。"
          : "您引用的那条消息我看不到，没有记账。请把文字直接发给我。",
      );
    case "silent":
      return failed(
        `飞书暂时没有回应，没有记账，请稍后再${handedOn.by === "forward" ? "转发" : "回复"}一次。`,
      );
    case "awaited":
      throw new Error(`what ${event.messageId} hands on is not told yet`);
  }
}

const failed = (sentence: string): Unreadable => ({ title: "没能打开", sentence });

function origin({ by, author }: Extract<HandedOn, { is: "read" }>, { senderId }: MessageEvent): string {
  if (by === "forward") return "合并转发：\n";
  if (!author || author.openId === senderId) return "";
  return `引用${author.name ?? "别人"}的话：`;
}

function wordless({ by, type }: { by: HandedOn["by"]; type: string }): Unreadable {
  if (type === "merge_forward") return failed("这份合并转发里没有我能读的文字，没有记账。请打字告诉我。");
  if (by === "forward") return unreadable(type);
  if (type === "text" || type === "post")
    return failed("您引用的那条消息里没有文字，没有记账。请打字告诉我。");
  return failed(`您引用的是${kindOf(type)}，我还读不了，没有记账。请打字告诉我。`);
}
