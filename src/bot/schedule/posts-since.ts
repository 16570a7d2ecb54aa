import type { Repositories, Store } from "../../store/store.js";
import type { Post } from "../post.js";

/** Since when (epoch ms) each post has been there, by name; 0 = from the beginning. */
export type PostsSince = ReadonlyMap<string, number>;

/**
 * A post that comes with a new release begins when that release first runs: what would have been due before is
 * not made up, and inside groups that joined earlier get it as those do that join now. The posts of the first
 * release that keeps this have been there from the beginning.
 */
export async function postsSince(
  store: Pick<Store, "read" | "transaction">,
  posts: readonly Post[],
  now: number,
): Promise<PostsSince> {
  const kept = await keptIn(store.read);
  if (kept && posts.every(({ name }) => kept.has(name))) return kept;
  return store.transaction(async (tx) => {
    const before = await keptIn(tx);
    const since = new Map(before);
    for (const post of posts) {
      if (since.has(post.name)) continue;
      since.set(post.name, before ? now : 0);
      if (before && post.byDefault && !post.isOffices && !post.isForUnbound)
        await reachGroups(tx, post.name, now);
    }
    await tx.settings.set("posts", JSON.stringify(Object.fromEntries(since)));
    return since;
  });
}

async function keptIn({ settings }: Pick<Repositories, "settings">): Promise<Map<string, number> | null> {
  const kept = await settings.get("posts");
  return kept === null ? null : new Map(Object.entries(JSON.parse(kept) as Record<string, number>));
}

/** What a group has chosen stays. */
async function reachGroups(
  { chats, schedule }: Pick<Repositories, "chats" | "schedule">,
  job: string,
  now: number,
): Promise<void> {
  const chosen = new Set((await schedule.subscriptions(job)).map(({ chatId }) => chatId));
  for (const { chatId, external } of await chats.groups())
    if (!external && !chosen.has(chatId))
      await schedule.subscribe({ chatId, job, active: true, since: now, weekday: null, time: null });
}
