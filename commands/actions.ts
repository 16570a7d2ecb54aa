import { actionListClicks, listActions } from "../src/bot/action/list-actions.js";
import { severalSteps } from "../src/bot/action/several-steps.js";
import { stepInWords } from "../src/bot/action/step-in-words.js";
import type { Command } from "../src/bot/command.js";

const NUMBERED = /^(?:议定事项|议定)?\s*#?\s*议?\s*(\d{1,9})\s*号?[\s:：,，。]*/;
const FULL_WIDTH = /[０-９＃]/g;
const SEVERAL = /^(?:议\s*\d{1,9}\s*[、,，和及\s]\s*)+议?\s*\d{1,9}/;

/** 议定事项: the list of what the meetings have decided, and each one by its number: 已知悉, 办结, 退回, 延期. */
export const actions: Command = {
  name: "议定事项",
  aliases: ["议定清单", "议定事项清单"],
  topic: "会议与提醒",
  summary: "会上议定的事办得怎么样：谁办、哪天到期、逾期几天；“议12 完成了”报完成",
  examples: ["议定事项", "议定事项 区建管委", "议定事项 逾期", "议12", "议12 完成了"],
  act: "look",
  insideOnly: "议定事项只在内部看。",
  async run(turn, { rest }) {
    const words = rest.replace(FULL_WIDTH, (digit) => digit.normalize("NFKC"));
    const several = SEVERAL.exec(words);
    if (several) return severalSteps(turn, numbersIn(several[0]), words.slice(several[0].length));
    const one = NUMBERED.exec(words);
    // 议定事项 9月13日的会 names a day, not a number.
    if (one?.[1] && !/^\s*[年月/.-]/.test(words.slice(one[0].trimEnd().length)))
      return stepInWords(turn, Number(one[1]), words.slice(one[0].length));
    return listActions(turn, rest);
  },
  clicks: actionListClicks,
};

const numbersIn = (words: string): number[] => [
  ...new Set([...words.matchAll(/\d+/g)].map(([number]) => Number(number))),
];
