import type { Feature } from "write-excel-file/node";

/** A4, in the numbering of spreadsheet programs. */
const A4 = 9;

const MORE: Record<string, Record<string, number>> = {
  // inches
  pageMargins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
  pageSetup: { paperSize: A4, fitToWidth: 1, fitToHeight: 0 },
};

/**
 * A sheet prints one page wide and as many long as it takes, with its first rows on each.
 *
 * @param sheet its name, of letters and characters alone
 */
export const printSetup = <Content>(sheet: string, headRows: number): Feature<Content> => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) =>
          xml.replace("<sheetViews", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
        transformElementAttributes: (tag, attributes) => ({ ...attributes, ...MORE[tag] }),
      },
      "xl/workbook.xml": {
        transform: (xml) =>
          xml.replace(
            /<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/,
            `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$$1:$$${headRows}</definedName></definedNames>`,
          ),
      },
    },
  },
});
