import { daysLate } from "../../domain/problem-level.js";
import type { Service } from "../../domain/service.js";
import { type Block, buttons, type CardView, line, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { byUrgency } from "../problem/by-urgency.js";
import { dueWords } from "../problem/problem-words.js";
import { typed } from "../typed.js";
import { SERVICE_STATES } from "./service-words.js";

const PAGE = 6;

/** A list of requests, what is most overdue first; each can be opened. */
export function serviceListCard(
  title: string,
  services: readonly Service[],
  page: number,
  now: number,
): CardView {
  const pages = paged([...services].sort(byUrgency(now)), page, PAGE);
  const turns = pageButtons(pages);
  const late = services.filter((one) => one.state !== "closed" && daysLate(one.due, now) > 0).length;
  const answered = services.filter(({ state }) => state === "resolve-asked").length;
  const counts = [late > 0 ? `逾期${late}个` : "", answered > 0 ? `已答复等办结${answered}个` : ""].filter(
    Boolean,
  );
  return {
    title: services.length > 0 ? `${title}：${services.length}个` : title,
    tone: late > 0 ? "red" : services.length > 0 ? "orange" : "green",
    blocks: [
      ...(counts.length > 0 ? [text(counts.join("　"))] : []),
      ...(services.length === 0 ? [text("没有这样的诉求。")] : []),
      ...pages.shown.map((one) => serviceLine(one, now)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(
        `${pages.pages > 1 ? `第${pages.page}／${pages.pages}页　` : ""}登记请说“诉求 企业 要什么 谁答复 哪天前”；办结的发“诉求 全部”。`,
      ),
    ],
  };
}

function serviceLine(service: Service, now: number): Block {
  const { number, enterprise, words, unit, state } = service;
  const rest = [
    SERVICE_STATES[state],
    unit ? typed(unit, 40) : "答复单位未定",
    service.due ? dueWords(service, now) : "期限未定",
  ];
  return line(`**诉${number}　${typed(enterprise, 40)}**\n${typed(words, 60)}\n${rest.join("　")}`, {
    label: "看",
    does: "show",
    args: { number },
  });
}
