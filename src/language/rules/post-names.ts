/** Names of what the bot posts by itself that mean nothing else: 滞后摘要改到周三 can only be about the post. */
export const PLAIN_POSTS: readonly string[] = [
  "推进会提醒",
  "未排会提醒",
  "滞后摘要",
  "漏报清单",
  "通报草稿",
  "调休日历提醒",
  "年末结转提醒",
  "催报提醒",
  "领导简报",
];

/** Names that are also words of the work: 报送进度, 节点到期. Beside 别发 they are the post's. */
export const WORDY_POSTS: readonly string[] = [
  "月度通报",
  "报送进度",
  "月度关账",
  "月度通报",
  "节点到期",
  "问题到期",
  "容缺补件",
];
