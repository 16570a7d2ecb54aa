import { html, useRef, useState } from "preact";
import { textOf } from "./card-text.js";

/** What a field holds before anyone touches it. */
function presetOf(part) {
  if (part.tag === "checker") return part.checked === true;
  if (part.tag.startsWith("multi_")) return part.selected_values ?? [];
  return (
    part.default_value ??
    part.initial_option ??
    part.initial_date ??
    part.initial_time ??
    part.initial_datetime ??
    ""
  );
}

/** Fields keep what is typed here; a submit button takes it all at once. */
export function Form({ part, path, place, Elements }) {
  const [values, setValues] = useState({});
  const [round, setRound] = useState(0);
  const frame = useRef(null);
  const form = {
    valueOf: (field) => values[field.name] ?? presetOf(field),
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    reset: () => {
      setValues({});
      setRound(round + 1);
    },
    /** What was filled in, or undefined after the first missing field has been pointed at. */
    check: () => (frame.current.reportValidity() ? values : undefined),
  };
  return html`
    <form ref=${frame} class="card-form elements" key=${round} onSubmit=${(event) => event.preventDefault()}>
      <${Elements} list=${part.elements} path=${path} place=${place} form=${form} />
    </form>
  `;
}

/** One field. Outside a form each change goes to the bot at once. */
export function Field({ part, path, place, form }) {
  const [own, setOwn] = useState(() => presetOf(part));
  const value = form ? form.valueOf(part) : own;
  const change = (next) => {
    if (form) return form.set(part.name, next);
    setOwn(next);
    if (part.tag !== "input") place.ask(part, () => place.touch(path, { option: next }));
    return undefined;
  };
  const send = form || part.tag !== "input" ? undefined : () => place.touch(path, { option: own });
  const Drawn = DRAWN[part.tag] ?? TextInput;
  const label = textOf(part.label);
  return html`
    <label class=${`card-field ${part.label_position === "left" ? "beside" : ""}`}>
      ${label && html`<span class="field-label">${label}${part.required && html`<i>*</i>`}</span>`}
      <${Drawn} part=${part} value=${value} change=${change} send=${send} state=${place.state} />
    </label>
  `;
}

const common = (part) => ({
  name: part.name,
  required: part.required === true,
  disabled: part.disabled === true,
  placeholder: textOf(part.placeholder),
  "aria-label": textOf(part.label) || textOf(part.placeholder) || part.name,
});

function TextInput({ part, value, change, send }) {
  const onInput = (event) => change(event.target.value);
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.isComposing && part.input_type !== "multiline_text") {
      event.preventDefault();
      send?.();
    }
  };
  if (part.input_type === "multiline_text") {
    return html`<textarea ...${common(part)} rows=${part.rows ?? 3} maxlength=${part.max_length} value=${value} onInput=${onInput}></textarea>`;
  }
  const type = part.input_type === "password" ? "password" : "text";
  return html`<input ...${common(part)} type=${type} maxlength=${part.max_length} value=${value} onInput=${onInput} onKeyDown=${onKeyDown} />`;
}

const optionsOf = (part, state) => {
  if (!part.tag.endsWith("select_person")) return part.options ?? [];
  const all = [...state.people.values()].map((person) => ({ value: person.openId, text: person.name }));
  const offered = part.options?.map((option) => option.value);
  return offered ? all.filter((one) => offered.includes(one.value)) : all;
};

const Select = ({ part, value, change, state }) => html`
  <select ...${common(part)} value=${value} onChange=${(event) => change(event.target.value)}>
    <option value="" hidden>${textOf(part.placeholder) || "请选择"}</option>
    ${optionsOf(part, state).map(
      (option) =>
        html`<option value=${option.value} selected=${option.value === value}>${textOf(option.text)}</option>`,
    )}
  </select>
`;

function MultiSelect({ part, value, change, state }) {
  const toggle = (chosen) =>
    change(value.includes(chosen) ? value.filter((one) => one !== chosen) : [...value, chosen]);
  return html`
    <span class="choices" role="group">
      ${optionsOf(part, state).map(
        (option) => html`
          <button
            type="button"
            class=${value.includes(option.value) ? "choice on" : "choice"}
            aria-pressed=${value.includes(option.value)}
            onClick=${() => toggle(option.value)}
          >
            ${textOf(option.text)}
          </button>
        `,
      )}
    </span>
  `;
}

const picker =
  (type, toField = (value) => value, fromField = (value) => value) =>
  ({ part, value, change }) =>
    html`<input ...${common(part)} type=${type} value=${toField(value)} onChange=${(event) => change(fromField(event.target.value))} />`;

const Checker = ({ part, value, change }) => html`
  <span class="check">
    <input type="checkbox" checked=${value} disabled=${part.disabled === true} onChange=${(event) => change(event.target.checked)} />
    ${textOf(part.text)}
  </span>
`;

const DRAWN = {
  input: TextInput,
  select_static: Select,
  select_person: Select,
  multi_select_static: MultiSelect,
  multi_select_person: MultiSelect,
  date_picker: picker("date", (value) => value.slice(0, 10)),
  picker_time: picker("time", (value) => value.slice(0, 5)),
  picker_datetime: picker(
    "datetime-local",
    (value) => value.slice(0, 16).replace(" ", "T"),
    (value) => value.replace("T", " "),
  ),
  checker: Checker,
};
