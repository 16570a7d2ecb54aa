import { grantOf } from "../domain/acts.js";
import type { Click, ClickAnswer } from "./command.js";
import { officeContact, roleOf } from "./permissions.js";
import { refusedClick } from "./refuse.js";
import type { Turn } from "./turn.js";

/** A button that is the person's own, or the office's: what others get to see; null when it may be used. */
export async function notYours(turn: Turn, click: Click, what: string): Promise<ClickAnswer | null> {
  const isOwn = turn.speaker.openId === click.owner;
  if (isOwn || grantOf("entry.undo", roleOf(turn.speaker)) === "yes") return null;
  const owner = click.owner === null ? null : await turn.tx.people.find(click.owner);
  const contact = await officeContact(turn.tx);
  const isNamed = !owner || contact.includes(owner.name);
  const sentence = `这个按钮请填报人自己或推进办来点：${isNamed ? "" : `${owner.name}，或`}${contact}`;
  return refusedClick(turn, { code: "not-your-button", sentence }, what);
}
