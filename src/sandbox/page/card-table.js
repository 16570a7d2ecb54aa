import { html, useState } from "preact";
import { textOf } from "./card-text.js";
import { fullDate } from "./dates.js";
import { Markdown } from "./markdown.js";
import { nameOf } from "./state.js";

export function Table({ part, place }) {
  const [page, setPage] = useState(0);
  const { columns = [], rows = [], page_size: size = 5 } = part;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = rows.slice(page * size, (page + 1) * size);
  return html`
    <div class="card-table">
      <div class="wide">
        <table>
          <thead class=${`head-${part.header_style?.background_style ?? "none"}`}>
            <tr>${columns.map((column) => html`<th class=${column.horizontal_align ?? "left"}>${column.display_name ?? ""}</th>`)}</tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) => html`
                <tr>
                  ${columns.map(
                    (column) => html`
                      <td class=${column.horizontal_align ?? "left"}>
                        <${Cell} column=${column} value=${row[column.name]} state=${place.state} />
                      </td>
                    `,
                  )}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${
        pages > 1 &&
        html`
          <div class="pages">
            <button type="button" disabled=${page === 0} aria-label="上一页" onClick=${() => setPage(page - 1)}>‹</button>
            <span>${page + 1} / ${pages}</span>
            <button type="button" disabled=${page === pages - 1} aria-label="下一页" onClick=${() => setPage(page + 1)}>›</button>
          </div>
        `
      }
    </div>
  `;
}

function Cell({ column, value, state }) {
  if (value === undefined || value === null) return null;
  switch (column.data_type) {
    case "markdown":
    case "lark_md":
      return html`<${Markdown} source=${String(value)} state=${state} />`;
    case "options":
      return (Array.isArray(value) ? value : [value]).map(
        (option) =>
          html`<span class=${`tag hue-${/^[a-z]+$/.exec(option.color)?.[0] ?? "neutral"}`}>${textOf(option.text ?? option)}</span>`,
      );
    case "number":
      return inFigures(value, column.format ?? {});
    case "date":
      return fullDate(Number(value));
    case "persons":
    case "person":
      return (Array.isArray(value) ? value : [value]).map(
        (id) => html`<span class="at">${nameOf(state, typeof id === "string" ? id : id.id)}</span> `,
      );
    default:
      return String(value);
  }
}

function inFigures(value, { precision, symbol = "", separator = false }) {
  const digits =
    precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  return (
    symbol +
    Number(value).toLocaleString("zh-CN", { useGrouping: separator, maximumFractionDigits: 10, ...digits })
  );
}
