import { buttons, note, text } from "../../cards/card.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { mayArrangePosts } from "../permissions.js";
import { refused } from "../run-command.js";
import type { Turn } from "../turn.js";
import { received } from "./received.js";

/** 不想收到提醒了: which of those that come here, or only for some days? Nothing is changed. */
export async function askWhichToStop(turn: Turn): Promise<Answer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refused(turn, refusal, "退订");
  const on = (await received(turn)).filter(({ isOn }) => isOn);
  const here = turn.chat.type === "p2p" ? "您" : "本群";
  if (on.length === 0) return brief("没有改动", `${here}现在什么提醒都不收。`, "blue");
  return {
    card: {
      title: "不想收哪一个？",
      tone: "blue",
      blocks: [
        text(`还没有改动。${here}现在收这些，点哪个就退订哪个：`),
        buttons(...on.map(({ name }) => ({ label: name, does: "off", args: { name } }))),
        note("只想停几天，请发“静音 3天”；各是什么、什么时候发，请发“订阅列表”。"),
      ],
    },
  };
}
