/** 类型, by what the name or the kind of money says; the office may change it. */
export function kindOf(name: string, projectClass: string | null, isSocial: boolean): string {
  if (projectClass === "土地收储") return "收储";
  if (projectClass === "土地出让" || /地块/.test(name)) return "地块";
  if (isSocial) return "社会投资";
  if (/号线|轨交|轨道/.test(name)) return "轨道交通";
  if (/(?:路|街|道|桥|隧道|立交|高速|快速化)(?:$|[（(新改扩抬拓延一二三四五])/.test(name)) return "道路";
  if (/公园|绿道|公共空间|滨水/.test(name)) return "公共空间";
  if (/整治/.test(name)) return "整治";
  return "公共设施";
}

/** The letter that a code begins with: S 市属, L 地块, R 道路, P 收储 and what counts in no class, F the rest. */
export function codePrefix(projectClass: string | null, kind: string): string {
  if (projectClass === "市属重大") return "S";
  if (kind === "地块") return "L";
  if (projectClass === null || projectClass === "土地收储") return "P";
  return kind === "道路" || kind === "轨道交通" ? "R" : "F";
}

/** The next free code of a prefix: `S-07` after `S-06`. A number is never given twice. */
export function nextCode(prefix: string, codes: Iterable<string>): string {
  const numbers = [...codes].flatMap((code) => {
    const [head, number] = code.split("-");
    return head === prefix && /^\d+$/.test(number ?? "") ? [Number(number)] : [];
  });
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
