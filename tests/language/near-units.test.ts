import { describe, expect, it } from "vitest";
import { nearUnits } from "../../src/language/near-units.js";
import { NAMES } from "./corpus.js";

const { units } = NAMES.naming;

describe("units that may have been meant", () => {
  it.each([
    ["桃浦公司", "桃浦智创城公司"],
    ["建委", "区建设管理委"],
    ["区建委", "区建设管理委"],
    ["建官委", "区建设管理委"],
    ["规划局", "区规划资源局"],
    ["绿化局", "区绿化市容局"],
    ["土地储备中心", "区土地储备中心"],
  ])("%s: first %s", (said, unit) => {
    expect(nearUnits(said, units, 4)[0]).toBe(unit);
  });

  it.each(["火星", "某某公司", "公司"])("%s: none", (said) => {
    expect(nearUnits(said, units, 4)).toEqual([]);
  });
});
