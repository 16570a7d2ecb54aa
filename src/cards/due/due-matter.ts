import type { Day } from "../../domain/day.js";

/** What a line is about, and how it stood when the card was drawn; plain JSON. */
export type DueMatter =
  | { is: "milestone" | "waived"; code: string; milestone: string; due: Day }
  | {
      is: "problem" | "action" | "service";
      number: number;
      due: Day;
      /** it was said to be done, and waits for the office */
      waits?: true;
    };
