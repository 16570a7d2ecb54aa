import { type Action, actionName, isOpenAction } from "../../domain/action.js";
import { byUrgency, isLate } from "../../domain/action-carry.js";
import { type Block, buttons, type CardView, line, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { plain, typed } from "../typed.js";
import { ACTION_STATES, actionDue } from "./action-words.js";

const PAGE = 6;

export interface ActionListView {
  title: string;
  /** what stands above the list, as markdown; may be empty */
  head: string;
  actions: readonly Action[];
  /** project's name by its code */
  names: ReadonlyMap<string, string>;
  page: number;
  now: number;
}

/** A list of 议定事项, what is most overdue first; each can be opened. */
export function actionListCard({ title, head, actions, names, page, now }: ActionListView): CardView {
  const pages = paged([...actions].sort(byUrgency), page, PAGE);
  const turns = pageButtons(pages);
  const count = (word: string, many: number) => (many > 0 ? `${word}${many}项` : "");
  const of = (state: Action["state"]) => actions.filter((one) => one.state === state).length;
  const late = actions.filter((one) => isLate(one, now)).length;
  const counts = [count("逾期", late), count("等办结", of("finish-asked")), count("待知悉", of("open"))];
  return {
    title: actions.length > 0 ? `${plain(title, 60)}：${actions.length}项` : plain(title, 60),
    tone: late > 0 ? "red" : actions.some(isOpenAction) ? "orange" : "green",
    blocks: [
      ...(head ? [text(head)] : []),
      ...(late + of("finish-asked") + of("open") > 0 ? [text(counts.filter(Boolean).join("　"))] : []),
      ...(actions.length === 0 ? [text("没有这样的议定事项。")] : []),
      ...pages.shown.map((one) => actionBlock(one, names, now)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(
        `${pages.pages > 1 ? `第${pages.page}／${pages.pages}页　` : ""}发“议12”看一个；只看一部分：议定事项 区建管委、逾期、上次会、全部`,
      ),
    ],
  };
}

function actionBlock(action: Action, names: ReadonlyMap<string, string>, now: number): Block {
  const { number, unit, words, code, state } = action;
  const project = code === undefined ? "" : (names.get(code) ?? "");
  const head = `**${actionName(action)}　${typed(unit, 40)}**　${actionDue(action, now)}　${ACTION_STATES[state]}`;
  return line(`${head}\n${project ? `${typed(project, 40)}　` : ""}${typed(words, 60)}`, {
    label: "看",
    does: "show",
    args: { number },
  });
}
