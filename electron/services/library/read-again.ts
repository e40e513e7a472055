import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import { CatalogueFields } from '../../../core/statements/catalogue.ts';
import { currentVersion, type OwnStatement, type StatementVersion } from '../../../core/statements/own-statement.ts';
import { isSameData } from '../../../core/workspace/is-same-data.ts';
import { rereadStatement } from '../../../core/workspace/statement-edits.ts';
import type { Files } from '../../store/files.ts';
import { type StatementPlace, writeStatement } from '../../store/statement-files.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import type { Annotations } from '../annotations.ts';
import { carryHighlights } from './carry-highlights.ts';
import type { Conversion, ConversionOptions, SourceFile } from './convert/conversion.ts';
import { encodingNamed } from './convert/decode-bytes.ts';
import { unknownEncoding } from './convert/refuse-source.ts';
import { makeStatement, makeVersion } from './make-statement.ts';

/** What reading an original again stands on. */
export interface ReadAgainOptions {
  readonly annotations: Annotations;
  readonly place: StatementPlace;
  readonly files: Files;
  readonly convert: (file: SourceFile, options: ConversionOptions, signal?: AbortSignal) => Promise<Result<Conversion>>;
  /** Why nothing may be changed; `null` where everything may. */
  readonly readOnlyReason: Sentence | null;
}

const fieldNames = CatalogueFields.keyof().options;

/** The fields of the catalogue that say what the first reading made of the file, as the new one has them: what its user wrote stays. */
function fieldsReadAnew(own: OwnStatement, before: OwnStatement, after: OwnStatement): Partial<CatalogueFields> {
  const names = fieldNames.filter((name) => isSameData(own[name], before[name]) && !isSameData(own[name], after[name]));
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

/** What its user has put right, where the lines are still those; a speaker’s name was in the letters of the other encoding. */
function correctionsFor({ corrections }: StatementVersion, before: Conversion | null, text: string) {
  const lines = (of: string): number => of.split('\n').length;
  if (!before || lines(before.text) !== lines(text)) return [];
  return corrections.filter(({ kind }) => kind !== 'speech');
}

/**
 * Reads `original`, the file of the newest version of a statement, in another encoding: the text that comes of it takes the place of the one
 * before, whose file stays. Highlights whose words are certain in it are carried over. Rejects where `signal` is aborted, as long as nothing
 * is being written.
 */
export async function readOriginalAgain(
  { annotations, place, files, convert, readOnlyReason }: ReadAgainOptions,
  own: OwnStatement,
  original: Buffer,
  encoding: CallInput<'readAgain'>['encoding'],
  signal: AbortSignal,
): Promise<Result<CallOutput<'readAgain'>>> {
  if (readOnlyReason !== null) return fail('read-only', readOnlyReason);
  const was = currentVersion(own);
  const name = encodingNamed(encoding);
  if (name === null) return fail('invalid', unknownEncoding(encoding));
  if (was.encoding === null) {
    return fail(
      'invalid',
      say(/*i18n*/ 'There is no encoding to choose for {file}: its format says what its letters are.', {
        file: was.original.name,
      }),
    );
  }
  const file = { name: was.original.name, bytes: original };
  const converted = await convert(file, { encoding: name }, signal);
  if (!converted.ok) return converted;
  const earlier = await convert(file, { encoding: was.encoding }, signal);
  signal.throwIfAborted();
  const before = earlier.ok ? earlier.value : null;
  const { text, structure, pages } = converted.value;
  try {
    const names = await writeStatement({ folder: place.folder, files }, original, { text, structure, pages });
    const read = makeVersion(file, converted.value, names, was.added);
    const made = (conversion: Conversion): OwnStatement => makeStatement(file, conversion, names, own.added);
    return await annotations.changeLibrary((workspace, context) => {
      const known = workspace.statements[own.id] ?? own;
      const fields = before ? fieldsReadAnew(known, made(before), made(converted.value)) : {};
      const highlights = Object.values(workspace.highlights).filter(({ statement }) => statement === own.id);
      const carried = carryHighlights(highlights, text, names.text.sha256);
      // What was put right while the file was being read counts too.
      const version = { ...read, corrections: correctionsFor(currentVersion(known), before, text) };
      return rereadStatement(workspace, own.id, { version, fields }, carried, context);
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(
      'not-saved',
      say(/*i18n*/ 'The text of {file} cannot be written into the workspace: {why}', {
        file: file.name,
        why: describeSystemError(error),
      }),
    );
  }
}
