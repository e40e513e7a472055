import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { AddedLine } from '../../../core/statements/adding.ts';
import { updateStatement } from '../../../core/workspace/statement-edits.ts';
import { sha256Of, writeStatement } from '../../store/statement-files.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import type { AddOptions } from './add-statements.ts';
import { carryHighlights } from './carry-highlights.ts';
import type { ConversionOptions } from './convert/conversion.ts';
import { makeVersion } from './make-statement.ts';
import { OriginalIndex } from './original-index.ts';
import { baseName, knownLine, readSource, refusedLine, type Source } from './source.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Makes a file the newest version of the statement `id`, in one step that can be undone: highlights whose words are certain in it are
 * carried over. Where the file is a statement already, of this one or another, nothing is changed. Fails where the workspace cannot be
 * changed. Rejects at once where `signal` is aborted.
 */
export async function addVersion(
  source: Source,
  id: string,
  conversion: ConversionOptions,
  { folder, files, annotations, convert, now }: AddOptions,
  signal: AbortSignal,
): Promise<Result<AddedLine>> {
  const { name } = source;
  const read = await untilAborted(readSource(source), signal);
  if (!read.ok) return succeed(refusedLine(name, read.fault));
  const bytes = read.value;
  const twin = new OriginalIndex(() => annotations.workspace).find(sha256Of(bytes));
  if (twin !== null) return succeed(knownLine(name, twin));
  const file = { name: baseName(name), bytes };
  const converted = await convert(file, conversion, signal);
  if (!converted.ok) return succeed(refusedLine(name, converted.fault));
  signal.throwIfAborted();
  const { text, structure, pages, encoding, remarks } = converted.value;
  try {
    const names = await writeStatement({ folder, files }, bytes, { text, structure, pages });
    const version = makeVersion(file, converted.value, names, now());
    const changed = await annotations.changeLibrary((workspace, context) => {
      const highlights = Object.values(workspace.highlights).filter(({ statement }) => statement === id);
      return updateStatement(workspace, id, version, carryHighlights(highlights, text, names.text.sha256), context);
    });
    if (!changed.ok) return changed;
    const { save } = changed.value;
    if (save.state === 'not-saved') return fail('not-saved', save.sentence ?? save.reason);
    return succeed({ name, outcome: 'updated', statement: id, encoding, sentences: [...remarks] });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(
      'unreadable',
      say(/*i18n*/ 'The import was broken off at {name}, since the workspace cannot be written: {why}', {
        name,
        why: describeSystemError(error),
      }),
    );
  }
}
