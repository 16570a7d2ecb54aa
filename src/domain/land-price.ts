import type { Project } from "./project.js";

/** What is paid for land of this class is its price: no money of it is shown where prices are not. */
const SALE_CLASS = "土地出让";

/** Whether a project's sums are prices of land. */
export const isSold = ({ class: of }: Pick<Project, "class">): boolean => of === SALE_CLASS;
