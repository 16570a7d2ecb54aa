import { expect } from "vitest";
import type { CardAction } from "../../src/sandbox/card-text.js";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import type { Sandbox } from "../../src/sandbox/sandbox.js";
import type { Said, Saying } from "../../src/sandbox/saying.js";

type Manner = Partial<Omit<Saying, "from" | "chat" | "text">>;

/** Somebody in a chat. What they say is addressed to the bot unless told otherwise. */
export class Voice {
  constructor(
    private readonly sandbox: Sandbox,
    readonly openId: string,
    readonly chat: string,
  ) {}

  /** The same person in another chat. */
  in(chat: string): Voice {
    return new Voice(this.sandbox, this.openId, chat);
  }

  /** The same person in private with the bot. */
  get privately(): Voice {
    return this.in(this.sandbox.privateChat(this.openId));
  }

  says(text: string, manner: Manner = {}): Words {
    const isPrivate = this.chat === this.sandbox.privateChat(this.openId);
    const said = this.sandbox.say({
      from: this.openId,
      chat: this.chat,
      text,
      mentionBot: !isPrivate,
      ...manner,
    });
    return new Words(this.sandbox, said, this.chat);
  }

  /** Fills in a form and sends it off; sees this toast. */
  async fills(card: SeenMessage, button: string, form: Record<string, string>): Promise<Clicked> {
    const toast = await this.sandbox.click({ by: this.openId, message: card.messageId, button, form });
    return new Clicked(this.sandbox, card, toast?.content ?? "");
  }

  /** Clicks, and sees this toast. */
  async clicks(card: SeenMessage, button: string | ((action: CardAction) => boolean)): Promise<Clicked> {
    const toast = await this.sandbox.click({ by: this.openId, message: card.messageId, button });
    return new Clicked(this.sandbox, card, toast?.content ?? "");
  }
}

export class Words {
  constructor(
    private readonly sandbox: Sandbox,
    readonly said: Said,
    private readonly chat: string,
  ) {}

  /** Exactly one reply comes, and its words fit. */
  async gets(...patterns: (RegExp | string)[]): Promise<SeenMessage> {
    const [answer] = await this.sandbox.answersTo(this.said.messageId);
    if (!answer) throw new Error("no answer");
    for (const pattern of patterns)
      if (typeof pattern === "string") expect(answer.text).toContain(pattern);
      else expect(answer.text).toMatch(pattern);
    return answer;
  }

  async getsNothing(): Promise<void> {
    await this.sandbox.idle();
    const answers = this.sandbox
      .messages(this.chat)
      .filter((message) => message.parentId === this.said.messageId);
    expect(answers.map(({ text }) => text)).toEqual([]);
  }
}

export class Clicked {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly card: SeenMessage,
    readonly toast: string,
  ) {}

  /** The card has changed, and its words fit. */
  async shows(...patterns: (RegExp | string)[]): Promise<SeenMessage> {
    const changed = await this.sandbox.changed(this.card.messageId, { times: this.card.patches + 1 });
    for (const pattern of patterns)
      if (typeof pattern === "string") expect(changed.text).toContain(pattern);
      else expect(changed.text).toMatch(pattern);
    return changed;
  }
}
