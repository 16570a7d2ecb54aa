import { plain } from "../cards/typed.js";

/** characters of one paragraph or cell; a spreadsheet's cell takes 32,767 */
const MOST = 8000;

/** Typed words as they may stand in a document: no controls, nothing that turns or hides what stands beside it. */
export const printable = (text: string): string => plain(text, MOST);

/** What a spreadsheet program would take for a formula when the sheet is saved as text and opened again. */
const FORMULA = /^[=+\-@]/;

/** Typed words as they may stand in a cell: never a formula, whatever becomes of the file later. */
export function cellText(text: string): string {
  const words = printable(text);
  return FORMULA.test(words) ? `'${words}` : words;
}
