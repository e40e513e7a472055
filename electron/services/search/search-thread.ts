import { parentPort, workerData } from 'node:worker_threads';
import { LocalElsewhereFinder } from './local-elsewhere-finder.ts';
import { LocalSearcher } from './local-searcher.ts';
import type { SearchAnswerMessage, SearchRequestMessage, SearchThreadData } from './messages.ts';

// This file is the whole of a worker thread: it begins when it is loaded. What it is started with is of this build.
const { statements, file } = workerData as SearchThreadData;
const port = parentPort;
if (!port) throw new Error('The search thread is started by the program, not by hand.');
const searcher = new LocalSearcher(statements, file);
const elsewhere = new LocalElsewhereFinder(statements);

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
    searcher.tell(message.news);
    return;
  }
  const { id } = message;
  const reply = (content: SearchAnswerMessage): void => port.postMessage(content);
  answer(message).then(
    (found) => reply({ id, answer: found }),
    (error: unknown) => reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
