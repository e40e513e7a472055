/** A frame that takes longer than this, in milliseconds, is seen as a stutter on a display of 60 Hz. */
const lateFrameMs = 25;

/** The value below which `share` of `values` lie, by the nearest rank. NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle of `values`. NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What frame times say about scrolling. Times in milliseconds; `late` is the share of frames over 25 ms, in per cent. */
export interface FrameSummary {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly late: number;
}

/** The summary of one scroll, from the time of each frame in milliseconds. */
export function summariseFrames(frames: readonly number[]): FrameSummary {
  return {
    median: median(frames),
    p95: quantile(frames, 0.95),
    worst: quantile(frames, 1),
    late: (100 * frames.filter((ms) => ms > lateFrameMs).length) / frames.length,
  };
}
