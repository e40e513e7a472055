import { z } from 'zod';

/** The name of something that the reader keeps: `attest.` and a word. */
export const DeviceKey = z.string().regex(/^attest\.[a-z-]{1,40}$/u);

/** The most characters that one thing takes, as JSON. */
const valueLimit = 100_000;

/** How many lists and objects may lie in one another. */
const depthLimit = 20;

/** Whether `value` is neither deeper nor larger than what is kept; looks at no more of it than may be kept. */
function isOfSize(value: unknown): boolean {
  let left = valueLimit;
  const looksFine = (part: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0) return false;
    if (typeof part !== 'object' || part === null) return true;
    return depth < depthLimit && Object.values(part).every((inner) => looksFine(inner, depth + 1));
  };
  return looksFine(value, 0);
}

/** Anything that JSON can hold, in at most 100,000 characters and 20 lists and objects within one another. */
export const DeviceValue = z
  .unknown()
  // Before anything else looks at it: what is nested without end would be followed without end.
  .refine(isOfSize)
  .pipe(z.json().refine((value) => JSON.stringify(value).length <= valueLimit));

/**
 * How its user likes to read, and where they were: reading settings, the interface's language, panes, places. It goes
 * with the workspace's folder, but is no part of the work: it has no history and no undo, and is in no backup.
 */
export const DeviceSettings = z.record(DeviceKey, DeviceValue);
export type DeviceSettings = z.infer<typeof DeviceSettings>;
