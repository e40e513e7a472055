import { z } from 'zod';

/** A search that its user keeps under a name. With `spellings`, other spellings of names are found too. */
export const SavedSearch = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  query: z.string().min(1),
  spellings: z.boolean(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
