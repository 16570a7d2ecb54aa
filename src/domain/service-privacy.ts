/** 手机、座机: in whatever way the digits are spaced. */
const PHONES = [
  /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d|\s*[元万亿])/g,
  /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?:[\s-]?转?\d{1,5})?(?!\d)/g,
  /(?<=(?:电话|手机|联系方式|座机|热线|tel)(?:号码?)?\s*[:：是为]?\s*)\+?\d[\d\s-]{5,}\d/gi,
];
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** A word that only announced the number. */
const ANNOUNCED =
  /[,，;；、(（\s]*(?:联系)?(?:电话|手机|联系方式|座机|邮箱)(?:号码?)?\s*[:：是为]?\s*(?:[)）]|(?=$|[,，。;；、\s]))/g;

/** The text without phone numbers and mail addresses, and whether there were any. */
export function withoutContacts(text: string): { text: string; isRemoved: boolean } {
  const bare = [...PHONES, MAIL].reduce((left, known) => left.replace(known, ""), text);
  if (bare === text) return { text, isRemoved: false };
  return {
    text: bare
      .replace(ANNOUNCED, "")
      .replace(/[ \t]{2,}/g, " ")
      .trim(),
    isRemoved: true,
  };
}

/** 张先生, 王总, 李经理: a person, not an enterprise. */
const PERSON = /^[\u4e00-\u9fa5]{1,4}(?:先生|女士|小姐|总|经理|老板|老师|主任|处长|阿姨|师傅)$/;

export const isPerson = (name: string): boolean => PERSON.test(name);
