/** Words of greeting and thanks: they get a friendly line back, not an apology for not understanding. */
const COURTESIES = [
  "你好",
  "您好",
  "早上好",
  "下午好",
  "大家好",
  "在吗",
  "在不在",
  "在么",
  "hi",
  "hello",
  "谢谢",
  "多谢",
  "辛苦了",
  "辛苦",
  "收到",
  "好的",
  "好",
  "知道了",
  "明白",
  "ok",
  "嗯",
  "哈哈",
];

const TAIL = /[\s。！!，,~～.啦呀啊哦的了吧呢？?]+$/u;

export function isCourtesy(text: string): boolean {
  const said = text.normalize("NFKC").toLowerCase().replace(TAIL, "").trim();
  return COURTESIES.includes(said) || COURTESIES.includes(text.trim().toLowerCase());
}
