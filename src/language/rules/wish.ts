/** A message that one command answers although it does not begin with the command's word. */
export interface Wish {
  command: string;
  /** matched against the whole message with names masked (\ue000 for a project's, \ue001 for a unit's) */
  words: RegExp;
  /** not where the words report or ask something as they stand */
  onlyIfNothing?: true;
}
