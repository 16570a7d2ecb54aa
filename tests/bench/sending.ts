import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { feishuApi } from "../../src/feishu/api.js";
import { limiter, PLATFORM_LIMITS } from "../../src/feishu/limits.js";
import { Sender } from "../../src/feishu/sender.js";
import { createLog } from "../../src/log.js";
import { startSandbox } from "../../src/sandbox/sandbox.js";
import { defaultScene, LI_MIN } from "../../src/sandbox/scene.js";
import { openStore } from "../../src/store/store.js";

const POSTS = 3000;
const CHATS = 1000;
/** s: 1000 a minute, of which each thousand leaves at 50 a second */
const IDEAL = ((POSTS - PLATFORM_LIMITS.appPerMinute) / PLATFORM_LIMITS.appPerMinute) * 60 + 20;

/** How fast a day's posts leave under the platform's own limits, which the local Feishu holds to as well. */
export async function sending(say: (line: string) => void): Promise<void> {
  const chats = Array.from({ length: CHATS }, (_, index) => `oc_${index.toString(16).padStart(32, "0")}`);
  const sandbox = await startSandbox({
    scene: {
      ...defaultScene,
      chats: chats.map((chatId, index) => ({ chatId, name: `群${index}`, members: [LI_MIN] })),
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  const store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  const log = createLog("silent");
  const rows = Array.from({ length: POSTS }, (_, index) => {
    const lane = chats[index % CHATS] ?? "";
    return {
      lane,
      op: "create" as const,
      target: lane,
      msgType: "text" as const,
      content: JSON.stringify({ text: `第${index}条` }),
      uuid: `bench-${index}`,
      cardId: null,
      cause: "run:1",
      inHours: true,
    };
  });
  await store.transaction((tx) => tx.outbox.add(rows, sandbox.clock.now()));
  let refused = 0;
  const api = feishuApi({ appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url }, log);
  const counting: Pick<typeof api, "send" | "upload"> = {
    upload: api.upload,
    async send(row, target) {
      const outcome = await api.send(row, target);
      if (outcome.kind === "refused") refused += 1;
      return outcome;
    },
  };
  const sender = new Sender({
    store,
    api: counting,
    clock: sandbox.clock,
    log,
    limiter: limiter(PLATFORM_LIMITS),
    postsFrom: (now) => now,
  });
  const began = performance.now();
  sender.wake();
  while ((await store.read.outbox.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const spent = (performance.now() - began) / 1000;
  say(
    `sending: ${POSTS} posts to ${CHATS} chats in ${spent.toFixed(1)} s, ${((IDEAL / spent) * 100).toFixed(1)} % of the platform's limits (wanted: at least 95 %), refused by a limit: ${refused} (wanted: 0)`,
  );
  await sender.stop();
  await store.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
