import { isOfWrite, withdrawSteps } from "../src/bot/action/withdraw.js";
import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { withdrawCredit } from "../src/bot/credit/take-back.js";
import type { RecallModel } from "../src/bot/group-life.js";
import { officeContact } from "../src/bot/permissions.js";
import { problemRepliedTo } from "../src/bot/problem/replied-to.js";
import { recalledClicks } from "../src/bot/recalled-clicks.js";
import { facesRepliedTo, writesRepliedTo } from "../src/bot/replied-to.js";
import { isLongAgo, quotedWrite } from "../src/bot/report/last-write.js";
import { takeBack, takeBackProblems } from "../src/bot/report/take-back.js";
import { serviceRepliedTo } from "../src/bot/service/replied-to.js";
import { withdrawService } from "../src/bot/service/withdraw-last.js";
import type { Turn } from "../src/bot/turn.js";
import { lastStep } from "../src/bot/undo/last-step.js";
import { otherChange, wholeOf } from "../src/bot/undo/other-change.js";
import { buttons, text } from "../src/cards/card.js";
import { STATES } from "../src/cards/problem/problem-words.js";
import { takenBackCard } from "../src/cards/taken-back-card.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";
import type { Write } from "../src/store/ledger.js";
import type { ProblemWrite } from "../src/store/problems.js";

const DAY = 24 * 3_600_000;

/** 撤销: takes back the speaker's own last step in this chat, or says how that is put right. */
export const undo: Command = {
  name: "撤销",
  aliases: ["撤回", "取消上一条"],
  topic: "报进度",
  summary: "撤销自己在本群最近一次填报",
  examples: ["撤销"],
  act: "report",
  run: (turn) => (turn.repliedTo === undefined ? lastUndone(turn) : repliedUndone(turn)),
  clicks: recalledClicks,
};

/** The last step of whatever kind is meant: an earlier one is never taken back in its place. */
async function lastUndone(turn: Turn): Promise<Answer> {
  const last = await lastStep(turn);
  if (!last) return nothing(turn);
  if (last.is === "change") return otherChange(turn, last.entry);
  if (last.is === "report") return reportTakenBack(turn, last.write);
  if (last.is === "problem") return problemTakenBack(turn, last.write);
  if (last.at < turn.now - DAY)
    return notUndone("最近一笔是一天以前记的，我没有动。要撤销，请点那张卡片上的“撤销”。");
  switch (last.is) {
    case "action": {
      const { writeId } = last.write;
      return withdrawSteps(turn, await turn.tx.actions.ofWrite(writeId), isOfWrite(writeId));
    }
    case "credit":
      return withdrawCredit(turn, last.credit);
    case "service":
      return (await withdrawService(turn, last.write)) ?? notUndone(GONE_ON);
  }
}

const GONE_ON = "后来有人接着办过了，我没有动。";

/** The report, problem or request that the message replies to. */
async function repliedUndone(turn: Turn): Promise<Answer> {
  const { tx, speaker } = turn;
  const service = await serviceRepliedTo(turn);
  if (service !== null) {
    const last = (await tx.services.events(service)).filter(({ undone }) => !undone).at(-1);
    return (last && (await withdrawService(turn, last))) ?? notUndone(GONE_ON);
  }
  const problem = await lastProblemRepliedTo(turn);
  if (problem) return problemTakenBack(turn, problem);
  const meant = await writesRepliedTo(turn);
  if (meant?.length === 0) return notUndone("您回复的那一条没有记着的账，或已经撤销了，我没有动。");
  const [write] = meant ?? [];
  if (meant && (meant.length > 1 || write?.saidBy !== speaker.openId))
    return notUndone("您回复的那一条不是您一次报的，我没有动。要撤销，请点那张卡片上的“撤销”。");
  if (write) return reportTakenBack(turn, write);
  if ((await facesRepliedTo(turn)).length > 0)
    return notUndone("您回复的那一条不是填报，我没有动。要撤销或改回，请点那张卡片上的按钮。");
  return lastUndone(turn);
}

async function reportTakenBack(turn: Turn, write: Write): Promise<Answer> {
  const whole = await wholeOf(turn, write);
  if (whole) return otherChange(turn, whole);
  if (isLongAgo(turn, write)) return surely(turn, write);
  const taken = await takeBack(turn, write);
  if (!taken && (await turn.tx.problems.ofWrite(write.writeId)).length > 0)
    return notUndone("这一条登记的问题后来有人接着办了，我没有动；解决了请说“#编号 已解决，申请销号”。");
  if (!taken) return nothing(turn);
  const card = takenBackCard(taken, dayOf(turn.now), turn.sight.money);
  const title = taken.length > 1 ? `已撤销 ${taken.length} 个项目` : card.title;
  return {
    card: { ...card, title, blocks: [text(`撤销了${typed(quotedWrite(turn, write))}`), ...card.blocks] },
  };
}

/** What was last written of problems alone, where its card is replied to. */
async function lastProblemRepliedTo(turn: Turn): Promise<ProblemWrite | null> {
  const { tx, chat, speaker } = turn;
  const last = await tx.problems.lastWrite(chat.chatId, speaker.openId);
  if (!last || (await tx.ledger.write(last.writeId))) return null;
  const meant = await problemRepliedTo(turn);
  return meant !== null && (await tx.problems.ofWrite(last.writeId)).includes(meant) ? last : null;
}

async function problemTakenBack(turn: Turn, write: ProblemWrite): Promise<Answer> {
  if (write.saidAt < turn.now - DAY)
    return notUndone("最近一笔是一天以前办的问题，我没有动。要撤销，请点那张卡片上的“撤销”。");
  const taken = await takeBackProblems(turn, write);
  if (taken.length === 0) return notUndone("后来有人接着办过了，我没有动。");
  const names = taken.map(({ number }) => `#${number}`).join("、");
  const left = taken.flatMap((one) => (one.left ? `#${one.number} 现在是${STATES[one.left.state]}` : []));
  const lines = [`撤销了您刚才对${names}的办理。`, ...left];
  return brief(`已撤销 ${names}`, typed(lines.join("")), "green");
}

/** Whatever was meant, it was not the last report: the speaker is told, and nothing is taken back. */
function notUndone(sentence: string): Answer {
  return brief("没有撤销", sentence);
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
  return brief(
    "没有可撤销的填报",
    `您在这里还没有填报，或都已撤销。要撤销别人的填报，请找${typed(contact)}。`,
  );
}
