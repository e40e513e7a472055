import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { inEnglish } from '../../../core/sentence.ts';
import type { Session } from '../../../core/session.ts';
import type { AddedLine, Adding } from '../../../core/statements/adding.ts';
import { wordAddedCounts, wordAddedLine, writeAddingReport } from '../../../core/statements/adding-report.ts';
import type { CommandInput, CommandOutput, Terminal, WorkspaceCommand, WriteFile } from '../command.ts';
import { findStatement } from '../find-statement.ts';
import { checkCount, readCount } from '../read-count.ts';
import { wordTimeLeft } from '../time-left.ts';

/** How many lines are shown where nobody says. */
const usualLimit = 50;

/** Milliseconds between two looks at how far it is. */
const lookEveryMs = 200;

function check({ operands, options }: CommandInput): string | null {
  if (operands.includes('')) return 'A file to add has no name: write its path.';
  if (options['version-of'] !== undefined && operands.length !== 1)
    return 'A new version of a statement is one file: name one.';
  if (options.encoding === '') return '--encoding takes the name of an encoding, as windows-1251.';
  const { report } = options;
  if (report === '') return '--report takes the path of a file.';
  if (report !== undefined && operands.some((path) => resolve(path) === resolve(report)))
    return 'The report would replace a file that is added: name another one after --report.';
  return checkCount('limit', options.limit);
}

function progressLine({ done, total, current, secondsLeft }: Adding): string {
  if (total === null) return 'Looking for files…';
  const left = secondsLeft === null ? [] : [wordTimeLeft(secondsLeft)];
  return [`${done} of ${total}`, ...left, ...(current === null ? [] : [current])].join(', ');
}

/** Waits until it is over, and shows how far it is. */
async function follow(service: AttestService, job: string, { onInterrupt, showProgress }: Terminal) {
  const stopHearing = onInterrupt(() => void service.call('cancelAdding', { job }));
  try {
    for (;;) {
      const read = await service.call('readAdding', {});
      if (!read.ok) return read;
      const { adding } = read.value;
      if (adding?.job !== job)
        return fail('not-found', 'The Attest that is open has put the report away: look there what was added.');
      if (adding.state !== 'running') return succeed(adding);
      showProgress(progressLine(adding));
      await wait(lookEveryMs);
    }
  } finally {
    stopHearing();
    showProgress(null);
  }
}

async function readLines(service: AttestService, job: string): Promise<Result<AddedLine[]>> {
  const lines: AddedLine[] = [];
  for (;;) {
    const read = await service.call('readAddedLines', { job, outcome: null, from: lines.length });
    if (!read.ok) return read;
    lines.push(...read.value.lines);
    if (read.value.lines.length === 0 || lines.length >= read.value.count) return succeed(lines);
  }
}

/** Why the exit code says that not all is well; `null` where it is. */
function problemOf({ state, counts: { refused }, fault, total, done }: Adding): string | null {
  if (state === 'failed') return fault?.message ?? 'The files were not all added.';
  if (state === 'cancelled') return `It was cancelled after ${done} of ${total ?? 'the'} files; what was added stays.`;
  return refused === 0 ? null : `${refused} ${refused === 1 ? 'file was' : 'files were'} refused; the list says why.`;
}

function describe(adding: Adding, lines: readonly AddedLine[], limit: number): CommandOutput {
  const refused = lines.filter(({ outcome }) => outcome === 'refused');
  const others = lines.filter(({ outcome }) => outcome !== 'refused');
  const asText = (line: AddedLine): string =>
    line.statement === null ? wordAddedLine(line) : `${wordAddedLine(line)} [${line.statement}]`;
  const more = lines.length - limit;
  const text = [
    ...[...refused, ...others].slice(0, limit).map(asText),
    ...(more > 0 ? [`and ${more} more: --report FILE writes them all, --limit N shows more`] : []),
    `Files: ${wordAddedCounts(adding.counts)}.`,
  ].join('\n');
  const json = {
    state: adding.state,
    counts: adding.counts,
    files: lines.map(({ sentences, ...line }) => ({
      ...line,
      sentences: sentences.map((sentence) => inEnglish(sentence)),
    })),
  };
  const problem = problemOf(adding);
  return { json, text, ...(problem === null ? {} : { problem }) };
}

async function run(
  service: AttestService,
  { statements }: Session,
  { options }: CommandInput,
  write: WriteFile,
  terminal: Terminal,
): Promise<Result<CommandOutput>> {
  const { encoding = null, report, limit, 'version-of': name } = options;
  const statement = name === undefined ? null : findStatement(statements, name);
  if (statement && !statement.ok) return statement;
  const begun = await service.call('beginAdding', {
    from: { kind: 'files' },
    versionOf: statement?.value.id ?? null,
    encoding,
  });
  if (!begun.ok) return begun;
  if (begun.value.outcome !== 'begun') return fail('invalid', 'Nothing was chosen, and nothing was changed.');
  const { job } = begun.value;
  const over = await follow(service, job, terminal);
  if (!over.ok) return over;
  const lines = await readLines(service, job);
  if (!lines.ok) return lines;
  const output = describe(over.value, lines.value, limit === undefined ? usualLimit : (readCount(limit) ?? usualLimit));
  if (report === undefined) return succeed(output);
  const content = writeAddingReport(over.value, lines.value, new Date().toISOString());
  const written = await write(report, Buffer.from(content));
  // The files have been added all the same: that is not to be lost for a report.
  return succeed(written.ok ? output : { ...output, problem: written.fault.message });
}

/** `add FILE…|FOLDER…`: takes files as statements of one’s own, and says what became of each. */
export const add: WorkspaceCommand = {
  name: 'add',
  synopsis: 'FILE…|FOLDER… [--recursive] [--encoding NAME] [--version-of STATEMENT] [--report FILE] [--limit N]',
  summary:
    'Adds files as statements: text, Markdown, HTML, Word, PDF, EPUB, e-mail. --recursive takes the folders in a folder too, --version-of makes a file the newest version of a statement.',
  options: ['recursive', 'encoding', 'version-of', 'report', 'limit'],
  operands: [1, Number.POSITIVE_INFINITY],
  access: 'write',
  check,
  run,
};
