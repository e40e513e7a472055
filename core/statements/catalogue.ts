import { z } from 'zod';

/**
 * One field of a catalogue record: its value, whether the document states it or it was inferred, and from what.
 * `value` is `null` where the document is silent and nothing allows an inference; `from` then says so.
 */
function field<Value extends z.ZodType>(value: Value) {
  return z.object({
    value: value.nullable(),
    basis: z.enum(['stated', 'inferred']),
    from: z.string().min(1),
  });
}

/** What a statement is, as archives sort it. */
export const StatementKind = z.enum([
  'press statement',
  'joint statement',
  'news report',
  'press briefing transcript',
  'speech',
  'report',
  'resolution',
  'law',
  'letter',
  'testimony',
  'declaration',
  'web page',
  'other',
]);
export type StatementKind = z.infer<typeof StatementKind>;

export const Person = z.object({
  name: z.string(),
  role: z.string(),
  as: z.enum(['speaker', 'author', 'moderator', 'issuer']),
});

/**
 * What the structure rules cannot see by themselves in this one document. `lines` are 1-based and inclusive, of the
 * decoded text. A hint over several lines makes them one block, except for furniture, list items and the
 * rows of tables. Lines without a blank one between them are one block anyway.
 */
export const StructureHint = z.object({
  lines: z.tuple([z.int().positive(), z.int().positive()]),
  kind: z.enum(['heading', 'paragraph', 'furniture', 'list-item', 'speech', 'table-row']),
  level: z.int().min(1).max(3).optional(),
  /** Of a speech: who speaks; `label` is how many UTF-16 units of the first line are their name and what follows it. */
  speaker: z.string().min(1).optional(),
  label: z.int().nonnegative().optional(),
  why: z.string().min(1),
});
export type StructureHint = z.infer<typeof StructureHint>;

/**
 * What a catalogue says of a statement. A title that the document does not bear stands in square brackets; dates are EDTF
 * (ISO 8601-2), with `?` where they are inferred; the language is a BCP 47 tag.
 */
export const CatalogueFields = z.object({
  title: field(z.string().min(1)),
  kind: field(StatementKind),
  publisher: field(z.string().min(1)),
  people: field(z.array(Person).min(1)),
  place: field(z.string().min(1)),
  date: field(z.string().min(4)),
  language: field(z.string().min(2)),
  rights: field(z.string().min(1)),
});
export type CatalogueFields = z.infer<typeof CatalogueFields>;

/** One statement of the bundled collection. */
export const CatalogueRecord = z.object({
  id: z.string().regex(/^[\w-]+$/u),
  file: z.string().min(1),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  ...CatalogueFields.shape,
  structure: z.array(StructureHint),
});
export type CatalogueRecord = z.infer<typeof CatalogueRecord>;

/** `resources/catalogue.json`. */
export const Catalogue = z.object({
  title: z.string(),
  description: z.string(),
  statements: z.array(CatalogueRecord).min(1),
});
export type Catalogue = z.infer<typeof Catalogue>;
