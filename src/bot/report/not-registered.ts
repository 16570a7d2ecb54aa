import { grantOf } from "../../domain/acts.js";
import { officeContact, type Refusal, roleOf } from "../permissions.js";
import type { Turn } from "../turn.js";

/** Who may write nothing at all hears so at once: a question answered would only lead there. */
export async function writesNothing({ tx, speaker }: Turn): Promise<Refusal | null> {
  if (grantOf("report", roleOf(speaker)) !== "no") return null;
  const contact = await officeContact(tx);
  if (roleOf(speaker) === "guest")
    return {
      code: "not-registered",
      sentence: `您还没有登记为填报人，没有记账。请找${contact}登记，登记后再报一次。`,
    };
  return {
    code: "leader-reads",
    sentence: `没有记账：领导只看不填，请让填报单位或${contact}来报。`,
  };
}
