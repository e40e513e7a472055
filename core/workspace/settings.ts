import { z } from 'zod';
import { CitationStyle } from '../citations/citation-style.ts';

/** The longest name, in UTF-16 units. */
const nameLimit = 200;

/** What its user has settled for the whole workspace. */
export const Settings = z.object({
  /** How its user is named in the history, and in reports where they ask for it; empty for not at all. */
  name: z.string().max(nameLimit),
  /** For how many days the history keeps a change; `null` for ever. */
  historyDays: z.int().positive().nullable(),
  citationStyle: CitationStyle,
});
export type Settings = z.infer<typeof Settings>;

/** The settings of a new workspace: nobody is named, and nothing is forgotten. */
export const initialSettings: Settings = { name: '', historyDays: null, citationStyle: 'chicago' };
