import type { Field } from "./card.js";
import { plain } from "./typed.js";

type Element = Record<string, unknown>;

const LABEL = 40;
const VALUE = 500;

const words = (content: string) => ({ tag: "plain_text", content });

/** A form: its fields one under the other, its button last. Names are unique on a card. */
export function formElement(fields: readonly Field[], submit: Element, name: string): Element {
  return {
    tag: "form",
    name: `form-${name}`,
    elements: [
      ...fields.flatMap((field) => [
        { tag: "markdown", content: plain(field.label, LABEL) },
        field.options ? choice(field, field.options) : input(field),
      ]),
      { ...submit, type: "primary", name: `send-${name}`, form_action_type: "submit" },
    ],
  };
}

function input({ name, value, hint, required, long }: Field): Element {
  return {
    tag: "input",
    name,
    required: required ?? false,
    ...(value === undefined ? {} : { default_value: long ? value.slice(0, VALUE) : plain(value, VALUE) }),
    ...(hint ? { placeholder: words(plain(hint, LABEL)) } : {}),
    ...(long ? { input_type: "multiline_text", rows: 4 } : {}),
  };
}

function choice({ name, value, hint, required }: Field, options: readonly string[]): Element {
  return {
    tag: "select_static",
    name,
    required: required ?? false,
    placeholder: words(hint ? plain(hint, LABEL) : "请选择"),
    options: options.map((option) => ({ text: words(plain(option, LABEL)), value: option })),
    ...(value !== undefined && options.includes(value) ? { initial_option: value } : {}),
  };
}
