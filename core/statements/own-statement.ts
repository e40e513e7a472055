import { z } from 'zod';
import { CatalogueFields, StructureHint } from './catalogue.ts';

/** The formats that statements are imported from. */
export const SourceFormat = z.enum(['text', 'markdown', 'html', 'docx', 'pdf', 'epub', 'email']);
export type SourceFormat = z.infer<typeof SourceFormat>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/**
 * A file as it was imported, and the text that was made of it. Highlights anchor to that text: `text.sha256` is of its bytes
 * in UTF-8, as they lie in the workspace. The bytes of the original are kept as they came, under `original.sha256`.
 */
export const StatementVersion = z.object({
  original: z.object({
    /** The file’s name, without its folder. */
    name: z.string().min(1).max(1_000),
    sha256: Sha256,
    bytes: z.int().positive(),
  }),
  format: SourceFormat,
  /** Of a format that does not say: in which encoding it was read, by its name in the WHATWG Encoding Standard. */
  encoding: z.string().nullable(),
  text: z.object({
    sha256: Sha256,
    /** UTF-16 units. */
    length: z.int().positive(),
    words: z.int().nonnegative(),
  }),
  /** ISO 8601 in UTC. */
  added: z.iso.datetime(),
  /** What its user has put right in the structure: these hints count before those of the conversion. */
  corrections: z.array(StructureHint),
});
export type StatementVersion = z.infer<typeof StatementVersion>;

/** A statement that the user has imported: what the catalogue says of it, and its versions, the oldest first. */
export const OwnStatement = z.object({
  /** Made from the first version’s original, so that the same file is the same statement for everybody. */
  id: z.string().regex(/^[\w-]+$/u),
  ...CatalogueFields.shape,
  versions: z.array(StatementVersion).min(1),
  /** ISO 8601 in UTC. */
  added: z.iso.datetime(),
  modified: z.iso.datetime(),
});
export type OwnStatement = z.infer<typeof OwnStatement>;

/** A part of the library that its user has put together, of bundled statements and of their own. */
export const StatementSet = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(200),
  /** Ids, each once. */
  statements: z.array(z.string()),
});
export type StatementSet = z.infer<typeof StatementSet>;

/** The version that is read: the newest. */
export function currentVersion({ versions }: Pick<OwnStatement, 'versions'>): StatementVersion {
  const version = versions.at(-1);
  if (!version) throw new Error('A statement has a version.');
  return version;
}
