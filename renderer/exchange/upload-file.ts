import { fail, type Result } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';

/** A file that has been sent, as `readImport` takes it. */
export interface SentFile {
  readonly upload: string;
}

/**
 * Sends a file to the browser edition's program, which has no dialog of its own. `null` where `signal` ended it;
 * fails where the file, or the program, is not there any more.
 */
export async function uploadFile(file: File, signal: AbortSignal): Promise<Result<SentFile> | null> {
  try {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-Attest': '1' },
      body: file,
      signal,
    });
    // The server is of the same build as this page.
    return (await response.json()) as Result<SentFile>;
  } catch (error) {
    if (signal.aborted) return null;
    // What fetch rejects with where a file cannot be read or nobody answers, and json() where the answer breaks off.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return fail(
        'unreadable',
        say(/*i18n*/ '{name} could not be read: choose it again. A folder cannot be read.', { name: file.name }),
      );
    throw error;
  }
}
