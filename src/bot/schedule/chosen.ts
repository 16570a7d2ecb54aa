import type { Chat } from "../../store/chats.js";
import type { Subscription } from "../../store/schedule.js";
import type { Nudge } from "../nudge.js";
import type { Post } from "../post.js";
import type { Speaker } from "../turn.js";

/** Whether a chat may have a post at all: what is the office's own goes to its group alone. */
export const isOffered = (post: Pick<Post, "isOffices">, chat: Pick<Chat, "type" | "office">): boolean =>
  !post.isOffices || (chat.type === "group" && chat.office);

/** How a chat stands to a post: as it has chosen, else as it is by itself. */
export const chosenFor = (
  post: Pick<Post, "name" | "isOffices" | "isForUnbound" | "byDefault">,
  chatId: string,
  chosen: readonly Subscription[],
  isUnbound = false,
): Subscription =>
  chosen.find((one) => one.job === post.name && one.chatId === chatId) ?? {
    chatId,
    job: post.name,
    // Any other post has a row wherever it goes: from when the group joined, or the post came (postsSince).
    active: post.isOffices ? post.byDefault : Boolean(post.isForUnbound) && isUnbound,
    since: 0,
    weekday: null,
    time: null,
  };

/** What a person may be told in private. */
export const nudgesFor = (nudges: readonly Nudge[], { role }: Pick<Speaker, "role">): Nudge[] =>
  nudges.filter(({ roles }) => !roles || roles.includes(role));

/** People get what is theirs until they turn it off. */
export const isOn = ({ name }: Pick<Nudge, "name">, chosen: readonly Subscription[]): boolean =>
  chosen.find(({ job }) => job === name)?.active ?? true;
