import { parentPort, workerData } from 'node:worker_threads';
import { Library } from '../library/library.ts';
import { knownSources } from './known-sources.ts';
import { readImport } from './read-import.ts';
import type { ImportThreadData } from './read-in-thread.ts';

// This file is the whole of a worker thread: it begins when it is loaded, and ends when the file is read.
const { source, library, tags } = workerData as ImportThreadData; // What it is started with is of this build.
const port = parentPort;
if (!port) throw new Error('The import thread is started by the program, not by hand.');

// Bytes arrive in another thread as an ordinary array of them.
const bytes = typeof source === 'string' ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
port.postMessage(await readImport(bytes, knownSources(Library.of(library)), undefined, tags));
