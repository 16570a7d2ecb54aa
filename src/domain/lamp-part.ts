export type LampColour = "red" | "yellow" | "green" | "grey";

/** One lamp of a project. `off`: it has nothing to judge, and counts for nothing. */
export interface LampPart {
  colour: LampColour | "off";
  /** for a line of a digest: `年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点`; may be empty */
  text: string;
  /** for the question why: the same with the threshold that was crossed */
  detail: string;
  /** the figure to judge was not reported */
  missing?: true;
}

/** The lamp that is not lit, and why. */
export const off = (detail: string): LampPart => ({ colour: "off", text: "", detail });
