import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { feishuApi } from "../../src/feishu/api.js";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { PostOffice } from "./post-office.js";

let office: PostOffice;
beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

const UPLOAD = "/im/v1/files";
const aside = async () => (await office.store.read.outbox.aside(1))[0];
const api = () =>
  feishuApi(
    { appId: office.sandbox.appId, appSecret: office.sandbox.appSecret, domain: office.sandbox.url },
    office.log.log,
  );

describe("a document", () => {
  it("goes up and comes into the chat under its name, whole, and in order with what is said", async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256));
    await office.put("通报见附件");
    await office.sendDocument('8月通报："重大"项目.docx', bytes);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["通报见附件", '[文件] 8月通报："重大"项目.docx']);
    const [, message] = office.sandbox.messages(PROJECT_GROUP);
    const answer = await fetch(`${office.sandbox.url}/page/files/${message?.content.file_key}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
  });

  it("goes up once, however many chats it is sent to", async () => {
    const file = { id: "bulletin.docx", name: "通报.docx", bytes: Buffer.from("x") };
    await office.store.transaction((tx) => tx.files.add(file, office.sandbox.clock.now()));
    for (const chat of [PROJECT_GROUP, OFFICE_GROUP, PROJECT_GROUP])
      await office.put("", { msgType: "file", content: file.id, lane: chat, target: chat });
    await office.send("");
    await office.nothingWaits();
    const keys = [PROJECT_GROUP, OFFICE_GROUP].flatMap((chat) =>
      office.sandbox.messages(chat).flatMap(({ content }) => content.file_key ?? []),
    );
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it("whose upload gets no answer is tried again, and comes once", async () => {
    office.sandbox.control.failNext({ path: UPLOAD, times: 1, effect: { kind: "reset", work: "done" } });
    await office.sendDocument("表.xlsx", Buffer.from("x"));
    await office.logged("send-later");
    await office.forward(60_000);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["[文件] 表.xlsx"]);
  });

  it("whose message gets no answer is tried again with the same uuid, and comes once", async () => {
    office.sandbox.control.failNext({
      path: "/im/v1/messages",
      times: 1,
      effect: { kind: "reset", work: "done" },
    });
    await office.sendDocument("表.xlsx", Buffer.from("x"));
    await office.logged("send-unclear");
    await office.forward(60_000);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["[文件] 表.xlsx"]);
  });

  it("that the platform does not take is put aside with the reason", async () => {
    await office.sendDocument("空.docx", Buffer.alloc(0));
    await office.nothingWaits();
    expect(await aside()).toMatchObject({ status: "dead", reason: "文件是空的（234010）" });
  });

  it("that is no longer in the store is put aside", async () => {
    await office.send("", { msgType: "file", content: "file-gone" });
    await office.nothingWaits();
    expect(await aside()).toMatchObject({ status: "dead", reason: "要发的文件已经清理" });
  });

  it("over 30 MB is refused", async () => {
    const outcome = await api().upload("大.pdf", Buffer.alloc(30 * 1024 * 1024 + 1));
    expect(outcome).toMatchObject({ kind: "refused", code: 234_006 });
  });
});
