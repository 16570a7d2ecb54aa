import { newMessageId } from "./ids.js";
import type { Platform } from "./platform.js";
import type { Message } from "./world.js";

/**
 * What a merged forward takes along, as copies of their own: messages of one chat of the forwarder's, oldest
 * first. The platform forwards no message that was taken back, and none from several chats at once.
 */
export function forwardedBy(platform: Platform, by: string, messageIds: readonly string[]): Message[] {
  const chosen = messageIds.map((id) => {
    const message = platform.world.messages.get(id);
    if (!message) throw new Error(`no such message to forward: ${id}`);
    if (message.recalled) throw new Error("撤回了的消息不能转发");
    return message;
  });
  const [chatId, ...others] = new Set(chosen.map((message) => message.chatId));
  if (chatId === undefined || others.length > 0) throw new Error("只能合并转发同一个会话里的消息");
  if (!platform.world.chats.get(chatId)?.members.includes(by)) {
    throw new Error(`${by} is not in the chat ${chatId}`);
  }
  return chosen.sort((a, b) => a.createTime - b.createTime).map(copy);
}

/** A copy replies to nothing: what it replied to may not have come along. */
function copy({ parentId: _, rootId: __, forwarded, ...message }: Message): Message {
  return { ...message, messageId: newMessageId(), ...(forwarded && { forwarded: forwarded.map(copy) }) };
}
