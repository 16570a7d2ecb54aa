import { html, render, useCallback, useEffect, useState } from "preact";
import { ChatList } from "./chat-list.js";
import { ChatView } from "./chat-view.js";
import { ClockBar } from "./clock-bar.js";
import { PeopleRail } from "./people-rail.js";
import * as server from "./server.js";
import * as sandbox from "./state.js";
import { Toasts, useToasts } from "./toast.js";

const remembered = (key, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
};

/** State that outlives a reload of the page. */
function useRemembered(key, otherwise) {
  const [value, set] = useState(() => remembered(key, otherwise));
  useEffect(() => localStorage.setItem(key, JSON.stringify(value)), [key, value]);
  return [value, set];
}

/** The sandbox's state, kept fresh; null until it is there. After a lost line everything is fetched anew. */
function useSandbox(warn) {
  const [state, setState] = useState(null);
  const [online, setOnline] = useState(true);
  const reload = useCallback(() => {
    server.load().then((answer) => setState(sandbox.fromServer(answer)), warn);
  }, [warn]);
  useEffect(() => {
    const onChange = (change) => setState((before) => before && sandbox.withChange(before, change));
    const onLine = (standing) => {
      setOnline(standing);
      if (standing) reload();
    };
    return server.follow(onChange, onLine);
  }, [reload]);
  return { state, online };
}

/** How many messages of others each person has not seen; kept is how many there were at the last look. */
function useUnread(state, me, openChatId) {
  const [seen, setSeen] = useRemembered("seen", {});
  const ofOthers = (person, chatId) =>
    chatId ? sandbox.messagesOf(state, chatId).filter((message) => message.sender.id !== person).length : 0;
  const openCount = state ? ofOthers(me, openChatId) : 0;
  useEffect(() => {
    if (openChatId && openCount > 0) setSeen((before) => ({ ...before, [`${me} ${openChatId}`]: openCount }));
  }, [me, openChatId, openCount, setSeen]);
  return (person, chatId) => {
    if (person === me && chatId === openChatId) return 0;
    return Math.max(0, ofOthers(person, chatId) - (seen[`${person} ${chatId}`] ?? 0));
  };
}

function Page() {
  const { toasts, toast } = useToasts();
  const warn = useCallback((error) => toast({ type: "error", content: error.message }), [toast]);
  const { state, online } = useSandbox(warn);
  const [me, setMe] = useRemembered("me", null);
  const [opened, setOpened] = useRemembered("opened", {});
  const [listShown, setListShown] = useState(true);

  const known = state && (state.people.has(me) ? me : [...state.people.keys()][0]);
  const chats = state ? sandbox.chatsOf(state, known) : [];
  const chat =
    chats.find((one) => one.chatId !== null && one.chatId === opened[known]) ?? chats[1] ?? chats[0];
  const unread = useUnread(state, known, chat?.chatId);
  if (!state) return html`<${Toasts} toasts=${toasts} />`;

  const open = async (chosen) => {
    try {
      const chatId = chosen.chatId ?? (await server.openPrivateChat(known)).chatId;
      setOpened((before) => ({ ...before, [known]: chatId }));
      setListShown(false);
    } catch (error) {
      warn(error);
    }
  };
  const unreadOf = (openId) =>
    sandbox.chatsOf(state, openId).reduce((sum, one) => sum + unread(openId, one.chatId), 0);

  return html`
    <div class=${`page ${listShown ? "shows-list" : "shows-chat"}`}>
      <header class="top">
        <div class="brand"><img src="icon.svg" alt="" /><b>靠谱</b><span>本机沙盒</span></div>
        <p class="notice">
          这里的人、群和数据都是演示，不会发到真实的飞书。
          <span class="reset">
            ${state.isKept ? html`想从头来：停下程序，运行 <code>npm run sandbox:reset</code>` : "停下程序后内容全部忘掉。"}
          </span>
        </p>
        <${ClockBar} state=${state} warn=${warn} />
      </header>
      ${!online && html`<div class="offline" role="alert">与沙盒的连接断开了，正在重连……</div>`}
      <main>
        <${PeopleRail} state=${state} me=${known} choose=${setMe} unreadOf=${unreadOf} />
        <${ChatList} state=${state} me=${known} chats=${chats} chat=${chat} open=${open} unread=${unread} />
        <${ChatView}
          key=${`${known} ${chat.chatId}`}
          state=${state}
          me=${known}
          chat=${chat}
          open=${open}
          back=${() => setListShown(true)}
          toast=${toast}
          warn=${warn}
        />
      </main>
      <${Toasts} toasts=${toasts} />
    </div>
  `;
}

render(html`<${Page} />`, document.body);
