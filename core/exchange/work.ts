import { z } from 'zod';
import { Selector } from '../anchoring/selector.ts';
import { DossierItem, dossierItemLimit, dossierNameLimit } from '../dossiers/dossier.ts';
import { CatalogueFields } from '../statements/catalogue.ts';
import { StatementSet, StatementVersion } from '../statements/own-statement.ts';
import { TagColour, TagShortcut, tagDescriptionLimit } from '../tags/tag.ts';
import { Person, Stamp, TagTrace } from '../workspace/trace.ts';
import { isVersionField, versionField } from '../workspace/traced-fields.ts';

/** A value with when and by whom it was written. */
const stamped = <Value extends z.ZodType>(value: Value) => z.object({ value, at: Stamp });

/** What every record has: `lives` and `since` as in `Trace`. Where it is gone (`lives` even), it has no fields. */
const life = { lives: z.int().positive(), since: Stamp };

/** What a highlight marks. `statement` is an id of the work's own `sources`. */
const HighlightPlace = z.object({ statement: z.string().min(1), selector: Selector, orphan: z.boolean() });

/** A highlight on its way. A field that is left out is not known here, as a note that its writer kept to themselves. */
export const HighlightRecord = z.object({
  ...life,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  tags: z.record(z.string(), TagTrace),
  fields: z
    .object({
      place: stamped(HighlightPlace),
      note: stamped(z.object({ text: z.string().max(100_000), isPrivate: z.boolean() })),
    })
    .partial(),
});
export type HighlightRecord = z.infer<typeof HighlightRecord>;

/** A tag on its way. */
export const TagRecord = z.object({
  ...life,
  fields: z
    .object({
      name: stamped(z.string().min(1)),
      parent: stamped(z.string().nullable()),
      colour: stamped(TagColour),
      shortcut: stamped(TagShortcut.nullable()),
      description: stamped(z.string().max(tagDescriptionLimit)),
    })
    .partial(),
});
export type TagRecord = z.infer<typeof TagRecord>;

/** A dossier on its way. */
export const DossierRecord = z.object({
  ...life,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  fields: z
    .object({
      name: stamped(z.string().min(1).max(dossierNameLimit)),
      items: stamped(z.array(DossierItem).max(dossierItemLimit)),
    })
    .partial(),
});
export type DossierRecord = z.infer<typeof DossierRecord>;

/** A saved search on its way. */
export const SearchRecord = z.object({
  ...life,
  fields: z
    .object({
      name: stamped(z.string().min(1).max(1_000)),
      query: stamped(z.object({ query: z.string().min(1).max(10_000), spellings: z.boolean() })),
    })
    .partial(),
});
export type SearchRecord = z.infer<typeof SearchRecord>;

/** A version on its way: what its field holds. */
const HeldVersion = StatementVersion.omit({ added: true }).extend({
  original: StatementVersion.shape.original.omit({ name: true }),
  isOut: z.literal(true).optional(),
});

/** When versions came, by their fields. */
export const Arrivals = z.record(
  z.string(),
  z.object({ added: z.iso.datetime(), name: StatementVersion.shape.original.shape.name }),
);

const { title, kind, publisher, people, place, date, language, rights } = CatalogueFields.shape;

/**
 * A statement of one’s own on its way: what the catalogue says of it, field by field, and its versions, each in a field that is named by
 * its hashes (`versionField`). Its files travel in archives only.
 */
export const StatementRecord = z.object({
  ...life,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  /** When each version first came, and under which name, by its field. */
  arrived: Arrivals,
  fields: z
    .object({
      title: stamped(title),
      kind: stamped(kind),
      publisher: stamped(publisher),
      people: stamped(people),
      place: stamped(place),
      date: stamped(date),
      language: stamped(language),
      rights: stamped(rights),
    })
    .partial()
    .catchall(stamped(HeldVersion))
    .refine((fields) =>
      Object.entries(fields).every(
        ([name, field]) =>
          Object.hasOwn(CatalogueFields.shape, name) ||
          (isVersionField(name) && name === versionField(HeldVersion.parse(field?.value))),
      ),
    ),
});
export type StatementRecord = z.infer<typeof StatementRecord>;

/** A set of statements on its way. */
export const SetRecord = z.object({
  ...life,
  fields: z
    .object({ name: stamped(StatementSet.shape.name), statements: stamped(StatementSet.shape.statements) })
    .partial(),
});
export type SetRecord = z.infer<typeof SetRecord>;

/** A statement that highlights are of: what it is known by elsewhere is the SHA-256 of its bytes, never its name. */
export const WorkSource = z.object({
  id: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  title: z.string(),
});
export type WorkSource = z.infer<typeof WorkSource>;

/**
 * One person's work as it travels: what Attest's own formats carry, what foreign ones are turned into, and what is merged.
 * All records are keyed by their ids.
 */
export const Work = z.object({
  /** The id of the workspace it comes from. */
  writer: z.string().min(1).max(200),
  /** That it is a selection: whoever merges it has not seen all that its people wrote until then. */
  isPart: z.literal(true).optional(),
  people: z.record(z.string(), Person),
  sources: z.record(z.string(), WorkSource),
  highlights: z.record(z.string(), HighlightRecord),
  tags: z.record(z.string(), TagRecord),
  dossiers: z.record(z.string(), DossierRecord),
  searches: z.record(z.string(), SearchRecord),
  statements: z.record(z.string(), StatementRecord),
  sets: z.record(z.string(), SetRecord),
});
export type Work = z.infer<typeof Work>;

/** Whether a record is there: it may have been deleted, and brought back. */
export const isAlive = ({ lives }: { readonly lives: number }): boolean => lives % 2 === 1;

/** Work with nothing in it. */
export function noWork(writer: string): Work {
  return {
    writer,
    people: {},
    sources: {},
    highlights: {},
    tags: {},
    dossiers: {},
    searches: {},
    statements: {},
    sets: {},
  };
}
