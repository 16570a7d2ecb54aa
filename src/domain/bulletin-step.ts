/** 起草 → 送审 → 审核通过 → 签发; once signed it stays. */
export type BulletinState = "drafted" | "submitted" | "reviewed" | "signed";

export type BulletinStep = "edit" | "submit" | "return" | "review" | "sign";

const MAY: Record<BulletinStep, readonly BulletinState[]> = {
  edit: ["drafted", "submitted", "reviewed"],
  submit: ["drafted"],
  return: ["submitted", "reviewed"],
  review: ["submitted"],
  sign: ["reviewed"],
};

export const mayStep = (step: BulletinStep, state: BulletinState): boolean => MAY[step].includes(state);

/** Whose work a draft is, by open_id: all who have edited it, and who has submitted it last. */
export interface DraftHands {
  editors: readonly string[];
  submitter: string | null;
}

/** 四眼: who has edited or submitted a draft does not review it, not even alone in the office. */
export const mayReview = (reviewer: string, { editors, submitter }: DraftHands): boolean =>
  submitter !== reviewer && !editors.includes(reviewer);
