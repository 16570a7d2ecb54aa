/** What cannot be taken from a message, for the person who sent it. */
export interface Unreadable {
  title: string;
  sentence: string;
}

const TITLE = "这类消息我读不了";
const TYPE_IT = "请打字告诉我，如“武宁路 形象进度65%”。";

/** What the platform's kinds of message are called where they are answered. */
const KINDS: Record<string, string> = {
  sticker: "表情",
  image: "图片",
  audio: "语音",
  media: "视频",
  video: "视频",
  file: "文件",
  folder: "文件夹",
  location: "位置",
  share_chat: "群名片",
  share_user: "个人名片",
  interactive: "卡片",
  todo: "任务",
  calendar: "日程",
  general_calendar: "日程",
  share_calendar_event: "日程",
  vote: "投票",
  video_chat: "视频会议",
  hongbao: "红包",
  system: "系统消息",
};

const SENTENCES: Record<string, string> = {
  sticker: "表情我收到了，不过看不出进度。要报进度",
  audio: "语音我还听不了，没有记账。",
  media: "视频我还看不了，没有记账。",
  image: "图片里的字我还认不了，没有记账。",
  file: "文件我还打不开，没有记账。表格请复制单元格贴给我，别的",
  location: "位置我收到了，不过不知道说的是哪件事，没有记账。",
};

/** One sentence for a kind of message that has no text to read; for kinds, too, that are not known yet. */
export function unreadable(type: string): Unreadable {
  const kind = KINDS[type] ?? "这种消息";
  return { title: TITLE, sentence: `${SENTENCES[type] ?? `${kind}我还读不了，没有记账。`}${TYPE_IT}` };
}

/** 图片, for a sentence that speaks of a message somebody else sent. */
export const kindOf = (type: string): string => KINDS[type] ?? "我读不了的消息";
