/** What the page knows, and how a change of the sandbox alters it. Plain functions, no drawing. */

/** `clock` keeps the sandbox's time as a distance from this browser's. */
export function fromServer(answer) {
  return {
    bot: answer.bot,
    appId: answer.appId,
    isKept: answer.isKept,
    clockOffset: answer.now - Date.now(),
    people: new Map(answer.people.map((person) => [person.openId, person])),
    chats: new Map(answer.chats.map((chat) => [chat.chatId, chat])),
    messages: new Map(answer.messages.map((message) => [message.messageId, message])),
  };
}

export function withChange(state, change) {
  if (change.kind === "clock") return { ...state, clockOffset: change.now - Date.now() };
  if (change.kind === "message") return replaced(state, "messages", change.message.messageId, change.message);
  if (change.kind === "chat") return replaced(state, "chats", change.chat.chatId, change.chat);
  if (change.kind === "person") return replaced(state, "people", change.person.openId, change.person);
  return state;
}

function replaced(state, part, key, value) {
  return { ...state, [part]: new Map(state[part]).set(key, value) };
}

export const now = (state) => Date.now() + state.clockOffset;

/** The chats a person sees, the private chat with the bot first; it may not exist yet. */
export function chatsOf(state, me) {
  const mine = [...state.chats.values()].filter((chat) => chat.members.includes(me));
  const own = mine.find((chat) => chat.type === "p2p") ?? { chatId: null, type: "p2p", members: [me] };
  return [own, ...mine.filter((chat) => chat.type === "group")];
}

export const chatName = (state, chat) => (chat.type === "p2p" ? state.bot.name : chat.name);

export function messagesOf(state, chatId) {
  return [...state.messages.values()].filter((message) => message.chatId === chatId);
}

/** Who spoke, as one draws them. */
export function speakerOf(state, message) {
  if (message.sender.id === state.appId) return { id: state.bot.openId, name: state.bot.name, bot: true };
  const person = state.people.get(message.sender.id);
  if (person) return { id: person.openId, name: person.name, bot: false };
  return { id: message.sender.id, name: "其他应用", bot: message.sender.type === "app" };
}

export function nameOf(state, openId) {
  if (openId === state.bot.openId) return state.bot.name;
  return state.people.get(openId)?.name ?? openId;
}

/** A line for the chat list and for quotes. */
export function summaryOf(message) {
  if (message.recalled) return "撤回了一条消息";
  const { msgType, content } = message;
  if (msgType === "text") return withNames(message, String(content.text ?? ""));
  if (msgType === "interactive") return `[卡片] ${content.header?.title?.content ?? ""}`;
  if (msgType === "post") return content.title || "[富文本]";
  if (msgType === "file") return `[文件] ${content.file_name ?? ""}`;
  return KINDS[msgType] ?? `[${msgType}]`;
}

export const KINDS = {
  image: "[图片]",
  file: "[文件]",
  audio: "[语音]",
  media: "[视频]",
  sticker: "[表情]",
  merge_forward: "[合并转发]",
};

function withNames(message, text) {
  const named = message.mentions.reduce((rest, one) => rest.replaceAll(one.key, `@${one.name}`), text);
  return named.replaceAll("@_all", "@所有人");
}
