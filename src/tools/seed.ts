import { seedProjects } from "../seeding/seed-projects.js";
import { withDatabase } from "./database.js";

await withDatabase(async (store) => {
  const { projects, units } = await store.transaction((tx) => seedProjects(tx, Date.now()));
  return `已写入 ${projects} 个项目、${units} 个单位和年度控制数。`;
});
