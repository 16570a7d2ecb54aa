import { formatMoney } from "../../domain/money.js";
import type { Project } from "../../domain/project.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";

/** What is registered of a project beside its name and class; empty where nothing is. */
export function detailLines(project: Partial<Project>, hasMoney: boolean): string[] {
  const { nature, criterion, totalYuan, spentYuan, spentTo, content, builder, lead, support, leader } =
    project;
  const rows: (readonly [string, string | undefined])[][] = [
    [
      ["建设性质", nature],
      ["标准", criterion],
    ],
    [
      ["总投资", hasMoney && totalYuan !== undefined ? `**${formatMoney(totalYuan)}**` : undefined],
      [
        spentTo ? `至${spentTo}年底累计` : "至去年底累计",
        hasMoney && spentYuan !== undefined ? formatMoney(spentYuan) : undefined,
      ],
    ],
    [
      ["建设单位", builder && typed(builder, 60)],
      ["牵头部门", lead && typed(lead, 60)],
      ["配合部门", support && typed(support, 60)],
      ["分管领导", leader && typed(leader, 30)],
    ],
  ];
  const lines = rows.map((row) =>
    row.flatMap(([name, value]) => (value ? [`${name} ${value}`] : [])).join("　"),
  );
  const scope = content ? `建设内容：${typed(hasMoney ? content : hideAmounts(content), 200)}` : "";
  return [...lines, scope].filter(Boolean);
}
