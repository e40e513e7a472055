import { z } from 'zod';

/** The longest name, in UTF-16 units. */
const nameLimit = 200;

/** What its user has settled for the whole workspace. */
export const Settings = z.object({
  /** How its user is named in the history; empty for not at all. */
  name: z.string().max(nameLimit),
  /** For how many days the history keeps a change; `null` for ever. */
  historyDays: z.int().positive().nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** The settings of a new workspace: nobody is named, and nothing is forgotten. */
export const initialSettings: Settings = { name: '', historyDays: null };
