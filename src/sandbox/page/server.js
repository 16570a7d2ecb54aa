/** The sandbox, as the page talks to it. */

/** Rejects with a sentence in Chinese. */
async function call(path, body) {
  const request = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/page/${path}`, request).catch(() => undefined);
  if (!response) throw new Error("沙盒没有回应，它还在运行吗？");
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? answer.msg ?? "沙盒没有办成");
  return answer;
}

export const load = () => call("state");
export const say = (saying) => call("say", saying);
export const forward = (from, messages) => call("forward", { from, messages });
export const click = (touch) => call("click", touch);
export const recall = (by, message) => call("recall", { by, message });
export const setClock = (to) => call("clock", { to });
export const openPrivateChat = (openId) => call("private-chat", { openId });

/** Calls `onChange` for every change and `onLine` with whether the line stands; a lost line comes back by itself. */
export function follow(onChange, onLine) {
  const source = new EventSource("/page/changes");
  source.onopen = () => onLine(true);
  source.onerror = () => onLine(false);
  source.onmessage = (event) => onChange(JSON.parse(event.data));
  return () => source.close();
}
