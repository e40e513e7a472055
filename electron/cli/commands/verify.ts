import { setTimeout as wait } from 'node:timers/promises';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Session } from '../../../core/session.ts';
import type { FixityCheck, FixityLine } from '../../../core/statements/fixity-report.ts';
import { wordFixityLine } from '../../../core/statements/write-fixity-report.ts';
import { checkFile } from '../check-file.ts';
import type { CommandOutput, Terminal, WorkspaceCommand } from '../command.ts';

type Placed = Session['highlights'][number];
type Summary = Session['statements'][number];

/** Milliseconds between two looks at how far it is. */
const lookEveryMs = 50;

/** Has every file of the library compared with its SHA-256, and waits until that is over. */
async function checkFiles(
  service: AttestService,
  { onInterrupt, showProgress }: Terminal,
): Promise<Result<FixityCheck>> {
  const stopHearing = onInterrupt(() => void service.call('cancelFixity', {}));
  try {
    let check = await service.call('checkFixity', {});
    while (check.ok && check.value.state === 'running') {
      showProgress(`${check.value.done} of ${check.value.total} files`);
      await wait(lookEveryMs);
      check = await service.call('readFixity', {});
    }
    if (!check.ok || check.value.state !== 'cancelled') return check;
    const { done, total } = check.value;
    return fail('invalid', `The check was cancelled after ${done} of ${total} files, so nothing is verified.`);
  } finally {
    stopHearing();
    showProgress(null);
  }
}

/** Highlights with their statement’s text, which is read for one statement at a time. */
async function readTexts(
  service: AttestService,
  highlights: readonly Placed[],
): Promise<(readonly [Placed, string | undefined])[]> {
  const read: (readonly [Placed, string | undefined])[] = [];
  let last: { readonly statement: string; readonly text: string | undefined } = { statement: '', text: undefined };
  for (const highlight of highlights) {
    const { statement } = highlight;
    if (last.statement !== statement) {
      const found = await service.call('readStatement', { statement });
      last = { statement, text: found.ok ? found.value.text : undefined };
    }
    read.push([highlight, last.text]);
  }
  return read;
}

/** Looks at the text once more, whatever the state says: the words must stand there. */
function isAtItsWords({ anchor, selector }: Placed, text: string | undefined): boolean {
  return anchor.state === 'anchored' && text?.slice(anchor.start, anchor.end) === selector.quote;
}

/** Whether a line is of the file that a statement is read from, of which its summary says as much. */
function isSource({ file, expected, statement }: FixityLine, summaries: ReadonlyMap<string, Summary>): boolean {
  return file === 'text' && summaries.get(statement)?.sha256 === expected;
}

async function verifyAll(service: AttestService, terminal: Terminal): Promise<Result<CommandOutput>> {
  const check = await checkFiles(service, terminal);
  if (!check.ok) return check;
  const { lines, faults, total } = check.value;
  // After the check: what it found of texts, the session says too, and where highlights stand in them.
  const opened = await service.call('openSession', {});
  if (!opened.ok) return opened;
  const session = opened.value;
  const faulty = new Set(lines.map(({ statement }) => statement));
  const sources = session.statements.map(({ id, file, sha256, fixity }) => ({
    statement: id,
    file,
    sha256,
    fixity,
    ok: fixity === 'verified' && !faulty.has(id),
  }));
  const placed = await readTexts(service, session.highlights);
  const highlights = placed.map(([highlight, text]) => ({
    id: highlight.id,
    statement: highlight.statement,
    state: highlight.anchor.state,
    exact: highlight.selector.quote,
    ok: isAtItsWords(highlight, text),
  }));
  const wrongSources = sources.filter(({ ok }) => !ok);
  const wrongHighlights = highlights.filter(({ ok }) => !ok);
  // What could not be read has not been checked: the notices say what.
  const isWhole = !session.notices.some(({ kind }) =>
    ['workspace-set-aside', 'journal-damaged', 'read-only'].includes(kind),
  );
  const ok = isWhole && faults === 0 && wrongSources.length === 0 && wrongHighlights.length === 0;
  const summaries = new Map(session.statements.map((summary) => [summary.id, summary]));
  const text = [
    ...wrongSources
      .filter(({ fixity }) => fixity !== 'verified')
      .map(({ file, fixity, sha256 }) => `${file}: ${fixity}, catalogued with SHA-256 ${sha256}`),
    ...lines
      .filter((line) => !isSource(line, summaries))
      .map((line) => `${wordFixityLine(line)}, kept with SHA-256 ${line.expected}`),
    ...(faults > lines.length ? [`and ${faults - lines.length} files more`] : []),
    ...wrongHighlights.map(({ id, statement, state, exact }) => `${statement}: highlight ${id} ${state}: “${exact}”`),
    `Sources: ${sources.length - wrongSources.length} of ${sources.length} as catalogued.`,
    `Files: ${total - faults} of ${total} as they were left.`,
    `Highlights: ${highlights.length - wrongHighlights.length} of ${highlights.length} at their words.`,
  ].join('\n');
  const json = { sources, files: { checked: total, faults, lines }, highlights, ok };
  if (ok) return succeed({ json, text });
  if (!isWhole)
    return succeed({
      json,
      text,
      problem: 'The workspace could not be read as it is, so its highlights are not verified.',
    });
  const count = `${wrongSources.length} of ${sources.length} sources and ${wrongHighlights.length} of ${highlights.length} highlights`;
  return succeed({ json, text, problem: `Verification failed for ${count}; the list names them.` });
}

/** `verify`: every file against its SHA-256, every highlight against its text; `verify FILE`: an export, read back. */
export const verify: WorkspaceCommand = {
  name: 'verify',
  synopsis: '[FILE]',
  summary:
    'Checks every source, with its original and its versions, against its SHA-256 and every highlight against its text; or every quotation of an export (docx, html, md, json, xlsx).',
  options: [],
  operands: [0, 1],
  access: 'read',
  run: (service, session, { operands: [file] }, _, terminal) =>
    file === undefined ? verifyAll(service, terminal) : checkFile(service, session, file),
};
