import { parseObject } from "./content.js";
import type { Message } from "./world.js";

/** A message as `/im/v1/messages` answers it; `upper` is the merged forward it is in. */
export function messageView(message: Message, cardContent: string | undefined, upper?: string): object {
  return {
    message_id: message.messageId,
    ...(message.rootId && { root_id: message.rootId }),
    ...(message.parentId && { parent_id: message.parentId }),
    ...(upper && { upper_message_id: upper }),
    msg_type: message.msgType,
    create_time: String(message.createTime),
    update_time: String(message.updateTime),
    deleted: message.recalled,
    updated: message.patches > 0,
    chat_id: message.chatId,
    sender: {
      id: message.sender.id,
      id_type: message.sender.type === "app" ? "app_id" : "open_id",
      sender_type: message.sender.type,
      tenant_key: message.sender.tenantKey,
    },
    body: { content: bodyContent(message, cardContent) },
    ...(message.mentions.length > 0 && {
      mentions: message.mentions.map(({ key, id, name, tenantKey }) => ({
        key,
        id,
        id_type: "open_id",
        name,
        tenant_key: tenantKey,
      })),
    }),
  };
}

/** A card comes back whole only to who asks for it; otherwise as a title and a notice, as older clients show it. */
function bodyContent(message: Message, cardContent: string | undefined): string {
  if (message.recalled) return "This message was recalled";
  if (message.msgType !== "interactive" || cardContent !== undefined) return message.content;
  const header = parseObject(message.content).header as { title?: { content?: string } } | undefined;
  return JSON.stringify({
    title: header?.title?.content ?? null,
    elements: [[{ tag: "text", text: "请升级至最新版本客户端，以查看内容" }]],
  });
}
