import { type CardPart, isPart, partsIn } from "./card.js";
import { actions, type CardAction } from "./card-text.js";
import { checkCard } from "./cards-check.js";
import { newToken, unionIdOf } from "./ids.js";
import { replaceCard } from "./messages-api.js";
import type { Platform } from "./platform.js";
import type { Answer } from "./transport.js";
import type { Message } from "./world.js";

/** The short note that a client shows after a click. */
export interface Toast {
  type: "success" | "info" | "warning" | "error";
  content: string;
}

export type FieldValue = string | string[] | boolean;

export interface Touch {
  by: string;
  message: Message;
  action: CardAction;
  /** What was filled in, by field name; what is left out keeps its preset value. */
  form?: Record<string, FieldValue> | undefined;
  /** What was chosen, for a select or a picker outside a form. */
  option?: FieldValue | undefined;
}

const failed = (code: number): Toast => ({ type: "error", content: `出错了，请稍后重试 code: ${code}` });
/** What the platform's clients show, by cause. */
const NOBODY_THERE = failed(200340);
const NO_ANSWER_IN_TIME = failed(200341);
const REFUSED = failed(200671);
const BAD_ANSWER = failed(200672);
const BAD_CARD = failed(200673);

/** Sends the callback and does what the answer says: at most once, the click is never repeated by the platform. */
export async function touchCard(platform: Platform, touch: Touch): Promise<Toast | undefined> {
  const event = callbackEvent(platform, touch);
  let answer: Answer;
  try {
    answer = await platform.delivery.ask("card.action.trigger", event);
  } catch (error) {
    return error instanceof Error && error.message === "no long connection"
      ? NOBODY_THERE
      : NO_ANSWER_IN_TIME;
  }
  if (answer.code !== 200) return REFUSED;
  const data = answer.data ?? {};
  if (!isPart(data)) return BAD_ANSWER;
  return applyAnswer(platform, touch.message.messageId, data);
}

function applyAnswer(platform: Platform, messageId: string, data: CardPart): Toast | undefined {
  const card = data.card;
  const message = platform.world.messages.get(messageId);
  if (isPart(card) && message) {
    if (card.type !== "raw" || !isPart(card.data)) return BAD_CARD;
    const content = JSON.stringify(card.data);
    try {
      checkCard(content);
    } catch {
      return BAD_CARD;
    }
    replaceCard(platform, message, content);
  }
  const toast = data.toast;
  if (!isPart(toast)) return undefined;
  return { type: toastType(toast.type), content: String(toast.content ?? "") };
}

function toastType(type: unknown): Toast["type"] {
  return type === "success" || type === "warning" || type === "error" ? type : "info";
}

function callbackEvent(platform: Platform, { by, message, action, form, option }: Touch): object {
  const person = platform.world.people.get(by);
  return {
    operator: {
      tenant_key: person?.tenantKey ?? platform.app.tenantKey,
      open_id: by,
      union_id: unionIdOf(by),
    },
    token: newToken("c-"),
    action: {
      tag: action.tag,
      ...(action.value && { value: action.value }),
      ...(action.name && { name: action.name }),
      timezone: "Asia/Shanghai",
      ...(action.form && { form_value: formValue(action.form, form ?? {}) }),
      ...(typeof option === "string" && (action.tag === "input" ? { input_value: option } : { option })),
      ...(Array.isArray(option) && { options: option }),
      ...(typeof option === "boolean" && { checked: option }),
    },
    host: "im_message",
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  };
}

/** Throws for a field the form does not have, a choice it does not offer, and a required field left empty. */
function formValue(form: CardPart, filled: Record<string, FieldValue>): Record<string, FieldValue> {
  const fields = actions({ body: { elements: [form] } }).filter(
    (action) => action.tag !== "button" && action.name,
  );
  const names = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(filled).filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Error(`the form has no field ${unknown.join(", ")}; it has ${[...names].join(", ")}`);
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const name = field.name ?? "";
    const value = filled[name] ?? presetOf(field.element);
    const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (empty && field.element.required === true) throw new Error(`the form's field ${name} is required`);
    if (value === undefined) continue;
    if (!empty) checkOffered(field, value);
    values[name] = field.tag === "date_picker" && typeof value === "string" ? withZone(value) : value;
  }
  return values;
}

/** A date comes back with its zone: "2024-04-01 +0800". */
const withZone = (date: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? `${date} +0800` : date);

function presetOf(element: CardPart): FieldValue | undefined {
  for (const key of ["default_value", "initial_option", "initial_date", "initial_time", "initial_datetime"]) {
    const preset = element[key];
    if (typeof preset === "string") return preset;
  }
  if (element.tag === "checker") return element.checked === true;
  const selected = element.selected_values;
  return Array.isArray(selected) ? selected.map(String) : undefined;
}

function checkOffered(field: CardAction, value: FieldValue): void {
  if (!field.tag.endsWith("select_static")) return;
  const offered = partsIn(field.element.options).map((option) => option.value);
  for (const chosen of Array.isArray(value) ? value : [value]) {
    if (!offered.includes(chosen)) {
      throw new Error(
        `the field ${field.name ?? ""} does not offer ${String(chosen)}; it offers ${offered.join(", ")}`,
      );
    }
  }
}
