import type { Knex } from "knex";

const COLUMNS = [
  "ended_as",
  "ended_on",
  "ended_reason",
  "criterion",
  "nature",
  "total_yuan",
  "spent_yuan",
  "content",
  "builder",
  "lead",
  "support",
  "leader",
  "edited_at",
] as const;

/** 项目台账: what a project carries beside its name, 关闭 and 退出, and 年度目标 as frozen at the signing. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("projects", (t) => {
    t.text("ended_as").comment("closed (竣工销项) or withdrawn (退出); null while in progress");
    t.text("ended_on").comment("YYYY-MM-DD");
    t.text("ended_reason").comment("as typed");
    t.text("criterion").comment("标准: 政府投资, 社会投资, 重点民生 or 重大产业");
    t.text("nature").comment("建设性质: 结转, 新增 or 预备");
    t.bigInteger("total_yuan").comment("总投资");
    t.bigInteger("spent_yuan").comment("至去年底累计");
    t.text("content").comment("建设内容");
    t.text("builder").comment("建设单位");
    t.text("lead").comment("牵头部门");
    t.text("support").comment("配合部门");
    t.text("leader").comment("分管领导");
    t.bigInteger("edited_at").comment(
      "when the office made or changed it, epoch ms; null for seeds as they came",
    );
  });

  await knex.schema.alterTable("control_totals", (t) => {
    t.bigInteger("edited_at").comment("when the office changed it, epoch ms; null as the document has it");
  });

  await knex.schema.createTable("plan_versions", (t) => {
    t.comment(
      "年度目标, append-only: version 1 is the baseline as signed, each later one a change of 月度计划.",
    );
    t.text("code").notNullable().references("code").inTable("projects");
    t.integer("year").notNullable();
    t.integer("version").notNullable();
    t.text("plan").notNullable().comment("JSON: signing day and unit, 元, curve, milestones");
    t.text("reason").comment("null for the baseline");
    t.bigInteger("at").notNullable();
    t.text("by").notNullable().comment("open_id");
    t.text("by_name").notNullable();
    t.text("message_id");
    // also how the baselines of a year are found: by the version
    t.primary(["code", "year", "version"]);
    t.index(["year", "version"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("plan_versions");
  await knex.schema.alterTable("control_totals", (t) => {
    t.dropColumn("edited_at");
  });
  await knex.schema.alterTable("projects", (t) => {
    t.dropColumns(...COLUMNS);
  });
}

export const migration = { up, down };
