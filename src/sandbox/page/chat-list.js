import { html } from "preact";
import { Avatar, Badge } from "./avatar.js";
import { briefly } from "./dates.js";
import { chatName, messagesOf, now, speakerOf, summaryOf } from "./state.js";

export function ChatList({ state, me, chats, chat, open, unread }) {
  const person = state.people.get(me);
  return html`
    <aside class="chats">
      <div class="self">
        <${Avatar} id=${me} name=${person.name} />
        <div><b>${person.name}</b><small>${person.role}</small></div>
      </div>
      <ul>
        ${chats.map(
          (one) => html`
            <li key=${one.chatId ?? "private"}>
              <${Entry} state=${state} one=${one} chosen=${one === chat} open=${open} unread=${unread(me, one.chatId)} />
            </li>
          `,
        )}
      </ul>
    </aside>
  `;
}

function Entry({ state, one, chosen, open, unread }) {
  const last = messagesOf(state, one.chatId).at(-1);
  const name = chatName(state, one);
  const speaker = last && one.type === "group" ? `${speakerOf(state, last).name}：` : "";
  const line = last ? speaker + summaryOf(last) : one.type === "p2p" ? "跟靠谱说句话试试" : "还没有消息";
  return html`
    <button class=${chosen ? "chat chosen" : "chat"} aria-current=${chosen} onClick=${() => open(one)}>
      <${Avatar} id=${one.chatId ?? "bot"} name=${name} group=${one.type === "group"} bot=${one.type === "p2p"} />
      <span class="lines">
        <span class="first">
          <b>${name.replace("（外部）", "")}</b>
          ${one.external && html`<em class="label external">外部</em>`}
          ${one.type === "p2p" && html`<em class="label">机器人</em>`}
          ${one.disbanded && html`<em class="label gone">已解散</em>`}
          <time>${last ? briefly(last.createTime, now(state)) : ""}</time>
        </span>
        <span class="second"><span>${line}</span><${Badge} count=${unread} /></span>
      </span>
    </button>
  `;
}
