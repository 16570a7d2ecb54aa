import type { CommandItem } from "../items.js";
import type { Scene } from "../scene.js";

/** The command that books, moves and calls off meetings, and tells when they are. */
const COMMAND = "排会";
const LONGEST = 40;
/** The meeting that the bot keeps; 专题会议 and 会议室 are others' matters. */
const MEETING =
  /推进会|(?<!专题|协调|调度|现场|党组|党委|常务|工作|部门|视频|电话)会议?(?:时间|地点)|(?<!专题|协调|调度|现场|党组|党委|常务|工作|部门|视频|电话)会议(?!室|纪要|材料|记录|精神|通知|桌|号)|(?:这|那|本|下|上)?(?:一)?[次个]会(?!议|员|计)|(?:[月日号]|(?<![昨前])天|[周期拜][一二三四五六日天])的会(?!议|员|计)|开会(?!的|用|员)/;
const ASKED =
  /什么时候|啥时候|何时|几时|几点|几号|几月|哪[一]?天|周几|星期几|在哪|哪里开|哪儿开|地点是|多久|谁(?:参加(?!了|过)|来(?=开会|参加|[啊呢\s]*(?:[?？]|$)))|(?:取消|推迟|延期|改期|改时间|开|定|排)(?:了|好)?[没吗]/;
/** The word alone asks for the next one; as the command's words it would book one. */
const ALONE = /^\s*推进会[\s呢?？。!！]*$/;
const CHANGED =
  /取消|不开了|改[到期在至成为]|改(?:个)?时间|换(?:到|成|个时间)|挪(?:到|至)|推迟|延期|延后|顺延|提前(?:到|至|\s?(?:[一二两三四五六七八九十半]|\d{1,2})个?(?:小时|钟头|天|周|星期))|往[前后](?:推|延|挪|移|提|调)|推后|后推|后延|调整?(?:到|至|为)/;
/** An announcement to people, or talk about a meeting. */
const NOT_FOR_THE_BOT =
  /大家|各位|各单位|请(?!问|把|帮|取消|将|改)|准时|通知|参会人|听说|记得|带上|打印|材料|汇报|讨论|要求|的事(?!项)|别催/;

/** 推进会什么时候开, 会议改到周五下午两点, 取消会议: plain words about the meeting, as the command reads them. */
export function readMeetingTalk({ masked, mentions, names, normal }: Scene): CommandItem | undefined {
  if (masked.length > LONGEST || masked.includes("\n") || !MEETING.test(masked)) return undefined;
  if (!names.commands.has(COMMAND) || mentions.some(({ projects }) => projects.length > 0)) return undefined;
  if (NOT_FOR_THE_BOT.test(masked)) return undefined;
  if (ALONE.test(masked)) return { intent: "command", name: COMMAND, text: normal.raw.trim() };
  if (!ASKED.test(masked) && !CHANGED.test(masked)) return undefined;
  const text = normal.raw.trim();
  return { intent: "command", name: COMMAND, rest: text, text };
}
