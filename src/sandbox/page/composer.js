import { html, useEffect, useRef, useState } from "preact";
import { say } from "./server.js";
import { speakerOf, summaryOf } from "./state.js";

/** Where one types. Enter sends, Shift+Enter starts a line; in a group the bot is addressed unless switched off. */
export function Composer({ state, me, chat, replyTo, endReply, sent, warn }) {
  const [text, setText] = useState("");
  const [toBot, setToBot] = useState(true);
  const [busy, setBusy] = useState(false);
  const field = useRef(null);
  const group = chat.type === "group";
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  const send = async () => {
    if (text.trim() === "" || busy || chat.chatId === null) return;
    setBusy(true);
    try {
      const saying = { from: me, chat: chat.chatId, text, mentionBot: group && toBot && chat.hasBot };
      await say(replyTo ? { ...saying, replyTo: replyTo.messageId } : saying);
      setText("");
      endReply();
      sent();
    } catch (error) {
      warn(error);
    } finally {
      setBusy(false);
      field.current?.focus();
    }
  };
  const onKeyDown = (event) => {
    // While an input method shows its candidates, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  if (chat.disbanded) return html`<footer class="composer closed">群已解散，不能再发消息。</footer>`;
  return html`
    <footer class="composer">
      ${
        replyTo &&
        html`
          <div class="replying">
            <span>回复 ${speakerOf(state, replyTo).name}：${summaryOf(replyTo)}</span>
            <button aria-label="不回复了" onClick=${endReply}>✕</button>
          </div>
        `
      }
      <div class="field">
        <textarea
          ref=${field}
          rows=${Math.min(8, Math.max(1, text.split("\n").length))}
          placeholder=${group ? `发到 ${chat.name}` : `发给 ${state.bot.name}`}
          aria-label="消息"
          value=${text}
          onInput=${(event) => setText(event.target.value)}
          onKeyDown=${onKeyDown}
        ></textarea>
        <div class="tools">
          ${
            group &&
            chat.hasBot &&
            html`
              <button
                class=${toBot ? "mention on" : "mention"}
                aria-pressed=${toBot}
                title=${toBot ? "这条消息会 @靠谱；点一下改为不 @" : "这条消息不 @靠谱，它听不到；点一下改为 @"}
                onClick=${() => setToBot(!toBot)}
              >
                @${state.bot.name}
              </button>
            `
          }
          <span class="hint">Enter 发送，Shift+Enter 换行</span>
          <button class="send" disabled=${text.trim() === "" || busy} onClick=${send}>发送</button>
        </div>
      </div>
    </footer>
  `;
}
