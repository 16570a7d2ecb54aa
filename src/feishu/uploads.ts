import type { Store } from "../store/store.js";
import type { FeishuApi, UploadOutcome } from "./api.js";

/** documents whose keys are remembered */
const MOST = 64;

type Up = UploadOutcome | { kind: "gone" };

/** A document goes up once, however many chats it is sent to: the platform's key is good for all of them. */
export class Uploads {
  private readonly keys = new Map<string, Promise<Up>>();

  constructor(
    private readonly store: Pick<Store, "read">,
    private readonly api: Pick<FeishuApi, "upload">,
  ) {}

  /** Whether a file needs no request of its own any more, or has one under way. */
  has(fileId: string): boolean {
    return this.keys.has(fileId);
  }

  /** The platform's key of a file in the store; `gone` where it is not there any more. */
  async of(fileId: string): Promise<Up> {
    const known = this.keys.get(fileId);
    const up = known ?? this.upload(fileId);
    if (!known) this.keep(fileId, up);
    const outcome = await up;
    if (outcome.kind !== "uploaded") this.forget(fileId);
    return outcome;
  }

  /** The platform did not take a message with the key: the next one goes up anew. */
  forget(fileId: string): void {
    this.keys.delete(fileId);
  }

  private async upload(fileId: string): Promise<Up> {
    const file = await this.store.read.files.find(fileId);
    return file ? this.api.upload(file.name, file.bytes) : { kind: "gone" };
  }

  private keep(fileId: string, up: Promise<Up>): void {
    this.keys.set(fileId, up);
    const [oldest] = this.keys.keys();
    if (this.keys.size > MOST && oldest !== undefined) this.keys.delete(oldest);
    // Whoever waits for it hears of the fault; for the next one it goes up anew.
    up.catch(() => this.forget(fileId));
  }
}
