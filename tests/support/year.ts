import { expect } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "./office.js";
import type { Voice } from "./voice.js";

/** What a project signs up to in January. */
export interface Target {
  plan: string;
  /** 月度计划; empty for a twelfth each month */
  curve: string;
  nodes: string;
  unit: string;
}

/** An office at the beginning of its year, and what its people do again and again through it. */
export class Year {
  private constructor(readonly office: Office) {}

  /** Of what the office's document names only these projects are still to be built; nobody is registered yet. */
  static async opens(startAt: string, codes: readonly string[]): Promise<Year> {
    const at = Date.parse(startAt);
    const office = await Office.open({ isEmpty: true, sandbox: { startAt: at } });
    const before = {
      as: "closed",
      on: `${Number(startAt.slice(0, 4)) - 1}-12-31`,
      reason: "上年已销项",
    } as const;
    await office.store.transaction(async (tx) => {
      for (const project of await tx.projects.all())
        if (!codes.includes(project.code)) await tx.projects.keepProject({ ...project, ended: before }, at);
    });
    return new Year(office);
  }

  /** Fills in the form of 签约, looks at it once more and freezes it. */
  async signs(project: string, target: Target): Promise<SeenMessage> {
    const { li } = this.office;
    const form = await li.says(`签约 ${project}`).gets("还没有冻结");
    const preview = await (await li.fills(form, "填好了", { ...target })).shows("请核对", "还没有冻结");
    return (await li.clicks(preview, "冻结")).shows("已签约冻结");
  }

  /** The month has closed the evening before: the digest of this morning in the project group. */
  async digest(instant: string, month: string): Promise<string> {
    const posted = await this.office.posted(instant);
    const [digest, ...more] = posted.filter(({ text }) => text.startsWith(`${month}滞后摘要`));
    expect(more).toEqual([]);
    if (!digest) throw new Error(`no digest of ${month} by ${instant}`);
    return digest.text;
  }

  /** A 推进会 is booked two days ahead, and begins; what was posted about it on its morning. */
  async meets(day: string): Promise<string> {
    const { office } = this;
    const [, month, date] = day.split("-").map(Number);
    const eve = new Date(Date.parse(`${day}T10:00:00+08:00`) - 2 * 86_400_000).toISOString();
    await office.isNow(eve);
    await office.li.says(`排会 ${month}月${date}日下午2点 区府3楼`).gets("已排重大项目推进会");
    const posted = await office.posted(`${day}T08:40:00+08:00`);
    await office.isNow(`${day}T14:30:00+08:00`);
    return posted.find(({ text }) => text.startsWith("今天开推进会"))?.text ?? "";
  }

  /** 李敏 in the office's own group */
  get liInside(): Voice {
    return this.office.li.in(OFFICE_GROUP);
  }

  get chenInside(): Voice {
    return this.office.chen.in(OFFICE_GROUP);
  }
}
