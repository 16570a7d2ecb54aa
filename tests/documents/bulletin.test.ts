import JSZip from "jszip";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { bulletinDocx } from "../../src/documents/bulletin-docx.js";
import { bulletinXlsx } from "../../src/documents/bulletin-xlsx.js";
import { docxWords as words } from "../support/documents.js";
import { SAMPLE } from "./sample-bulletin.js";

const SIGNED = { ...SAMPLE, signed: { by: "陈主任", on: "2022-09-07" } };

describe("the bulletin as .docx", () => {
  it("holds its number, title, what it stands on, its parts and the table", async () => {
    const text = await words(await bulletinDocx(SAMPLE), "document");
    for (const expected of [
      "普桃推办通报〔2022〕8号",
      "2022年8月重大建设项目推进情况通报",
      "数据截至2022年9月5日",
      "快照2022-08-1，亮灯规则第1版",
      "一、总体情况",
      "低于时序进度（66.7%）8.5个百分点",
      "武宁路快速化改建工程",
      "15200",
    ])
      expect(text).toContain(expected);
  });

  it("says that it is a draft on every page until it is signed", async () => {
    expect(await words(await bulletinDocx(SAMPLE), "header")).toContain("草稿");
    expect(await words(await bulletinDocx(SAMPLE), "document")).toContain("签发：（待签发）");
    expect(await words(await bulletinDocx(SIGNED), "header")).not.toContain("草稿");
    expect(await words(await bulletinDocx(SIGNED), "document")).toContain("签发：陈主任");
  });

  it("takes typed words as words: markup does not become structure, marks that turn the text are gone", async () => {
    const text = await words(
      await bulletinDocx({
        ...SAMPLE,
        sections: [{ heading: "一、<w:p/>", paragraphs: ["甲\u202e乙\u0007&丙"] }],
      }),
      "document",
    );
    expect(text).toContain("一、&lt;w:p/&gt;");
    expect(text).toContain("甲乙 &amp;丙");
  });
});

describe("the table as .xlsx", () => {
  it("holds figures as numbers in 万元 and per cent, and nothing where nothing is known", async () => {
    const [sheet] = await readXlsxFile(await bulletinXlsx(SAMPLE));
    const [title, head, first, second] = sheet?.data ?? [];
    expect(title?.[0]).toContain("【草稿】普桃推办通报〔2022〕8号");
    expect(title?.[0]).toContain("数据截至2022年9月5日");
    expect(head?.[4]).toBe("年度计划\n（万元）");
    expect(first?.slice(0, 8)).toEqual([
      "1",
      "武宁路快速化改建工程",
      "市属重大",
      "区建设管理委",
      15_200,
      10_500,
      69.08,
      65,
    ]);
    expect(second?.[7]).toBeNull();
  });

  it("prints across on one page's width, with its head on every page and lines around its cells", async () => {
    const zip = await JSZip.loadAsync(await bulletinXlsx(SAMPLE));
    const xml = async (path: string) => (await zip.file(path)?.async("string")) ?? "";
    const sheet = await xml("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    // What does not fit on a line of its column has a row of two.
    expect(sheet).toMatch(/<row r="3" ht="32"/);
    const setup = /<pageSetup [^>]*>/.exec(sheet)?.[0];
    for (const each of ['orientation="landscape"', 'paperSize="9"', 'fitToWidth="1"', 'fitToHeight="0"'])
      expect(setup).toContain(each);
    expect(await xml("xl/workbook.xml")).toMatch(/Print_Titles" localSheetId="0">'项目进展'!\$1:\$2</);
    expect(await xml("xl/styles.xml")).toMatch(/<left style="thin"/);
  });

  it("never holds a formula", async () => {
    const zip = await JSZip.loadAsync(await bulletinXlsx(SAMPLE));
    const xml = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
    expect(xml).not.toContain("<f>");
    const [sheet] = await readXlsxFile(await bulletinXlsx(SAMPLE));
    expect(sheet?.data[4]?.[1]).toBe('\'=HYPERLINK("http://example.com","点我")');
    expect(sheet?.data[4]?.[9]).toMatch(/^'\+cmd/);
  });
});
