/** A refusal in the platform's words. The http layer turns it into `{code, msg}` with the HTTP status. */
export class PlatformError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

const refusal = (code: number, message: string) => (): PlatformError => new PlatformError(code, message);

export const tokenMissing = refusal(
  99991661,
  "Missing access token for authorization. Please make a request with token attached.",
);
export const tokenInvalid = refusal(
  99991663,
  "Invalid access token for authorization. Please make a request with token attached.",
);
export const badParameter = (detail: string): PlatformError =>
  new PlatformError(230001, `Your request contains an invalid request parameter, ext=${detail}`);
export const notInChat = refusal(230002, "The bot can not be outside the group.");
export const originalGone = refusal(230011, "The message was withdrawn.");
export const tooFastForChat = refusal(230020, "This operation triggers the frequency limit.");
export const tooLong = refusal(230025, "The length of the message content reaches its limit.");
export const notOwnMessage = refusal(
  230027,
  "Lack of necessary permissions, ext=The operator can't edit messages sent by others.",
);
export const groupIsClosed = refusal(
  230027,
  "Lack of necessary permissions, ext=need scope: im:message.group_msg",
);
export const resigned = refusal(230029, "User has resigned.");
export const tooOldToChange = refusal(
  230031,
  "The message card has exceeded the modification time limit of 14 days.",
);
export const badReceiveId = refusal(230034, "The receive_id is invalid.");
export const muted = (code: number): PlatformError =>
  new PlatformError(
    code,
    code === 230053
      ? "The user has stopped the bot from sending messages."
      : "These operations are NOT allowed at current group settings.",
  );
export const cardRefused = (innerCode: number, detail: string): PlatformError =>
  new PlatformError(230099, `Failed to create card content, ext=ErrCode: ${innerCode}; ErrMsg: ${detail}; `);
export const badFile = refusal(234001, "Invalid request param.");
export const fileTooLarge = refusal(234006, "The file size exceed the max value.");
export const emptyFile = refusal(234010, "File's size can't be 0.");
export const noSuchFile = refusal(234003, "File not in message.");
export const badChatId = refusal(232006, "Your request specifies a chat_id which is invalid.");
export const chatDissolved = refusal(
  232009,
  "Your request specifies a chat which has already been dissolved.",
);
export const outsideChat = refusal(232011, "Operator can NOT be out of the chat.");

/** 50 a second or 1000 a minute for the whole app; the header says in how many seconds it goes on. */
export const tooFastForApp = (seconds: number): PlatformError =>
  new PlatformError(99991400, "request trigger frequency limit", 429, {
    "x-ogw-ratelimit-limit": "50",
    "x-ogw-ratelimit-reset": String(seconds),
  });
