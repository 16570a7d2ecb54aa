import { draftCard, draftTitle } from "../../cards/bulletin/draft-card.js";
import { signedCard } from "../../cards/bulletin/published-card.js";
import { type Block, type Button, buttons, type CardView, text } from "../../cards/card.js";
import { typed } from "../../cards/typed.js";
import type { Act } from "../../domain/acts.js";
import { bulletinNumber } from "../../domain/bulletin.js";
import { type BulletinStep, mayStep } from "../../domain/bulletin-step.js";
import type { Period } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import { may } from "../permissions.js";
import type { PostTurn } from "../post.js";
import { postsFrom } from "../posting-time.js";
import type { Turn } from "../turn.js";
import { changedSinceSigned, type Unkept } from "./draft.js";
import { nextNumber } from "./next-number.js";
import { goesOutWords, leftOutWords, recipientsOf, whenWords } from "./publish.js";

/** What a card of a bulletin is drawn from again. */
export interface BulletinModel {
  month: Period;
  id: number;
  /** as the card shows it: what was changed since is looked at first */
  revision: number;
}

export interface Drawn {
  card: CardView;
  model: BulletinModel;
}

/** Somebody's turn, or the bot's own: then everybody's buttons are shown. */
type Drawing = Turn | PostTurn;

const allows = (turn: Drawing, act: Act): boolean => !("speaker" in turn) || may(turn, act);

export const modelOf = ({ month, id, revision }: BulletinRecord): BulletinModel => ({ month, id, revision });

/** What a card shows, as it is kept now; null where it was dropped. */
export async function bulletinOn({ tx }: Pick<Turn, "tx">, model: unknown): Promise<BulletinRecord | null> {
  return tx.bulletins.find((model as BulletinModel).id);
}

/** A draft, with the buttons of the steps that come next. */
export async function drawDraft(
  turn: Drawing,
  draft: BulletinRecord,
  ...said: readonly string[]
): Promise<Drawn> {
  return { card: await faceOf(turn, draft, ...said), model: modelOf(draft) };
}

/** What a draft looks like; one that is not kept has no buttons that work. */
export async function faceOf(turn: Drawing, draft: Unkept, ...said: readonly string[]): Promise<CardView> {
  const { year, number } = await nextNumber(turn);
  const next = bulletinNumber(year, number);
  const goesOut = mayStep("sign", draft.state) ? await goingOut(turn) : "";
  const step = (does: BulletinStep, act: Act, button: Omit<Button, "does">): Button[] =>
    mayStep(does, draft.state) && allows(turn, act) ? [{ ...button, does }] : [];
  const shown = [
    ...step("sign", "bulletin.sign", {
      label: "签发",
      look: "primary",
      confirm: {
        title: `签发${draftTitle(draft).replace("草稿", "")}？`,
        text: `编为${next}，${goesOut}签发后不能再改，有错另出更正通报。`,
      },
    }),
    ...step("review", "bulletin.review", { label: "审核通过", look: "primary" }),
    ...step("submit", "bulletin.draft", { label: "送审", look: "primary" }),
    ...step("edit", "bulletin.draft", { label: "编辑" }),
    ...step("return", "bulletin.sign", { label: "退回修改" }),
    { label: "下载草稿", does: "download" },
    ...(draft.corrects !== null && allows(turn, "bulletin.draft")
      ? [{ label: "作废草稿", look: "danger" as const, does: "drop" }]
      : []),
  ];
  return draftCard(draft, { now: turn.now, said, buttons: shown, next });
}

/** A bulletin with nothing left to do on its card: somebody else has done it. */
export async function drawSettled(turn: Turn, record: BulletinRecord, said: string): Promise<Drawn> {
  const { now } = turn;
  const { year, number } = await nextNumber(turn);
  const card =
    record.state === "signed"
      ? signedCard(record, { said, changed: [], more: [], now })
      : draftCard(record, { now, said: [said], buttons: [], next: bulletinNumber(year, number) });
  return { card, model: modelOf(record) };
}

async function goingOut({ tx, now }: Drawing): Promise<string> {
  const goesOutAt = postsFrom(now);
  const recipients = await recipientsOf(tx, goesOutAt);
  return `${goesOutWords(now, goesOutAt, recipients)}。${leftOutWords(recipients)}`;
}

/** differences that the card names; the 更正通报 has all */
const MOST = 8;

/** What was signed; where figures were put right since, what, and how to put it right in a document of its own. */
export async function drawSigned(
  turn: Turn,
  signed: BulletinRecord,
  { isHandedOut = false, said = null }: { isHandedOut?: boolean; said?: string | null } = {},
): Promise<Drawn> {
  const isOffice = allows(turn, "bulletin.sign");
  const changed = isOffice ? await changedSinceSigned(turn, signed) : [];
  const blocks: Block[] = [];
  if (changed.length > 0) {
    const lines = changed.slice(0, MOST).map((one) => typed(one, 200));
    const more = changed.length > MOST ? ["……"] : [];
    blocks.push(text([`**签发后有更正：${changed.length}个项目**`, ...lines, ...more].join("\n")));
  }
  const shown: Button[] = [
    ...(changed.length > 0 && allows(turn, "bulletin.draft")
      ? [{ label: "出更正通报", look: "primary" as const, does: "correct" }]
      : []),
    ...(isHandedOut ? [] : [{ label: "下载文件", does: "download" }]),
  ];
  const more = shown.length > 0 ? [buttons(...shown)] : [];
  const view = { said: said ?? stillToCome(signed, turn.now), changed: blocks, more, now: turn.now };
  return { card: signedCard(signed, view), model: modelOf(signed) };
}

/** Signed in the night or on a day of rest: when the groups get it. */
const stillToCome = ({ goesOutAt }: BulletinRecord, now: number): string | null =>
  goesOutAt !== null && goesOutAt > now ? `${whenWords(now, goesOutAt)}发到各群。` : null;
