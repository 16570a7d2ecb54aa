import { withdrawLastDecided } from "../src/bot/action/withdraw.js";
import type { Answer, Command } from "../src/bot/command.js";
import type { RecallModel } from "../src/bot/group-life.js";
import { officeContact } from "../src/bot/permissions.js";
import { problemRepliedTo } from "../src/bot/problem/replied-to.js";
import { writesRepliedTo } from "../src/bot/replied-to.js";
import { isLongAgo, quotedWrite } from "../src/bot/report/last-write.js";
import { takeBack, takeBackProblems } from "../src/bot/report/take-back.js";
import { withdrawLastAsked } from "../src/bot/service/withdraw-last.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, text } from "../src/cards/card.js";
import { STATES } from "../src/cards/problem/problem-words.js";
import { takenBackCard } from "../src/cards/taken-back-card.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";
import type { Write } from "../src/store/ledger.js";
import type { ProblemWrite } from "../src/store/problems.js";
import { recalled } from "./recalled.js";

const DAY = 24 * 3_600_000;

/** 撤销: takes back the speaker's own last write in this chat. */
export const undo: Command = {
  name: "撤销",
  aliases: ["撤回", "取消上一条"],
  topic: "报进度",
  summary: "撤销自己在本群最近一次填报",
  examples: ["撤销"],
  act: "report",
  async run(turn) {
    const decided = await withdrawLastDecided(turn);
    if (decided) return decided;
    const asked = await withdrawLastAsked(turn);
    if (asked) return asked;
    const problem = await lastProblemWrite(turn);
    if (problem) return problemTakenBack(turn, problem);
    const meant = await writesRepliedTo(turn);
    if (meant?.length === 0) return notUndone("您回复的那一条没有记着的账，或已经撤销了，我没有动。");
    if (meant && (meant.length > 1 || meant[0]?.saidBy !== turn.speaker.openId))
      return notUndone("您回复的那一条不是您一次报的，我没有动。要撤销，请点那张卡片上的“撤销”。");
    const write = meant?.[0] ?? (await turn.tx.ledger.lastWrite(turn.chat.chatId, turn.speaker.openId));
    if (write && isLongAgo(turn, write)) return surely(turn, write);
    const taken = write && (await takeBack(turn, write));
    if (write && !taken && (await turn.tx.problems.ofWrite(write.writeId)).length > 0)
      return notUndone("这一条登记的问题后来有人接着办了，我没有动；解决了请说“#编号 已解决，申请销号”。");
    if (!write || !taken) return nothing(turn);
    const card = takenBackCard(taken, dayOf(turn.now), turn.sight.money);
    const title = taken.length > 1 ? `已撤销 ${taken.length} 个项目` : card.title;
    return {
      card: { ...card, title, blocks: [text(`撤销了${typed(quotedWrite(turn, write))}`), ...card.blocks] },
    };
  },
  ...(recalled.clicks ? { clicks: recalled.clicks } : {}),
};

/** What was last written of problems alone; null where a report came after it, or another card is replied to. */
async function lastProblemWrite(turn: Turn): Promise<ProblemWrite | null> {
  const { tx, chat, speaker, repliedTo } = turn;
  const last = await tx.problems.lastWrite(chat.chatId, speaker.openId);
  if (!last || (await tx.ledger.write(last.writeId))) return null;
  const meant = repliedTo === undefined ? null : await problemRepliedTo(turn);
  if (repliedTo !== undefined)
    return meant !== null && (await tx.problems.ofWrite(last.writeId)).includes(meant) ? last : null;
  const report = await tx.ledger.lastWrite(chat.chatId, speaker.openId);
  return report?.records.some(({ saidAt }) => saidAt > last.saidAt) ? null : last;
}

async function problemTakenBack(turn: Turn, write: ProblemWrite): Promise<Answer> {
  if (write.saidAt < turn.now - DAY)
    return notUndone("最近一笔是一天以前办的问题，我没有动。要撤销，请点那张卡片上的“撤销”。");
  const taken = await takeBackProblems(turn, write);
  if (taken.length === 0) return notUndone("后来有人接着办过了，我没有动。");
  const names = taken.map(({ number }) => `#${number}`).join("、");
  const left = taken.flatMap((one) => (one.left ? `#${one.number} 现在是${STATES[one.left.state]}` : []));
  const lines = [`撤销了您刚才对${names}的办理。`, ...left];
  return { card: { title: `已撤销 ${names}`, tone: "green", blocks: [text(typed(lines.join("")))] } };
}

/** Whatever was meant, it was not the last report: the speaker is told, and nothing is taken back. */
function notUndone(sentence: string): Answer {
  return { card: { title: "没有撤销", tone: "grey", blocks: [text(sentence)] } };
}

/** Nothing of long ago is taken back without a tap. */
function surely(turn: Turn, write: Write): Answer {
  const model: RecallModel = { writeIds: [write.writeId] };
  return {
    card: {
      title: "要撤销这一笔吗？",
      tone: "orange",
      blocks: [
        text(`最近一笔是${typed(quotedWrite(turn, write))}`),
        buttons({ label: "撤销这笔账", does: "undo", look: "primary" }, { label: "保留", does: "keep" }),
      ],
    },
    model,
  };
}

async function nothing(turn: Turn): Promise<Answer> {
  const contact = await officeContact(turn.tx);
  return {
    card: {
      title: "没有可撤销的填报",
      tone: "grey",
      blocks: [text(`您在这里还没有填报，或都已撤销。要撤销别人的填报，请找${typed(contact)}。`)],
    },
  };
}
