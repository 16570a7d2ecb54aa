import { html } from "preact";
import { Avatar } from "./avatar.js";
import { Card } from "./card.js";
import { timeOf } from "./dates.js";
import { recall } from "./server.js";
import { KINDS, speakerOf, summaryOf } from "./state.js";

/** `pick` marks the message to be forwarded with others, or undoes it; without it that is not offered. */
export function MessageRow({ state, me, message, reply, pick, picked, toast, warn }) {
  const speaker = speakerOf(state, message);
  const own = speaker.id === me;
  if (message.recalled) {
    return html`<div class="recalled">${own ? "你" : speaker.name}撤回了一条消息</div>`;
  }
  const card = message.msgType === "interactive";
  const parent = message.parentId && state.messages.get(message.parentId);
  const takeBack = () => recall(me, message.messageId).catch(warn);
  return html`
    <article class=${`message${own ? " own" : ""}${picked ? " picked" : ""}`} tabindex="-1">
      <${Avatar} id=${speaker.id} name=${speaker.name} bot=${speaker.bot} />
      <div class=${card ? "body with-card" : "body"}>
        <div class="meta">
          <b>${speaker.name}</b>${speaker.bot && html`<em class="label">机器人</em>`}
          <time>${timeOf(message.createTime)}</time>
          <span class="deeds">
            <button onClick=${() => reply(message)}>回复</button>
            ${
              pick &&
              html`<button aria-pressed=${picked} onClick=${() => pick(message)}>${picked ? "不转发" : "转发"}</button>`
            }
            ${own && html`<button onClick=${takeBack}>撤回</button>`}
          </span>
        </div>
        <div class=${card ? "holds-card" : "bubble"}>
          ${parent && html`<${Quote} state=${state} parent=${parent} />`}
          <${Content} state=${state} me=${me} message=${message} toast=${toast} warn=${warn} />
        </div>
      </div>
    </article>
  `;
}

const Quote = ({ state, parent }) => html`
  <blockquote class="quote">回复 ${speakerOf(state, parent).name}：${summaryOf(parent)}</blockquote>
`;

function Content({ state, me, message, toast, warn }) {
  const { msgType, content } = message;
  if (msgType === "interactive") {
    return html`<${Card} state=${state} me=${me} message=${message} toast=${toast} warn=${warn} />`;
  }
  if (msgType === "text") return html`<${Words} text=${String(content.text ?? "")} message=${message} />`;
  if (msgType === "post") return html`<${Post} content=${content} message=${message} />`;
  if (msgType === "file") return html`<${File} content=${content} />`;
  if (msgType === "merge_forward") return html`<${Forwarded} state=${state} message=${message} />`;
  return html`<span class="other-kind">${KINDS[msgType] ?? msgType}</span>`;
}

const File = ({ content }) => html`
  <a class="file" href=${`/page/files/${content.file_key}`} download=${content.file_name}>
    <span class="file-kind">${(content.file_name ?? "").split(".").at(-1)}</span>
    <span>${content.file_name ?? KINDS.file}</span>
  </a>
`;

const Forwarded = ({ state, message }) => html`
  <b>合并转发</b>
  ${(message.forwarded ?? []).map((one) => html`<p>${speakerOf(state, one).name}：${summaryOf(one)}</p>`)}
`;

/** Text with its mentions marked. Everything people typed stays text. */
function Words({ text, message }) {
  return text.split(/(@_user_\d+|@_all)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const name = part === "@_all" ? "所有人" : message.mentions.find((one) => one.key === part)?.name;
    return name ? html`<span class="at">@${name}</span>` : part;
  });
}

const Post = ({ content, message }) => html`
  ${content.title && html`<b>${content.title}</b>`}
  ${content.content.map(
    (line) => html`
      <p>
        ${line.map((element) =>
          element.tag === "at"
            ? html`<${Words} text=${element.user_id} message=${message} />`
            : (element.text ?? KINDS[element.tag] ?? `[${element.tag}]`),
        )}
      </p>
    `,
  )}
`;
