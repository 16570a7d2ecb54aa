/** What stands in the way of a file or folder. */
const FILE_FAULTS = new Set(["EACCES", "EDQUOT", "EEXIST", "EISDIR", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** Why the sandbox did not start, in a sentence that says what to do. */
export function sandboxFault(
  { code = "", syscall, message }: Pick<NodeJS.ErrnoException, "code" | "syscall" | "message">,
  where: { port: number; folder: string },
): string {
  const fault = (cause: string) => `沙盒没能启动：${cause}`;
  if (code === "EADDRINUSE") return fault(`端口 ${where.port} 被占用，请换一个 PORT 或 SANDBOX_PORT`);
  if (code === "EACCES" && syscall === "listen")
    return fault(`没有权限用端口 ${where.port}，请换一个 1024 以上的 SANDBOX_PORT`);
  if (FILE_FAULTS.has(code))
    return fault(`数据目录 ${where.folder} 写不了（${code}），请检查它的权限和磁盘空间`);
  return fault(message);
}
