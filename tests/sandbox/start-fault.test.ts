import { expect, it } from "vitest";
import { sandboxFault } from "../../src/sandbox-fault.js";

const where = { port: 3001, folder: "./data" };

it.each([
  [{ code: "EADDRINUSE", syscall: "listen" }, "端口 3001 被占用，请换一个 PORT 或 SANDBOX_PORT"],
  [{ code: "EACCES", syscall: "listen" }, "没有权限用端口 3001，请换一个 1024 以上的 SANDBOX_PORT"],
  [{ code: "EACCES", syscall: "open" }, "数据目录 ./data 写不了（EACCES），请检查它的权限和磁盘空间"],
  [{ code: "ENOSPC", syscall: "write" }, "数据目录 ./data 写不了（ENOSPC），请检查它的权限和磁盘空间"],
  [{}, "15 秒内没有起来"],
])("%j is told for what it is", (error, cause) => {
  expect(sandboxFault({ message: "15 秒内没有起来", ...error }, where)).toBe(`沙盒没能启动：${cause}`);
});
