/**
 * What a store has been given and what it has acknowledged: the fingerprint of the workspace at opening and after every
 * change, in order.
 */
export interface Ledger {
  readonly states: string[];
  /** How many changes have been acknowledged: `states[acknowledged]` is the least that must be there. */
  acknowledged: number;
}

/** A ledger that begins with the workspace as it was opened. */
export function ledgerFrom(fingerprint: string): Ledger {
  return { states: [fingerprint], acknowledged: 0 };
}

/** What a workspace that was opened again holds: `null` where it is none that there ever was. */
export interface Verdict {
  readonly changes: number | null;
  /** How many acknowledged changes are not there. */
  readonly lost: number;
}

/** Compares what was opened again with what had been given before. */
export function judge({ states, acknowledged }: Ledger, reopened: string): Verdict {
  const at = states.lastIndexOf(reopened);
  return { changes: at === -1 ? null : at, lost: at === -1 ? acknowledged : Math.max(0, acknowledged - at) };
}
