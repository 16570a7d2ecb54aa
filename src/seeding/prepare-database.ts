import type { Store } from "../store/store.js";
import { seedDemo } from "./seed-demo.js";
import { seedDemoRegister } from "./seed-demo-register.js";
import { seedProjects } from "./seed-projects.js";

export interface Preparation {
  /** the platform is this process's own sandbox */
  isSandbox: boolean;
  /** epoch ms */
  now: number;
  /** the demonstration year's problems and requests as well: the first numbers are then taken */
  hasRegister?: boolean;
}

/**
 * Sees to it that made-up figures never meet a real group: the sandbox's database is marked and opened by
 * the sandbox alone. A new database gets the office's projects. Returns a sentence when it must not be used.
 */
export async function prepareDatabase(
  store: Store,
  { isSandbox, now, hasRegister }: Preparation,
): Promise<string | null> {
  const isDemo = (await store.read.settings.get("demo")) !== null;
  if (isDemo && !isSandbox)
    return "这个数据库里是演示数据，只能给本机沙盒用。请把 DATABASE_URL 指到别的库，或先去掉 FEISHU_APP_ID。";
  const isEmpty = (await store.read.projects.all()).length === 0;
  if (isSandbox && !isDemo && !isEmpty)
    return "这个数据库里有真实数据，沙盒不能用它。请去掉 DATABASE_URL，沙盒会用自己的 data/sandbox.sqlite。";
  if (!isEmpty) return null;
  await store.transaction(async (tx) => {
    await seedProjects(tx, now);
    if (isSandbox) await seedDemo(tx, now);
    if (isSandbox && hasRegister) await seedDemoRegister(tx, now);
  });
  return null;
}
