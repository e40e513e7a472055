import type { CallOutput } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import type { FileToSave } from './ports.ts';

/**
 * Writes an export to `path`, whole or not at all. A failure names the path, the reason and what to do, in one sentence.
 */
export async function writeExport(path: string, file: FileToSave): Promise<Result<CallOutput<'exportExcerpts'>>> {
  try {
    await writeFileDurably(path, file.content);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail('not-saved', `The export was not written to ${path}, because ${describeSystemError(error)}`);
  }
  return succeed({ outcome: 'saved', location: path, excerpts: file.excerpts });
}
