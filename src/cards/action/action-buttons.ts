import { type Action, actionName } from "../../domain/action.js";
import { type Block, type Button, buttons, form } from "../card.js";

/** Which buttons make sense for whoever sees the card. */
export interface Offered {
  /** the unit's own: 已知悉, 申请办结, 延期 */
  work: boolean;
  /** the office's: 同意办结, 退回 */
  close: boolean;
  /** asked for with a form */
  asking?: "return" | "extend";
  /** the write that 撤销 takes back */
  undoes?: string;
}

/** The steps that can be taken from where an action stands; a form where one needs words. */
export function actionButtons(action: Action, { work, close, asking, undoes }: Offered): Block[] {
  if (asking === "return") return [returnForm(action)];
  if (asking === "extend") return [extendForm(action)];
  const { number, state } = action;
  const button = (label: string, does: string, look?: "primary"): Button => ({
    label,
    does,
    args: { number },
    ...(look ? { look } : {}),
  });
  const isOpen = state !== "closed" && state !== "finish-asked";
  return [
    buttons(
      ...(work && state === "open" ? [button("已知悉", "ackAction", "primary")] : []),
      ...(work && isOpen ? [button("申请办结", "finishAction"), button("延期", "askExtendAction")] : []),
      ...(close && state === "finish-asked" ? [button("同意办结", "closeAction", "primary")] : []),
      ...(close && !isOpen ? [button("退回", "askReturnAction")] : []),
      ...(undoes ? [{ label: "撤销", does: "undoAction", args: { number, writeId: undoes } }] : []),
    ),
  ];
}

const returnForm = (action: Action): Block =>
  form([{ name: "reason", label: `${actionName(action)}为什么退回`, required: true, long: true }], {
    label: "退回",
    does: "returnAction",
    args: { number: action.number },
  });

const extendForm = (action: Action): Block =>
  form(
    [
      { name: "due", label: `${actionName(action)}延到哪天`, hint: "10月15日", required: true },
      { name: "reason", label: "为什么延期", required: true, long: true },
    ],
    { label: "延期", does: "extendAction", args: { number: action.number } },
  );
