const LABEL = "卡点：";

/** 卡点: what hinders a project is kept in words, as a note that says so at its beginning. */
export const asObstacle = (words: string): string => `${LABEL}${words}`;

/** The words of a note that says what hinders; null for any other note. */
export function obstacleIn(note: string): string | null {
  return note.startsWith(LABEL) ? note.slice(LABEL.length) : null;
}
