import { type Registration, registrationIn } from "../../src/domain/tax.js";

interface TaxSaid {
  /** 总包单位 as typed; empty where none is named */
  contractor: string;
  registration: Registration | null;
}

/** `中建三局 外区`, `总包是上海建工，在本区注册`: what stands behind the project's name. */
export function readTax(words: string): TaxSaid {
  const read = registrationIn(words);
  const contractor = (read?.rest ?? words)
    .replace(/总包(?:单位)?[:：是为]?|施工单位[:：是为]?|注册/g, " ")
    .replace(/^[\s,，、。:：;；是为由]+|[\s,，、。:：;；在]+$/g, "")
    .trim();
  return { contractor, registration: read?.registration ?? null };
}
