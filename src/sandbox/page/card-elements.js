import { html, useState } from "preact";
import { Button, Overflow } from "./card-buttons.js";
import { Field, Form } from "./card-form.js";
import { Table } from "./card-table.js";
import { sizeClass, Text, textOf } from "./card-text.js";
import { Markdown } from "./markdown.js";
import { nameOf } from "./state.js";

/** The elements of a container, each with the way to it from the card's root. */
export const Elements = ({ list = [], path, place, form }) =>
  list.map(
    (part, index) =>
      html`<${Element} key=${index} part=${part} path=${[...path, "elements", index]} place=${place} form=${form} />`,
  );

function Element(props) {
  const Drawn = KINDS[props.part.tag] ?? Unknown;
  return html`<${Drawn} ...${props} />`;
}

const Unknown = ({ part }) => html`<div class="unknown">沙盒不认识的组件：${String(part.tag)}</div>`;

const MarkdownElement = ({ part, place }) => html`
  <div class=${`${part.text_align ?? ""} ${sizeClass(part.text_size)}`}>
    <${Markdown} source=${String(part.content ?? "")} state=${place.state} />
  </div>
`;

const Div = ({ part, place }) => html`
  <div class="div">
    ${part.text && html`<${Text} text=${part.text} state=${place.state} />`}
    ${
      part.fields &&
      html`
        <div class="fields">
          ${part.fields.map(
            (field) =>
              html`<div class=${field.is_short ? "short" : ""}><${Text} text=${field.text} state=${place.state} /></div>`,
          )}
        </div>
      `
    }
  </div>
`;

const Picture = ({ part }) => html`<div class="picture">${textOf(part.alt) || "图片"}</div>`;

const Pictures = ({ part }) => html`
  <div class="pictures">${part.img_list?.map(() => html`<div class="picture">图片</div>`)}</div>
`;

/** Drawn by Feishu alone; invented bars would be taken for figures. */
function Chart({ part }) {
  const title = textOf(part.chart_spec?.title?.text);
  return html`<div class="chart">${title ? `图表：${title}` : "图表"}（在飞书里显示）</div>`;
}

const Person = ({ part, place }) => html`<span class="at">${nameOf(place.state, part.user_id)}</span>`;

const People = ({ part, place }) => html`
  <div class="people">
    ${part.persons?.map((person) => html`<span class="at">${nameOf(place.state, person.id ?? person.user_id)}</span>`)}
  </div>
`;

function background(style) {
  const name = /^[a-z]+/.exec(style ?? "")?.[0];
  return name && name !== "default" && name !== "none" ? `bg hue-${name}` : "";
}

function columnWidth({ width = "auto", weight = 1 }) {
  if (width === "weighted") return { flex: `${weight} ${weight} 0` };
  return /^\d+px$/.test(width) ? { flex: `0 0 ${width}` } : { flex: "0 1 auto" };
}

const ColumnSet = ({ part, path, place, form }) => html`
  <div class=${`column-set flex-${part.flex_mode ?? "none"} ${background(part.background_style)}`}>
    ${part.columns?.map(
      (column, index) => html`
        <div
          key=${index}
          class=${`column vertical-${column.vertical_align ?? "top"} ${column.horizontal_align ?? ""} ${column.direction ?? ""} ${background(column.background_style)}`}
          style=${columnWidth(column)}
        >
          <${Elements} list=${column.elements} path=${[...path, "columns", index]} place=${place} form=${form} />
        </div>
      `,
    )}
  </div>
`;

function Panel({ part, path, place, form }) {
  const [open, setOpen] = useState(part.expanded === true);
  return html`
    <div class=${`panel ${part.border ? "bordered" : ""} ${background(part.background_color)}`}>
      <button class=${`panel-header ${background(part.header?.background_color)}`} aria-expanded=${open} onClick=${() => setOpen(!open)}>
        <i class="caret"></i><${Text} text=${part.header?.title} state=${place.state} />
      </button>
      ${open && html`<div class="elements"><${Elements} list=${part.elements} path=${path} place=${place} form=${form} /></div>`}
    </div>
  `;
}

function Container({ part, path, place, form }) {
  const live = !part.disabled && part.behaviors?.some((behavior) => behavior.type === "callback");
  const inside = html`<${Elements} list=${part.elements} path=${path} place=${place} form=${form} />`;
  const classes = `container ${part.has_border ? "bordered" : ""} ${background(part.background_style)}`;
  if (!live) return html`<div class=${classes}>${inside}</div>`;
  const press = () => place.ask(part, () => place.touch(path));
  const onKeyDown = (event) => event.key === "Enter" && event.target === event.currentTarget && press();
  return html`<div class=${`${classes} live`} role="button" tabindex="0" onClick=${press} onKeyDown=${onKeyDown}>${inside}</div>`;
}

const KINDS = {
  markdown: MarkdownElement,
  plain_text: ({ part, place }) => html`<${Text} text=${part} state=${place.state} />`,
  div: Div,
  hr: () => html`<hr />`,
  note: ({ part, path, place }) =>
    html`<div class="note"><${Elements} list=${part.elements} path=${path} place=${place} /></div>`,
  img: Picture,
  img_combination: Pictures,
  chart: Chart,
  person: Person,
  person_list: People,
  table: Table,
  column_set: ColumnSet,
  collapsible_panel: Panel,
  interactive_container: Container,
  form: (props) => html`<${Form} ...${props} Elements=${Elements} />`,
  button: Button,
  overflow: Overflow,
  input: Field,
  select_static: Field,
  multi_select_static: Field,
  select_person: Field,
  multi_select_person: Field,
  date_picker: Field,
  picker_time: Field,
  picker_datetime: Field,
  checker: Field,
};
