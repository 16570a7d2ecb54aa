import { html, useState } from "preact";
import { forward } from "./server.js";

/** Sends the chosen messages to the bot in private, merged into one, and shows that chat. */
export function Forwarding({ state, me, picked, end, open, warn }) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { chatId } = await forward(me, picked);
      end();
      open({ chatId });
    } catch (error) {
      warn(error);
    } finally {
      setBusy(false);
    }
  };
  return html`
    <div class="forwarding">
      <span>已选 ${picked.length} 条消息</span>
      <button onClick=${end}>取消</button>
      <button class="send" disabled=${busy} onClick=${send}>合并转发给${state.bot.name}（私聊）</button>
    </div>
  `;
}
