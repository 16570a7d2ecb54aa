import { type Block, type Button, buttons, form } from "../card.js";

export const attendButtons: readonly Button[] = [
  { label: "参会", does: "attend", look: "primary" },
  { label: "请假", does: "decline" },
];

/** 参会, 请假, and who comes instead of one who is excused. */
export const attendBlocks: readonly Block[] = [
  buttons(...attendButtons),
  form([{ name: "standIn", label: "不能来、有人替会的填这里", hint: "替会人姓名", required: true }], {
    label: "请假·换人",
    does: "standIn",
  }),
];
