import { z } from 'zod';
import { Passage } from '../text/passage.ts';

/**
 * A place where the words of a highlight may be now. `score` is 0 to 1, where 1 is the very quote in its own context;
 * `isExact` says that the words there are the quote, character for character.
 */
export const Candidate = z.object({ ...Passage.shape, score: z.number().min(0).max(1), isExact: z.boolean() });
export type Candidate = z.infer<typeof Candidate>;
