import pg from "pg";

/** Of several processes on one database one sends: order within a chat and the app's limits are its own to keep. */
export interface SendingDuty {
  readonly isHeld: boolean;
  /** Lets go of it, so that another process may take over at once. */
  end(): Promise<void>;
}

export interface DutyEvents {
  /** this process is the one that sends now */
  onHeld(): void;
  /** some process has committed outgoing messages */
  onOutgoing(): void;
}

/** On SQLite the one process that owns the file sends. */
export const ownDuty: SendingDuty = { isHeld: true, end: async () => {} };

/** Told by whoever commits outbox rows, to whoever sends them. */
export const OUTGOING = "kaopu_outgoing";

/** any number of our own */
const LOCK = 20_220_921;
/** ms between attempts to get the duty, or to reach the server again */
const TRY_AGAIN = 1000;
/** ms after which a server that does not answer counts as gone: it may have freed the lock long before */
const NO_ANSWER = 5000;

/**
 * A lock that a connection of its own holds: the server frees it when this process dies or is cut off,
 * and until it has noticed, a message sent twice has the same uuid, which the platform sends once.
 */
export class PostgresDuty implements SendingDuty {
  isHeld = false;
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private trying: Promise<void> | undefined;
  private isEnded = false;

  constructor(
    private readonly url: string,
    private readonly events: DutyEvents,
  ) {
    this.try();
  }

  async end(): Promise<void> {
    this.isEnded = true;
    this.isHeld = false;
    clearTimeout(this.timer);
    await this.trying;
    await this.client?.end().catch(() => {});
  }

  private try(): void {
    this.trying = this.attempt()
      .catch(() => this.drop(this.client))
      .finally(() => {
        this.trying = undefined;
        if (!this.isEnded) this.timer = setTimeout(() => this.try(), TRY_AGAIN).unref();
      });
  }

  private async attempt(): Promise<void> {
    this.client ??= await this.connect();
    if (this.isHeld) {
      await this.client.query("select 1");
      return;
    }
    const { rows } = await this.client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
      LOCK,
    ]);
    if (!rows[0]?.held || this.isEnded) return;
    this.isHeld = true;
    this.events.onHeld();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: NO_ANSWER,
      query_timeout: NO_ANSWER,
    });
    client.on("error", () => this.drop(client));
    client.on("end", () => this.drop(client));
    client.on("notification", () => this.events.onOutgoing());
    try {
      await client.connect();
      await client.query(`listen ${OUTGOING}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    return client;
  }

  /** An old connection's late end says nothing of the new one. */
  private drop(client: pg.Client | undefined): void {
    if (client !== this.client) return;
    this.client = undefined;
    this.isHeld = false;
    void client?.end().catch(() => {});
  }
}
