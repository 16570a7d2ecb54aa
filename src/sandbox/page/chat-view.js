import { html, useEffect, useLayoutEffect, useRef, useState } from "preact";
import { Avatar } from "./avatar.js";
import { Composer } from "./composer.js";
import { fullDate, sameDay } from "./dates.js";
import { Forwarding } from "./forwarding.js";
import { MessageRow } from "./message-row.js";
import { chatName, messagesOf } from "./state.js";

/** Nearer to the end than this, new messages scroll into view by themselves. */
const AT_END_PX = 120;
const GAP_PX = 8;

/** How far down in the scrolled view something begins. */
const topOf = (element, view) => element.offsetTop - view.offsetTop;

export function ChatView({ state, me, chat, open, back, toast, warn }) {
  const [replyTo, setReplyTo] = useState(null);
  const [picked, setPicked] = useState([]);
  const pick = ({ messageId }) =>
    setPicked((ids) =>
      ids.includes(messageId) ? ids.filter((id) => id !== messageId) : [...ids, messageId],
    );
  const messages = messagesOf(state, chat.chatId);
  const list = useRef(null);
  const atEnd = useRef(true);
  const changes = messages.reduce((sum, message) => sum + message.patches, messages.length);
  useLayoutEffect(() => {
    const view = list.current;
    const last = view.lastElementChild;
    if (!atEnd.current || !last) return;
    // Of what is taller than the view the beginning shows: one reads from there.
    const isTall = last.offsetHeight > view.clientHeight;
    view.scrollTo({ top: isTall ? topOf(last, view) - GAP_PX : view.scrollHeight });
  }, [changes]);
  useEffect(() => {
    // A private chat shows before it exists: it is made as soon as it is looked at.
    if (chat.chatId === null) open(chat);
  }, [chat.chatId]);
  const onScroll = ({ target }) => {
    const left = target.scrollHeight - target.scrollTop - target.clientHeight;
    const last = target.lastElementChild;
    atEnd.current =
      left < AT_END_PX || (last && topOf(last, target) < target.scrollTop + target.clientHeight);
  };
  const name = chatName(state, chat);
  const group = chat.type === "group";
  return html`
    <section class="chat-view" aria-label=${name}>
      <header>
        <button class="back" aria-label="回到列表" onClick=${back}>‹</button>
        <${Avatar} id=${chat.chatId ?? ""} name=${name} group=${group} bot=${!group} />
        <div>
          <h1>${name.replace("（外部）", "")} ${chat.external && html`<em class="label external">外部</em>`}</h1>
          <small>${group ? membersLine(state, chat) : "机器人 · 只有你和它"}</small>
        </div>
      </header>
      <div class="messages" ref=${list} onScroll=${onScroll}>
        ${messages.length === 0 && html`<${Welcome} group=${group} />`}
        ${messages.map(
          (message, index) => html`
            ${
              (index === 0 || !sameDay(messages[index - 1].createTime, message.createTime)) &&
              html`<div class="day" key=${`day ${message.messageId}`}>${fullDate(message.createTime)}</div>`
            }
            <${MessageRow}
              key=${message.messageId}
              state=${state}
              me=${me}
              message=${message}
              reply=${setReplyTo}
              pick=${group ? pick : undefined}
              picked=${picked.includes(message.messageId)}
              toast=${toast}
              warn=${warn}
            />
          `,
        )}
      </div>
      ${
        picked.length > 0 &&
        html`<${Forwarding} state=${state} me=${me} picked=${picked} end=${() => setPicked([])} open=${open} warn=${warn} />`
      }
      <${Composer}
        state=${state}
        me=${me}
        chat=${chat}
        replyTo=${replyTo}
        endReply=${() => setReplyTo(null)}
        sent=${() => {
          atEnd.current = true;
        }}
        warn=${warn}
      />
    </section>
  `;
}

function membersLine(state, chat) {
  const names = chat.members.map((openId) => state.people.get(openId)?.name).filter(Boolean);
  if (chat.hasBot) names.push(state.bot.name);
  return `${names.length} 人：${names.join("、")}`;
}

const Welcome = ({ group }) => html`
  <div class="welcome">
    <img src="icon.svg" alt="" />
    <p>${group ? "在群里 @靠谱，用自己的话说进度就行。" : "单独跟靠谱说，不用 @。"}</p>
    <p class="examples">比如：“武宁路形象进度 65%”“哪些滞后”“帮助”</p>
  </div>
`;
