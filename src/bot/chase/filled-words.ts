const NUMBER = /^\d+(?:\.\d+)?$/;

/** The fields of the form as one would type them; a bare amount is in 万元, as the sheets of the office are. */
export function filledWords(form: Readonly<Record<string, unknown>>): string {
  const field = (name: string) =>
    String(form[name] ?? "")
      .normalize("NFKC")
      .replaceAll(",", "")
      .trim();
  const [ytd, percent, note] = [field("ytd"), field("percent").replace(/%$/, ""), field("note")];
  return [
    ytd && `本年累计完成${NUMBER.test(ytd) ? `${ytd}万元` : ytd}`,
    percent && `形象进度${percent}%`,
    note,
  ]
    .filter(Boolean)
    .join("，");
}
