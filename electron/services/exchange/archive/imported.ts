import { z } from 'zod';
import { StructureHint } from '../../../../core/statements/catalogue.ts';
import { OwnStatement, StatementVersion } from '../../../../core/statements/own-statement.ts';
import { PageStart } from '../../../../core/statements/page-start.ts';

/** Where the files of a version lie in an archive, from the bag’s folder. */
const VersionFiles = z.object({
  original: z.string().min(1),
  /** That of the original where the text is the very same bytes. */
  text: z.string().min(1),
  structure: z.string().min(1).nullable(),
});
export type VersionFiles = z.infer<typeof VersionFiles>;

/** `data/imported.json`: the statements that the archive’s maker has imported, with where their files lie. */
export const ImportedIndex = z.object({
  format: z.literal('attest-imported'),
  version: z.literal(1),
  statements: z.array(
    OwnStatement.extend({ versions: z.array(StatementVersion.extend({ files: VersionFiles })).min(1) }),
  ),
});
export type ImportedIndex = z.infer<typeof ImportedIndex>;

/** What the conversion knew of a text beside its words: hints for its structure, and where its pages begin. */
export const TextStructure = z.object({
  structure: z.array(StructureHint),
  pages: z.array(PageStart).nullable(),
});
export type TextStructure = z.infer<typeof TextStructure>;
