import type { HandedOn, InboundEvent, MessageEvent } from "./events.js";

/** A message that another one hands on. */
export interface Handed {
  by: HandedOn["by"];
  messageId: string;
}

/** 这条帮我记一下, 麻烦记录，谢谢: words that say nothing but that what is replied to be taken. */
const TAKE_IT =
  /^(?:请|麻烦|劳驾|辛苦|帮忙|帮我|帮|给我|把|将|就|按|你|您|小靠|靠谱)*(?:(?:这|那|上)(?:个|条|些|段|份|面)?(?:消息|内容|进度|数据|数|表|话)?|他说的|她说的|上面的?)?(?:也|都|先|请|帮忙|帮我|给|就)*(?:记录|记账|记入|入账|登记|录入|填报|上报|更新|记|录|报|收)(?:一下|一笔|下来|下|上|入)?(?:吧|哈|啊|呗|了)?(?:谢谢|感谢|谢了|多谢)?(?:您|你|啦|了)?$/;

/**
 * Which message this one hands on, of those that speak to the bot: a merged forward itself, whose words the
 * event does not carry; or the one replied to, when the reply says no more than 记一下, or nothing but the
 * bot's name. Who asks something, nods or calls somebody else has not asked for anything to be taken.
 *
 * A merged forward cannot mention anyone, so in a group it does not speak to the bot, and without the right
 * to read all of the group the bot is not even told of it. There the reply that mentions the bot hands it on.
 */
export function handedOnBy(event: MessageEvent): Handed | null {
  if (!event.toBot) return null;
  if (event.type === "merge_forward") return { by: "forward", messageId: event.messageId };
  const isText = event.type === "text" || event.type === "post";
  if (!isText || !event.parentId || !isTakeIt(event)) return null;
  return { by: "quote", messageId: event.parentId };
}

/** Still to be told by the platform: the row waits for it, and whatever stands behind it in its lane. */
export const isAwaited = (event: InboundEvent): boolean =>
  event.kind === "message" && event.handedOn?.is === "awaited";

function isTakeIt({ text, mentions }: MessageEvent): boolean {
  if (/[?？]/.test(text)) return false;
  if (text.trim() === "") return mentions.length === 0;
  const words = mentions.reduce((rest, { name }) => rest.replaceAll(`@${name}`, ""), text);
  const bare = words.replace(/[\s\p{P}\p{S}]/gu, "");
  return bare.length <= 24 && TAKE_IT.test(bare);
}
