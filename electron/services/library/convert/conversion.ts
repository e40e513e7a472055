import type { Result } from '../../../../core/result.ts';
import type { Sentence } from '../../../../core/sentence.ts';
import type { CatalogueFields, StructureHint } from '../../../../core/statements/catalogue.ts';
import type { SourceFormat } from '../../../../core/statements/own-statement.ts';
import type { PageStart } from '../../../../core/statements/page-start.ts';

/** A file that is to become a statement. */
export interface SourceFile {
  /** Its name, without its folder; what tells the format where the bytes do not. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What its user has chosen for a file, in place of what would be found out. */
export interface ConversionOptions {
  /** The encoding, by its name in the WHATWG Encoding Standard. */
  readonly encoding?: string;
}

/**
 * What a file was turned into. `text` has LF at its line ends and no byte order mark, and is otherwise what the document says, nothing
 * corrected and nothing added; between two blocks there is an empty line. `structure` says of its lines what the rules for plain
 * text cannot see. `facts` are catalogue fields that the file itself states or that were inferred from it, each with from what.
 */
export interface Conversion {
  readonly format: SourceFormat;
  readonly text: string;
  readonly structure: readonly StructureHint[];
  /** `null` where the format has no pages. */
  readonly pages: readonly PageStart[] | null;
  readonly facts: Partial<CatalogueFields>;
  /** In which encoding the bytes were read, and whether the file says so or it was guessed; `null` where there is no choice. */
  readonly encoding: { readonly name: string; readonly basis: 'stated' | 'inferred' } | null;
  /** What the reader of the text must know: what was left out, or is in doubt. */
  readonly remarks: readonly Sentence[];
}

/**
 * Turns the bytes of one format into text. Refuses with one sentence what is damaged, encrypted, too large or empty of text. Runs
 * nothing that is in the file, and fetches nothing.
 */
export type Convert = (file: SourceFile, options: ConversionOptions) => Promise<Result<Conversion>>;

/** The longest text that a file may come to, in UTF-16 units: what is longer could not be read and searched at the speed of the others. */
export const longestText = 16 * 1024 * 1024;
