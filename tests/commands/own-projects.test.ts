import { describe, expect, it } from "vitest";
import { ownIn } from "../../src/bot/lists/own-projects.js";

describe("whose projects are meant", () => {
  it.each(["我还有哪些没报", "我的项目", "我负责哪些", "我们还有几个没报", "咱们没报的", "自己的项目"])(
    "%s: the speaker's",
    (words) => {
      expect(ownIn(words)).toBe("mine");
    },
  );

  it.each(["我们单位的项目", "本单位谁没报", "我单位滞后的", "我司有哪些项目", "本局没报的"])(
    "%s: the unit's",
    (words) => {
      expect(ownIn(words)).toBe("unit");
    },
  );

  it.each([
    "谁没报",
    "帮我看看谁没报",
    "我想看哪些滞后",
    "我要查滞后",
    "发我一下没报的",
    "我们区哪些滞后",
    "本月谁没报",
  ])("%s: everybody's", (words) => {
    expect(ownIn(words)).toBeNull();
  });
});
