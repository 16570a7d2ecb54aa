/** A message that one command answers although it does not begin with the command's word. */
export interface Wish {
  command: string;
  /** matched against the whole message with names masked (\ue000 for a project's, \ue001 for a unit's) */
  words: RegExp;
}

/** The first that fits decides; each must be so narrow that no report, problem or small talk fits it. */
export const WISHES: readonly Wish[] = [];
