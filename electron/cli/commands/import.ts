import { resolve } from 'node:path';
import { ImportRule, type ImportSummary } from '../../../core/exchange/exchange-shapes.ts';
import { writeImportReport } from '../../../core/exchange/import-report.ts';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { inEnglish } from '../../../core/sentence.ts';
import type { CommandInput, CommandOutput, Terminal, WorkspaceCommand, WriteFile } from '../command.ts';
import { countHighlights } from '../describe-change.ts';
import { itemAsText, linesAsText, summaryAsText } from '../describe-import.ts';
import { checkCount, readCount } from '../read-count.ts';
import { readWholeImport, type WholeImport } from '../read-whole-import.ts';
import { wordTimeLeft } from '../time-left.ts';

/** What becomes of disagreements where nobody says: nothing that somebody wrote is lost. As in the reader. */
const usualRule: ImportRule = 'both';

/** How many items and lines are shown where nobody says. */
const usualLimit = 50;

const ruleOf = ({ options }: CommandInput): ImportRule => ImportRule.parse(options.rule ?? usualRule);
const limitOf = ({ options }: CommandInput): number =>
  options.limit === undefined ? usualLimit : (readCount(options.limit) ?? usualLimit);

function check({ operands: [file = ''], options }: CommandInput): string | null {
  if (file === '') return 'The file to import has no name: write its path.';
  if (options.rule !== undefined && !ImportRule.safeParse(options.rule).success)
    return `--rule takes ${ImportRule.options.join(', ')}, and not “${options.rule}”.`;
  if (options.report === '') return '--report takes the path of a file.';
  if (options.report !== undefined && resolve(options.report) === resolve(file))
    return 'The report would replace the file that is imported: name another one after --report.';
  return checkCount('limit', options.limit);
}

/**
 * Shows how far the statements are that come with an import, until the returned function is called; Ctrl+C gives it up. Where another
 * Attest takes it, nothing is heard of that, and Ctrl+C only ends the waiting.
 */
function follow(service: AttestService, token: string, { onInterrupt, showProgress }: Terminal): () => void {
  let stopHearing: (() => void) | null = null;
  const stopWatching = service.subscribe((event) => {
    if (event.type !== 'import-progress' || event.token !== token) return;
    stopHearing ??= onInterrupt(() => void service.call('dropImport', { token, staysOpen: true }));
    const { done, total, secondsLeft } = event;
    const left = secondsLeft === null ? [] : [wordTimeLeft(secondsLeft)];
    showProgress([`Statements: ${done} of ${total}`, ...left].join(', '));
  });
  return () => {
    stopHearing?.();
    stopWatching();
    showProgress(null);
  };
}

/** Takes the import, and gives how many highlights it touched. */
async function apply(service: AttestService, token: string, rule: ImportRule, terminal: Terminal) {
  const stopFollowing = follow(service, token, terminal);
  try {
    const applied = await service.call('applyImport', { token, rule, choices: {} });
    if (!applied.ok) return applied;
    if (applied.value.outcome !== 'taken') return fail('invalid', 'The import was cancelled, and nothing was changed.');
    const { highlights, save } = applied.value;
    if (save.state === 'not-saved') return fail('not-saved', `The import was not saved: ${save.reason}`);
    return succeed(highlights.length);
  } finally {
    stopFollowing();
  }
}

function describe(
  summary: ImportSummary,
  { items, lines }: WholeImport,
  input: CommandInput,
  touched: number | null,
  isItemByItem: boolean,
): Pick<CommandOutput, 'json' | 'text'> {
  const limit = limitOf(input);
  const { fileName, format, from, counts, lineCounts } = summary;
  const more = items.length - limit;
  const shown = isItemByItem
    ? [
        ...items.slice(0, limit).map(itemAsText),
        ...(more > 0 ? [`and ${more} more differences: --limit N shows more`] : []),
      ]
    : [];
  const done =
    touched === null ? 'Nothing was changed (--dry-run).' : `Taken in one step: ${countHighlights(touched)} touched.`;
  const { taken, changed, refused } = lineCounts;
  const text = [
    summaryAsText(summary),
    ...shown,
    `Report: ${taken} taken, ${changed} changed, ${refused} refused`,
    ...linesAsText(lines, limit),
    done,
  ].join('\n');
  const json = {
    file: fileName,
    format,
    from,
    rule: ruleOf(input),
    dryRun: touched === null,
    counts,
    lineCounts,
    // Positions are left out: they count otherwise in the reader than in what this command prints.
    items: items.map(({ passage: _, ...item }) => item),
    lines: lines.map(({ outcome, item, sentence }) => ({ outcome, item, sentence: inEnglish(sentence) })),
    highlights: touched ?? 0,
  };
  return { json, text };
}

async function take(
  service: AttestService,
  input: CommandInput,
  write: WriteFile,
  terminal: Terminal,
  isItemByItem: boolean,
): Promise<Result<CommandOutput>> {
  const read = await service.call('readImport', { upload: null });
  if (!read.ok) return read;
  if (read.value.outcome !== 'read') return fail('invalid', 'The reading was cancelled, and nothing was changed.');
  const summary = read.value;
  try {
    const whole = await readWholeImport(service, summary);
    if (!whole.ok) return whole;
    const { report, 'dry-run': isDryRun = false } = input.options;
    const touched = isDryRun ? succeed(null) : await apply(service, summary.token, ruleOf(input), terminal);
    if (!touched.ok) return touched;
    const output = describe(summary, whole.value, input, touched.value, isItemByItem);
    if (report === undefined) return succeed(output);
    const { fileName, format } = summary;
    const content = writeImportReport({ fileName, format, lines: whole.value.lines }, new Date().toISOString());
    const written = await write(report, Buffer.from(content));
    // The work has been taken all the same: that is not to be lost for a report.
    return succeed(written.ok ? output : { ...output, problem: written.fault.message });
  } finally {
    await service.call('dropImport', { token: summary.token });
  }
}

const common = {
  options: ['dry-run', 'rule', 'report', 'limit'],
  operands: [1, 1],
  access: ({ options }) => (options['dry-run'] ? 'read' : 'write'),
  check,
} satisfies Partial<WorkspaceCommand>;

const synopsis = `FILE [--dry-run] [--rule ${ImportRule.options.join('|')}] [--report FILE] [--limit N]`;

/** `import FILE`: takes what is in a file of some format of the field, and says what was changed or refused. */
export const importFile: WorkspaceCommand = {
  ...common,
  name: 'import',
  synopsis,
  summary:
    'Takes highlights and tags from .attest, Web Annotations, .qdpx, .qdc, Taguette or a codebook as CSV, in one step that can be undone.',
  run: (service, _session, input, write, terminal) => take(service, input, write, terminal, false),
};

/** `merge FILE`: the same, and says item by item what the two have that differs. */
export const mergeFile: WorkspaceCommand = {
  ...common,
  name: 'merge',
  synopsis,
  summary:
    'As import, for a colleague’s work: says whose it is and shows each difference. --rule is for what the two disagree on (otherwise both).',
  run: (service, _session, input, write, terminal) => take(service, input, write, terminal, true),
};
