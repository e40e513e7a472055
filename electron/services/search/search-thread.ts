import { parentPort, workerData } from 'node:worker_threads';
import { Library } from '../library/library.ts';
import { QuietMemory } from '../quiet-memory.ts';
import { LocalElsewhereFinder } from './local-elsewhere-finder.ts';
import { LocalSearcher } from './local-searcher.ts';
import type { SearchAnswerMessage, SearchRequestMessage, SearchThreadData } from './messages.ts';

// This file is the whole of a worker thread: it begins when it is loaded. What it is started with is of this build.
const { library: parts, file } = workerData as SearchThreadData;
const port = parentPort;
if (!port) throw new Error('The search thread is started by the program, not by hand.');

/** Fewer statements, and fewer highlights told at once, leave nothing behind that is worth a pause. */
const largeLibrary = 1_000;

const library = Library.of(parts);
const searcher = new LocalSearcher(library.statements, file);
const elsewhere = new LocalElsewhereFinder(library.statements);
const memory = new QuietMemory();
void searcher.whenBuilt.then(() => {
  if (library.statements.size >= largeLibrary) memory.noteWork();
});

async function answer(message: Exclude<SearchRequestMessage, { kind: 'tell' }>) {
  if (message.kind === 'search') return searcher.search(message.request);
  if (message.kind === 'find') return searcher.findInStatement(message.request);
  if (message.kind === 'elsewhere') return elsewhere.findElsewhere(message.request);
  if (message.kind === 'single-sources') return elsewhere.findSingleSources(message.request);
  await searcher.close();
  return null;
}

port.on('message', (message: SearchRequestMessage) => {
  if (message.kind === 'tell') {
    const { statements } = message.news;
    if (statements.length > 0) {
      for (const { id, statement } of statements) library.take(id, statement);
      elsewhere.forget();
    }
    searcher.tell(message.news);
    if (message.news.put.length >= largeLibrary) memory.noteWork();
    return;
  }
  const { id } = message;
  const reply = (content: SearchAnswerMessage): void => port.postMessage(content);
  answer(message).then(
    (found) => reply({ id, answer: found }),
    (error: unknown) => reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
