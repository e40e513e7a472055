import { z } from 'zod';
import { Sentence } from '../sentence.ts';
import type { Work } from './work.ts';

/** A statement of one's own collection that can be read: what incoming highlights are anchored in. */
export interface KnownSource {
  readonly id: string;
  /** SHA-256 of the bytes `text` was decoded from: the only thing that a source is matched by without asking. */
  readonly sha256: string;
  readonly title: string;
  readonly text: string;
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

/**
 * What a file holds, as work that can be merged: ids are the same whenever the same file is read, and stamps are those of the file,
 * so that reading it twice changes nothing the second time.
 */
export interface Incoming {
  readonly format: ImportFormat;
  readonly work: Work;
  readonly lines: readonly ReportLine[];
}
