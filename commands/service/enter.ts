import { brief } from "../../src/bot/brief.js";
import type { Answer } from "../../src/bot/command.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { readRequest } from "../../src/bot/service/read-service.js";
import type { ServiceModel } from "../../src/bot/service/replied-to.js";
import { spoken } from "../../src/bot/spoken.js";
import type { Turn } from "../../src/bot/turn.js";
import { serviceEcho } from "../../src/cards/service/service-card.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf } from "../../src/domain/day.js";
import { isPerson, withoutContacts } from "../../src/domain/service-privacy.js";

export const EXAMPLE = "如“诉求 国华人寿 希望加快规划许可 区规划资源局 9/30”";
export const PHONE_REMOVED = "电话、邮箱没有记：台账里不留个人联系方式。";

const LONGEST = 300;

/** `国华人寿 希望加快规划许可 区规划资源局 9/30`: registers what an enterprise asks for. */
export async function entered(turn: Turn, enterprise: string, said: string): Promise<Answer> {
  if (isPerson(enterprise))
    return notKept(`“${typed(enterprise, 20)}”像是个人，没有记。请写企业的名称，${EXAMPLE}。`);
  const { text: bare, isRemoved } = withoutContacts(said);
  const { words, unit, due } = readRequest(bare, turn.names, dayOf(turn.saidAt));
  if (words === "") return notKept(`没看出${typed(enterprise, 30)}要什么，没有记。请写上诉求，${EXAMPLE}。`);
  const known = (await turn.tx.services.list(false)).find(
    (one) => one.enterprise === enterprise && one.words === words,
  );
  if (known)
    return notKept(`已经登记过了，是诉${known.number}，没有再登记；有进展请说“诉${known.number} …”。`);
  const open = {
    is: "open" as const,
    enterprise,
    words: words.slice(0, LONGEST),
    ...(unit !== undefined && { unit }),
    ...(due !== undefined && { due }),
  };
  const service = await turn.tx.services.open({ change: open, ...spoken(turn) }, turn.now);
  await recordChanges(turn, {
    subject: "service",
    subjectId: `诉${service.number}`,
    what: "登记",
    from: null,
    to: `${enterprise} ${service.words}`,
  });
  const hint = isRemoved ? { hint: PHONE_REMOVED } : {};
  const card = serviceEcho(null, service, { now: turn.now, writeId: turn.writeId, ...hint });
  return { card, model: { service: service.number } satisfies ServiceModel };
}

export function notKept(sentence: string): Answer {
  return brief("没有记", sentence);
}
