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

/** Who edits does not review, as long as there is somebody else in the office. */
export const mayReview = (
  reviewer: string,
  { editedBy, office }: { editedBy: string | null; office: readonly string[] },
): boolean => editedBy !== reviewer || !office.some((each) => each !== reviewer);
