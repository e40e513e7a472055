/** What a writing process is to do. */
export interface WritingPlan {
  readonly folder: string;
  readonly seed: number;
  /** How many changes in all. */
  readonly changes: number;
  /** After how many changes it closes the workspace and opens it again. */
  readonly reopenAfter: number;
  readonly snapshotAfterBytes: number;
  readonly lockWaitMs: number;
  /** `false` for a store whose fsync does nothing: to show what a test finds. */
  readonly syncs: boolean;
  /** Whether it keeps the workspace open after its changes until its parent tells it to go on. */
  readonly waitsAtEnd: boolean;
}

/** A plan for the workspace in `folder`: to write until it is stopped, unless something else is asked for. */
export function writingPlan(folder: string, changed: Partial<WritingPlan> = {}): WritingPlan {
  return {
    folder,
    seed: 1,
    changes: 1e9,
    reopenAfter: 1e9,
    snapshotAfterBytes: 5_000,
    lockWaitMs: 0,
    syncs: true,
    waitsAtEnd: false,
    ...changed,
  };
}
