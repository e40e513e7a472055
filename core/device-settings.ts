import { z } from 'zod';

/** The name of something that the reader keeps: `attest.` and a word. */
export const DeviceKey = z.string().regex(/^attest\.[a-z-]{1,40}$/u);

/** The most characters that one thing takes, as JSON. */
const valueLimit = 100_000;

/** Anything that JSON can hold, in at most 100,000 characters. */
export const DeviceValue = z.json().refine((value) => JSON.stringify(value).length <= valueLimit);

/**
 * How its user likes to read, and where they were: reading settings, the interface's language, panes, places. It goes
 * with the workspace's folder, but is no part of the work: it has no history and no undo, and is in no backup.
 */
export const DeviceSettings = z.record(DeviceKey, DeviceValue);
export type DeviceSettings = z.infer<typeof DeviceSettings>;
