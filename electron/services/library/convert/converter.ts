import type { Result } from '../../../../core/result.ts';
import type { Conversion, ConversionOptions, SourceFile } from './conversion.ts';
import { ThreadConverter } from './convert-in-thread.ts';
import { refuseUnforeseen } from './refuse-source.ts';

/** What turns files into text, one after the other. */
export interface Converter {
  /** Refuses with a sentence whatever cannot be read, for what reason ever. Rejects at once where `signal` is aborted, with its reason. */
  readonly convert: (file: SourceFile, options: ConversionOptions, signal?: AbortSignal) => Promise<Result<Conversion>>;
  /** Ends what is being converted, and takes nothing more. */
  readonly close: () => Promise<void>;
}

async function convertHere(
  file: SourceFile,
  options: ConversionOptions,
  signal?: AbortSignal,
): Promise<Result<Conversion>> {
  signal?.throwIfAborted();
  try {
    // Loaded with the first file: whoever only reads does without it.
    const { convertFile } = await import('./convert-file.ts');
    return await convertFile(file, options);
  } catch {
    // Whatever a damaged file does to one of the libraries, the others are to be read.
    return refuseUnforeseen();
  }
}

/** Converts in a thread whose program is at `script`; without it, in the calling thread. */
export function createConverter(script: string | URL | undefined): Converter {
  return script === undefined ? { convert: convertHere, close: async () => undefined } : new ThreadConverter(script);
}
