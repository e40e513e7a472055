import { z } from 'zod';
import { Sentence } from '../sentence.ts';
import type { Work } from './work.ts';

/** A statement of one's own collection that can be read: what incoming highlights are anchored in. */
export interface KnownSource {
  readonly id: string;
  /** SHA-256 of the bytes `text` was decoded from: the only thing that a source is matched by without asking. */
  readonly sha256: string;
  readonly title: string;
  /** May be read from the disk each time it is asked for. Empty where it cannot be had. */
  readonly text: string;
  /** SHA-256 of the texts of its earlier versions, where it is a statement that has some; its `id` is the same for everybody. */
  readonly earlier?: readonly string[];
}

/**
 * One line of an import's report: `taken` as it stood, `changed` on the way (and how), or `refused` (and why). `item` names what it is
 * about as the file does: a path, a tag, a quotation's first words.
 */
export const ReportLine = z.object({
  outcome: z.enum(['taken', 'changed', 'refused']),
  item: z.string(),
  sentence: Sentence,
});
export type ReportLine = z.infer<typeof ReportLine>;

/** The formats that Attest reads. */
export const ImportFormat = z.enum(['attest', 'web-annotation', 'qdpx', 'qdc', 'taguette', 'codebook-csv']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** A version of a statement whose files came along: where they lie in the archive, by their paths in it. */
export interface IncomingVersion {
  /** SHA-256 of the original and of the text. */
  readonly original: { readonly sha256: string };
  readonly text: { readonly sha256: string };
  readonly files: {
    readonly original: string;
    readonly text: string;
    /** What the conversion knew of lines and pages; `null` where there is nothing to know. */
    readonly structure: string | null;
  };
}

/**
 * What a file holds, as work that can be merged: ids are the same whenever the same file is read, and stamps are those of the file,
 * so that reading it twice changes nothing the second time.
 */
export interface Incoming {
  readonly format: ImportFormat;
  readonly work: Work;
  readonly lines: readonly ReportLine[];
  /** The files of versions of statements that came along. */
  readonly versions?: readonly IncomingVersion[];
}
