import { withDatabase } from "./database.js";

await withDatabase(async () => "数据表已是最新。");
