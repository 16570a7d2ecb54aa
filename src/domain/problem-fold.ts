/** One step with a numbered matter (问题, 企业诉求): what it did, who said it and when. */
export interface MatterEvent<C> {
  /** ascending in the order of writing */
  id: number;
  change: C;
  /** epoch ms */
  saidAt: number;
  saidBy: string;
  saidByName: string;
  writeId: string;
  /** its write was taken back */
  undone?: true;
}

/**
 * Where a matter stands after its events, in the order of writing: its opening, and each later one on top;
 * null when its opening was taken back.
 */
export function folded<C, T>(
  events: readonly MatterEvent<C>[],
  opened: (first: MatterEvent<C>) => T | null,
  after: (matter: T, event: MatterEvent<C>) => T,
): T | null {
  const [first, ...later] = events.filter(({ undone }) => !undone).sort((a, b) => a.id - b.id);
  const start = first ? opened(first) : null;
  return start === null ? null : later.reduce(after, start);
}
