import { html, useEffect, useRef, useState } from "preact";
import { Elements } from "./card-elements.js";
import { Text, textOf } from "./card-text.js";
import { click } from "./server.js";

const TEMPLATES = new Set(
  "blue wathet turquoise green yellow orange red carmine violet purple indigo grey default".split(" "),
);

/** A card, whole: header, elements, the question before a weighty button, the mark when it has just changed. */
export function Card({ state, me, message, toast, warn }) {
  const [pending, setPending] = useState(null);
  const [question, setQuestion] = useState(null);
  const card = message.content;

  const touch = async (path, extra = {}) => {
    setPending(path.join());
    try {
      const answer = await click({ by: me, message: message.messageId, path, ...extra });
      if (answer.toast) toast(answer.toast);
    } catch (error) {
      warn(error);
    } finally {
      setPending(null);
    }
  };
  const ask = (element, then) => {
    if (element.confirm) setQuestion({ ...element.confirm, then });
    else then();
  };
  const place = { state, pending, touch, ask };
  return html`
    <div class=${`card ${card.config?.width_mode ?? ""}`}>
      <${Header} header=${card.header} state=${state} />
      <div class=${`elements ${card.body?.direction ?? ""}`} key=${message.patches}>
        <${Elements} list=${card.body?.elements} path=${["body"]} place=${place} />
      </div>
      <${Changed} patches=${message.patches} />
      ${question && html`<${Question} question=${question} end=${() => setQuestion(null)} />`}
    </div>
  `;
}

function Header({ header, state }) {
  if (!header) return null;
  const template = TEMPLATES.has(header.template) ? header.template : "default";
  return html`
    <header class=${`card-header hue-${template}`}>
      <div>
        <h2><${Text} text=${header.title} state=${state} /></h2>
        ${header.subtitle && html`<p><${Text} text=${header.subtitle} state=${state} /></p>`}
      </div>
      ${header.text_tag_list?.map(
        (tag) =>
          html`<span class=${`tag hue-${/^[a-z]+$/.exec(tag.color)?.[0] ?? "neutral"}`}>${textOf(tag.text)}</span>`,
      )}
    </header>
  `;
}

/** Lights up for a moment when the card is changed while one looks at it. */
function Changed({ patches }) {
  const first = useRef(patches);
  const [lit, setLit] = useState(false);
  useEffect(() => {
    if (patches === first.current) return undefined;
    first.current = patches;
    setLit(true);
    const timer = setTimeout(() => setLit(false), 2500);
    return () => clearTimeout(timer);
  }, [patches]);
  return lit && html`<span class="changed">已更新</span>`;
}

function Question({ question, end }) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  const yes = () => {
    end();
    question.then();
  };
  return html`
    <dialog ref=${dialog} class="question" onClose=${end}>
      <h3>${textOf(question.title)}</h3>
      <p>${textOf(question.text)}</p>
      <div>
        <button class="card-button" onClick=${end}>取消</button>
        <button class="card-button primary_filled" onClick=${yes}>确定</button>
      </div>
    </dialog>
  `;
}
