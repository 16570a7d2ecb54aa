import type { Command } from "../src/bot/command.js";
import { officeContact, refusedAct, roleOf } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { allRightsCard, rightsCard } from "../src/cards/rights-card.js";
import { ACTS, type Act, type ActRole, fitsPlace, grantOf } from "../src/domain/acts.js";

const ROLE_NAMES: Record<ActRole, string> = {
  office: "推进办",
  leader: "领导",
  reporter: "填报",
  guest: "没有登记",
};

/** 权限: who may do what; everybody sees their own, the office the whole table. */
export const rights: Command = {
  name: "权限",
  aliases: ["我的权限", "我能做什么", "我可以做什么", "谁能做什么"],
  topic: "查项目",
  summary: "您在这里能做什么；推进办还能看全部",
  examples: ["权限", "我能做什么"],
  act: "look",
  async run(turn) {
    return { card: await ownCard(turn) };
  },
  clicks: {
    all: {
      repeats: true,
      async run(turn) {
        const refusal = await refusedAct(turn, "rights.look");
        if (refusal) return refusedClick(turn, refusal, "全部权限");
        return { toast: "好的", card: allRightsCard(Object.keys(ACTS) as Act[]) };
      },
    },
    own: { repeats: true, run: async (turn) => ({ toast: "好的", card: await ownCard(turn) }) },
  },
};

async function ownCard(turn: Turn): Promise<CardView> {
  const { speaker, chat } = turn;
  const role = roleOf(speaker);
  const acts = Object.keys(ACTS) as Act[];
  return rightsCard({
    who: [speaker.name, role === "guest" ? "" : (speaker.unit ?? ""), ROLE_NAMES[role]]
      .filter(Boolean)
      .join("　"),
    place: placeName(turn),
    acts: acts
      // The posts of a group are of no account in private, and the other way round.
      .filter((act) => act !== (chat.type === "p2p" ? "posts.arrange" : "posts.own"))
      .map((act) => ({ act, grant: grantOf(act, role), isHere: fitsPlace(act, chat) })),
    isOutside: chat.external,
    mayLookAtAll: (await refusedAct(turn, "rights.look")) === null,
    contact: await officeContact(turn.tx),
  });
}

function placeName({ chat }: Turn): string {
  if (chat.external) return chat.type === "group" ? "外部群" : "私聊";
  if (chat.type === "p2p") return "私聊";
  return chat.office ? "推进办内部群" : "内部群";
}
