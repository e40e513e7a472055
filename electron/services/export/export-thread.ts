import { parentPort, workerData } from 'node:worker_threads';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { ReportSources } from '../../../core/report/build-report.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { LocalReportMaker } from './local-report-maker.ts';
import type { ExportAnswerMessage, ExportRequestMessage, ExportThreadData } from './messages.ts';
import type { ReportMaterial } from './report-maker.ts';

// This file is the whole of a worker thread: it begins when it is loaded. What it is started with is of this build.
const { resources } = workerData as ExportThreadData;
const port = parentPort;
if (!port) throw new Error('The export thread is started by the program, not by hand.');

const maker = new LocalReportMaker(resources);
const statements = new Map<string, Statement>();
let highlights: PlacedHighlight[] = [];
let told: { readonly key: string; readonly sources: Omit<ReportSources, 'statements' | 'highlights'> } | null = null;

const reply = (content: ExportAnswerMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(content, transfer);

function material(): ReportMaterial {
  if (!told) throw new Error('The export thread was asked before it was told the sources.');
  const { key, sources } = told;
  const current = highlights;
  return { key, read: () => ({ ...sources, statements: [...statements.values()], highlights: current }) };
}

async function answer(message: Extract<ExportRequestMessage, { id: number }>): Promise<void> {
  const { id } = message;
  if (message.kind === 'preview') {
    reply({ id, answer: await maker.preview(material(), message.input) });
    return;
  }
  const written = await maker.write(material(), message.order, (done, total) =>
    reply({ id, progress: { done, total } }),
  );
  // Handed over, not copied. A view of a part of some larger memory has to be copied: others may use the rest.
  const buffers = written.ok ? [written.value.content, written.value.record] : [];
  const whole = buffers.flatMap((bytes) =>
    bytes && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : [],
  );
  reply({ id, answer: written }, whole);
}

port.on('message', (message: ExportRequestMessage) => {
  if (message.kind === 'sources') {
    told = message;
    highlights = [];
  } else if (message.kind === 'statement') statements.set(message.statement.summary.id, message.statement);
  else if (message.kind === 'highlights') highlights.push(...message.highlights);
  else {
    const { id } = message;
    answer(message).catch((error: unknown) =>
      reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  }
});
