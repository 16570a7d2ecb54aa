import { FIELD_WORDS, fieldOf, type ProjectField } from "./project-sentence.js";

/** One fact of a project that is to be changed; `value` as typed, empty where it is missing. */
export interface FieldWish {
  field: ProjectField;
  value: string;
  reason?: string;
  /** the alias is to go */
  isRemoved?: true;
}

const WORDS = Object.values(FIELD_WORDS)
  .flat()
  .filter((word) => fieldOf(word) !== "reason")
  .sort((a, b) => b.length - a.length);
const FIELD = new RegExp(`(${WORDS.join("|")})\\s*[:：]?\\s*([\\s\\S]*)$`);
const TO = /^(?:从\s*\S+?\s*)?(?:请|要)?(?:修?改|调整|更改|变更|变|定|设|换)?(?:成|为|到|是)\s*/;
const REASON = /[\s,，;；。]*(?:原因(?:是|为)?|理由(?:是|为)?|因为|由于)\s*[:：]?\s*([\s\S]+)$/;
const ALIAS = /(?:加|增加|添加|起|取|设)(?:一?个)?(?:别名|简称)\s*(?:[:：]|叫|为|是)?\s*([\s\S]+)$/;
const NO_ALIAS = /(?:去掉|删掉|删除|取消|去除|不要)(?:别名|简称)\s*[:：]?\s*([\s\S]+)$/;
const ENDS = /^[\s"“「《]+|[\s"”」》。.！!，,吧啊]+$/g;

/**
 * What stands behind the project's name: `责任单位 区建管委`, `的责任单位改成区建管委`, `加个别名 武宁快速`. Null
 * where no field is named.
 */
export function readFieldWish(said: string): FieldWish | null {
  const reason = REASON.exec(said)?.[1]?.replace(ENDS, "");
  const rest = reason === undefined ? said : said.replace(REASON, "");
  const alias = ALIAS.exec(rest)?.[1];
  const why = reason ? { reason } : {};
  const gone = NO_ALIAS.exec(rest)?.[1];
  if (gone !== undefined) return { field: "alias", value: gone.replace(ENDS, ""), isRemoved: true, ...why };
  if (alias !== undefined) return { field: "alias", value: alias.replace(ENDS, ""), ...why };
  const match = FIELD.exec(rest.trim());
  const field = fieldOf(match?.[1] ?? "");
  if (!match || !field) return null;
  return { field, value: (match[2] ?? "").replace(TO, "").replace(ENDS, ""), ...why };
}
