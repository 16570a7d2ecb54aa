import { dayOf, formatDay, formatInstant } from "../../domain/day.js";
import { isOpen } from "../../domain/problem.js";
import type { Service, ServiceChange, ServiceEvent } from "../../domain/service.js";
import { type Button, buttons, type CardView, form, note, rule, type Tone, text } from "../card.js";
import { typed } from "../typed.js";
import { SERVICE_STATES, whoAndWhen } from "./service-words.js";

const MOST_EVENTS = 12;

const TONES: Record<Service["state"], Tone> = {
  open: "orange",
  "in-progress": "orange",
  "resolve-asked": "blue",
  closed: "green",
  reopened: "red",
};

/** One request: where it stands, who answers until when, and all that has become of it. */
export function serviceCard(service: Service, events: readonly ServiceEvent[], now: number): CardView {
  const shown = events.slice(-MOST_EVENTS);
  return {
    title: `诉${service.number} ${SERVICE_STATES[service.state]}　${service.enterprise}`,
    tone: TONES[service.state],
    blocks: [
      text(
        [
          `**${typed(service.words)}**`,
          whoAndWhen(service, now),
          ...(service.answer ? [`答复：${typed(service.answer.words)}`] : []),
        ].join("\n"),
      ),
      rule,
      text(["**经过**", ...shown.map((event) => eventLine(event, now))].join("\n")),
      ...(isOpen(service) && service.state !== "resolve-asked"
        ? [form([{ name: "answer", label: "答复内容", long: true }], answering(service))]
        : [buttons(...serviceButtons(service))]),
      note(howToGoOn(service)),
    ],
  };
}

const answering = ({ number }: Service): Button => ({ label: "已答复", does: "answer", args: { number } });

/** What was written of a request, old → new. */
export function serviceEcho(
  was: Service | null,
  is: Service,
  { now, hint, writeId }: { now: number; hint?: string; writeId: string },
): CardView {
  const state =
    was && was.state !== is.state
      ? `${SERVICE_STATES[was.state]} → **${SERVICE_STATES[is.state]}**`
      : `**${SERVICE_STATES[is.state]}**`;
  const today = dayOf(now);
  const day = (due: string | undefined) => (due ? formatDay(due, today) : "未定");
  const lines = was
    ? [
        was.unit === is.unit ? "" : `答复单位 ${typed(was.unit ?? "未定")} → **${typed(is.unit ?? "未定")}**`,
        was.due === is.due ? "" : `期限 ${day(was.due)} → **${day(is.due)}**`,
        was.answer?.saidAt === is.answer?.saidAt ? "" : `答复：${typed(is.answer?.words ?? "")}`,
      ].filter(Boolean)
    : [];
  return {
    title: `${was ? "" : "已登记 "}诉${is.number}　${is.enterprise}`,
    tone: TONES[is.state] === "red" ? "orange" : "green",
    blocks: [
      text(
        [
          `**${typed(is.words)}**`,
          whoAndWhen(is, now),
          `状态 ${state}`,
          ...lines,
          ...(hint ? [hint] : []),
        ].join("\n"),
      ),
      buttons(...serviceButtons(is), { label: "撤销", does: "undo", args: { number: is.number, writeId } }),
      note(howToGoOn(is)),
    ],
  };
}

/** In a group everybody sees them; whoever clicks is checked. */
function serviceButtons({ number, state }: Service): Button[] {
  const button = (label: string, does: string, look?: Button["look"]): Button => ({
    label,
    does,
    args: { number },
    ...(look ? { look } : {}),
  });
  if (state === "resolve-asked") return [button("办结", "close", "primary"), button("退回", "reopen")];
  return state === "closed" ? [button("退回", "reopen")] : [];
}

function howToGoOn({ number, unit, due, state }: Service): string {
  if (state === "closed") return `企业又提的话，说“诉${number} 退回，原因…”。`;
  const lacks = [unit ? "" : "答复单位", due ? "" : "期限"].filter(Boolean);
  const ask =
    lacks.length > 0 ? `还缺${lacks.join("和")}：说“诉${number} 区规划资源局答复，9月30日前”。` : "";
  if (state === "resolve-asked") return `企业满意就点“办结”；不满意点“退回”。`;
  return `${ask}答复了说“诉${number} 已答复：答复内容”。`;
}

function eventLine(event: ServiceEvent, now: number): string {
  const told = `${formatInstant(event.saidAt, now)} ${typed(event.saidByName, 20)}：${changeWords(event.change, now)}`;
  return event.undone ? `~~${told.replaceAll("**", "")}~~（已撤销）` : told;
}

function changeWords(change: ServiceChange, now: number): string {
  const words = typed(change.words, 80);
  switch (change.is) {
    case "open":
      return `**登记**　${words}`;
    case "resolve":
      return `**答复**　${words}`;
    case "close":
      return "**办结**";
    case "reopen":
      return words === "退回" ? "**退回**" : `**退回**　${words}`;
    case "extend":
      return `**延期到${formatDay(change.due, dayOf(now))}**　原因：${typed(change.reason, 60)}`;
    case "assign":
    case "update":
      return words;
  }
}
