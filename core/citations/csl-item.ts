import { z } from 'zod';

/** A name in CSL-JSON: of a person, or `literal` of a body or of a person whose name is not to be taken apart. */
const CslName = z.union([z.object({ family: z.string(), given: z.string() }), z.object({ literal: z.string() })]);
export type CslName = z.infer<typeof CslName>;

/**
 * A date in CSL-JSON. `date-parts` is a year, or a year and month, or all three; `circa` where it was inferred. What is no
 * such date stands as it is written, in `literal`.
 */
const CslDate = z.union([
  z.object({ 'date-parts': z.array(z.array(z.int())), circa: z.boolean().optional() }),
  z.object({ literal: z.string() }),
]);
export type CslDate = z.infer<typeof CslDate>;

/**
 * A source in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types), as far as a
 * catalogue record fills it.
 */
export const CslItem = z.object({
  id: z.string(),
  type: z.enum(['speech', 'report', 'article-newspaper', 'document']),
  title: z.string(),
  author: z.array(CslName).optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  'container-title': z.string().optional(),
  genre: z.string().optional(),
  language: z.string().optional(),
  issued: CslDate.optional(),
  note: z.string().optional(),
});
export type CslItem = z.infer<typeof CslItem>;
