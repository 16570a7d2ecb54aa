import { describe, expect, it } from "vitest";
import { noFigures } from "../../../src/domain/ledger-figures.js";
import type { Project, StandingFilter } from "../../../src/domain/project.js";
import { monthMark } from "../../../src/store/projects.js";
import { project } from "./ledger.js";
import type { Parts } from "./parts.js";
import { atOnce } from "./parts.js";

const [first, second] = [project("S-01"), project("S-02")];
const list: Project[] = [second, { ...first, aliases: ["武宁路"], class: null, classBasis: null }];

export function projectsSuite({ store }: Parts): void {
  describe("projects", () => {
    const projects = () => atOnce(store()).projects;
    const teams = () => atOnce(store()).teams;

    it("keeps them in the order of the document", async () => {
      await projects().keepProjects(list);
      expect(await projects().all()).toEqual(list);
      expect(await projects().byCode("S-02")).toEqual(second);
      expect(await projects().byName("项目S-02")).toEqual(second);
      expect(await projects().byName("没有")).toBeNull();
    });

    it("may be kept again: what the document says is renewed, what the office changed stays", async () => {
      await projects().keepProjects(list);
      await projects().assign([{ code: "S-01", unit: "新的单位", firstMonth: "2022-05" }]);
      await projects().keepProjects(list.map((one) => ({ ...one, facts: "四车道" })));
      const kept = await projects().byCode("S-01");
      expect(kept).toMatchObject({ facts: "四车道", unit: "新的单位", firstMonth: "2022-05" });
      expect(await projects().all()).toHaveLength(2);
    });

    it("keeps units, control totals, pace and team, again and again", async () => {
      await projects().keepProjects(list);
      const units = [
        { name: "区建设管理委", aliases: ["建管委"] },
        { name: "区绿容局", aliases: [] },
      ];
      const total = { class: "城建", projects: 12, totalYuan: 5_000_000_000, check: "待核" };
      const team = [
        { name: "张伟", part: "联络员", unit: "区建设管理委", openId: "ou_zhang" },
        { name: "王工", part: "负责人", unit: null, openId: null },
      ];
      for (let i = 0; i < 2; i += 1) {
        await projects().keepUnits(units);
        await projects().keepControlTotals(2022, [total]);
        await projects().keepPace("S-01", 2022, { curve: [1, 2.5, 100], startMonth: 3 });
        await teams().keepTeam("S-01", team);
      }
      expect(await projects().units()).toEqual(units);
      expect(await projects().controlTotals(2022)).toEqual([total]);
      expect(await projects().controlTotals(2021)).toEqual([]);
      expect((await projects().standing("S-01", 2022))?.pace).toEqual({
        curve: [1, 2.5, 100],
        startMonth: 3,
      });
      expect(await teams().team("S-01")).toEqual(team);
      expect(await teams().isOnTeam("S-01", "ou_zhang")).toBe(true);
      expect(await teams().isOnTeam("S-02", "ou_zhang")).toBe(false);
      expect(await teams().teamsOf("ou_zhang")).toEqual(new Set(["S-01"]));
      expect(await teams().teamsOf("ou_li")).toEqual(new Set());
      await teams().keepTeam("S-01", []);
      expect(await teams().team("S-01")).toEqual([]);
    });

    it("takes empty lists without complaint", async () => {
      await projects().keepUnits([]);
      await projects().keepProjects([]);
      await projects().keepControlTotals(2022, []);
      await projects().setLampMarks("digest:oc_a", new Map());
    });

    it("tells where each stands, in the document's order, narrowed down where asked", async () => {
      await projects().keepProjects(list);
      await atOnce(store()).ledger.keepFigures("S-02", { ...noFigures, reported: ["2022-08"] }, 2022);
      const codes = async (filter?: StandingFilter) =>
        (await projects().standings(2022, filter)).map(({ project: one }) => one.code);
      expect(await codes()).toEqual(["S-02", "S-01"]);
      expect(await codes({ class: "城建" })).toEqual(["S-02"]);
      expect(await codes({ unit: "区建设管理委", codes: new Set(["S-01"]) })).toEqual(["S-01"]);
      expect(await codes({ codes: new Set() })).toEqual([]);
      expect(await projects().standing("S-02", 2022)).toEqual({
        project: second,
        figures: { ...noFigures, reported: ["2022-08"] },
        pace: { curve: null, startMonth: null },
        reportedMonth: "2022-08",
        lastSaidAt: null,
      });
    });

    it("what the office adds and changes, no repeated seeding takes back", async () => {
      await projects().keepProjects(list);
      const added: Project = {
        ...project("F-08"),
        name: "菜场",
        totalYuan: 9_999_999_999,
        nature: "新增",
        criterion: "重点民生",
      };
      await projects().addProject(added, 1);
      await projects().keepProject({ ...first, name: "新名", aliases: ["旧名"], content: "四公里" }, 2);
      await projects().keepControlTotals(2022, [{ class: "城建", projects: 12 }]);
      await projects().setControlTotal(2022, { class: "城建", projects: 13 }, 3);
      await projects().keepProjects(list);
      await projects().keepControlTotals(2022, [{ class: "城建", projects: 12 }]);
      expect(await projects().byName("菜场")).toEqual(added);
      expect(await projects().byCode("S-01")).toMatchObject({
        name: "新名",
        aliases: ["旧名"],
        content: "四公里",
      });
      expect(await projects().controlTotals(2022)).toEqual([{ class: "城建", projects: 13 }]);
      expect((await projects().all()).map(({ code }) => code)).toEqual(["S-02", "S-01", "F-08"]);
    });

    it("closed and withdrawn ones are found by name, and stand in no list unless asked for", async () => {
      await projects().keepProjects(list);
      const ended = { as: "withdrawn", on: "2022-09-20", reason: "规划调整" } as const;
      await projects().keepProject({ ...second, ended }, 1);
      expect(await projects().byName("项目S-02")).toEqual({ ...second, ended });
      expect(await projects().standings(2022)).toHaveLength(1);
      expect(await projects().standings(2022, { withEnded: true })).toHaveLength(2);
      expect((await projects().standing("S-02", 2022))?.project.ended).toEqual(ended);
      await projects().keepProject(second, 2);
      expect(await projects().standings(2022)).toHaveLength(2);
    });

    it("keeps what was signed for a year; later versions stand beside it", async () => {
      await projects().keepProjects(list);
      const plans = () => atOnce(store()).plans;
      const signed = {
        year: 2022,
        signedOn: "2022-01-20",
        unit: null,
        yuan: 320_000_000,
        curve: null,
        startMonth: null,
        milestones: { 开工: "2022-03-01" },
      };
      const by = { by: "ou_li", byName: "李敏" };
      await plans().add("S-01", { ...by, plan: signed, reason: null, at: 1 });
      await plans().add("S-01", { ...by, plan: { ...signed, startMonth: 3 }, reason: "汛期", at: 2 });
      await plans().add("S-01", { ...by, plan: { ...signed, year: 2023 }, reason: null, at: 3 });
      expect(await plans().frozen(2022)).toEqual(new Map([["S-01", signed]]));
      const versions = await plans().versions("S-01", 2022);
      expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
        [1, null],
        [2, "汛期"],
      ]);
      expect((await projects().standing("S-01", 2022))?.pace.frozen).toEqual(signed);
      const [, standing] = await projects().standings(2022);
      expect(standing?.pace.frozen).toEqual(signed);
    });

    it("keeps the lamps of closed months and of digests apart", async () => {
      await projects().keepProjects(list);
      await projects().setLampMarks(monthMark("2022-06"), new Map([["S-01", "green"]]));
      await projects().setLampMarks(monthMark("2022-07"), new Map([["S-01", "red"]]));
      await projects().setLampMarks(monthMark("2022-08"), new Map([["S-01", "red"]]));
      await projects().setLampMarks(
        monthMark("2022-08"),
        new Map([
          ["S-01", "yellow"],
          ["S-02", "green"],
        ]),
      );
      await projects().setLampMarks("digest:oc_a", new Map([["S-01", "grey"]]));
      expect(await projects().lampMarks("digest:oc_a")).toEqual(new Map([["S-01", "grey"]]));
      const months = await projects().monthLamps("2022-07");
      expect(months.get("S-01")).toEqual({ "2022-07": "red", "2022-08": "yellow" });
      expect(months.get("S-02")).toEqual({ "2022-08": "green" });
      expect([...(await projects().monthLamps("2022-07", "S-02")).keys()]).toEqual(["S-02"]);
    });
  });

  describe("settings", () => {
    it("keeps the latest value", async () => {
      const { settings } = atOnce(store());
      expect(await settings.get("closed")).toBeNull();
      await settings.set("closed", "2022-07");
      await settings.set("closed", "2022-08");
      expect(await settings.get("closed")).toBe("2022-08");
    });
  });

  describe("ping", () => {
    it("answers while the database does", async () => {
      await expect(store().ping()).resolves.toBeUndefined();
    });
  });
}
