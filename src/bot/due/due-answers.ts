import type { DueAnswer } from "../../cards/due/due-card.js";

/** 延期＋原因: a new day and why, both needed. */
export const putOff = (says: string): DueAnswer => ({
  label: "延期",
  says,
  fields: [
    { name: "date", label: "延到哪天", hint: "如 10月20日", required: true },
    { name: "reason", label: "原因", hint: "如 征收未完", required: true },
  ],
});

/** A few words behind a fixed beginning. */
export const told = (label: string, hint: string, says: string, look?: "primary"): DueAnswer => ({
  label,
  says,
  ...(look ? { look } : {}),
  fields: [{ name: "words", label: hint, required: true, long: true }],
});

/** The day on which it was done. */
export const doneOn = (label: string, ask: string, says: string): DueAnswer => ({
  label,
  says,
  look: "primary",
  fields: [{ name: "doneDate", label: ask, hint: "如 9月20日", required: true }],
});
