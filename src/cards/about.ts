/** 约, before a figure that was said to be about so much. */
export const about = ({ approx }: { approx?: true | undefined }): string => (approx ? "约" : "");
