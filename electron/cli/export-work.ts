import { filterHighlights } from '../../core/excerpts/filter-highlights.ts';
import { type WorkFormat, withPrivateNotes } from '../../core/exchange/exchange-shapes.ts';
import { wordReportLine } from '../../core/exchange/import-report.ts';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { inEnglish } from '../../core/sentence.ts';
import type { Session } from '../../core/session.ts';
import { chooseExcerpts } from './choose-excerpts.ts';
import type { CommandInput, CommandOptions, CommandOutput } from './command.ts';
import { countHighlights } from './describe-change.ts';
import { findDossier } from './find-dossier.ts';

/** The names by which formats of work are called: their extensions, and those of which there is more than one to an extension. */
export const workFormats: ReadonlyMap<string, WorkFormat> = new Map([
  ['attest', 'attest'],
  ['jsonld', 'web-annotation'],
  ['qdpx', 'qdpx'],
  ['qdc', 'qdc'],
  ['taguette-highlights', 'taguette-highlights'],
  ['taguette-codebook', 'taguette-codebook'],
]);

const codebooks: readonly WorkFormat[] = ['qdc', 'taguette-codebook'];
const filters = ['tag', 'match', 'statement'] as const;
const selecting = ['dossier', ...filters] as const;
const ofReports = ['group', 'context', 'style', 'no-notes', 'with-name', 'withhold', 'record'] as const;

/** What is wrong with the options of an export of work; `null` where nothing is. */
export function checkWorkOptions(format: WorkFormat, options: CommandOptions): string | null {
  const foreign = ofReports.find((option) => options[option] !== undefined);
  if (foreign) return `--${foreign} is for reports, and ${format} takes work along as it is: leave it out.`;
  if (options['private-notes'] && !withPrivateNotes.includes(format))
    return `${format} cannot say that a note is private, so private notes stay out of it: leave --private-notes out.`;
  const chosen = selecting.find((option) => options[option] !== undefined);
  if (chosen && codebooks.includes(format))
    return `${format} is a codebook, which has all tags and no highlights: leave --${chosen} out.`;
  const beside = options.dossier === undefined ? undefined : filters.find((option) => options[option] !== undefined);
  return beside ? `A dossier is exported as it is, without --${beside}: leave one of the two out.` : null;
}

/** The ids of the highlights that the options choose; `null` for all. */
function chooseHighlights(session: Session, options: CommandOptions): Result<string[] | null> {
  if (options.dossier !== undefined) {
    const dossier = findDossier(session.dossiers, options.dossier);
    if (!dossier.ok) return dossier;
    const ids = dossier.value.items.flatMap((item) => (item.kind === 'excerpt' ? [item.highlight] : []));
    return succeed([...new Set(ids)]);
  }
  if (selecting.every((option) => options[option] === undefined)) return succeed(null);
  const filter = chooseExcerpts(session, options);
  if (!filter.ok) return filter;
  const { highlights, statements: summaries, tags } = session;
  return succeed(filterHighlights(highlights, filter.value, { summaries, tags }).map(({ id }) => id));
}

/** Writes work to the file that the host was opened with, and says what the format cannot hold. */
export async function exportWork(
  service: AttestService,
  session: Session,
  { options }: CommandInput,
  format: WorkFormat,
): Promise<Result<CommandOutput>> {
  const highlights = chooseHighlights(session, options);
  if (!highlights.ok) return highlights;
  if (highlights.value?.length === 0)
    return fail('not-found', 'No highlight is chosen by these options, and no file was written: choose others.');
  const hasPrivateNotes = options['private-notes'] ?? false;
  const exported = await service.call('exportWork', { format, highlights: highlights.value, hasPrivateNotes });
  if (!exported.ok) return exported;
  if (exported.value.outcome !== 'saved') return fail('internal', `The export ended as ${exported.value.outcome}.`);
  const { location, count, lines = [] } = exported.value;
  const written = codebooks.includes(format) ? 'The codebook was' : `${countHighlights(count)}`;
  const text = [`${written} written to ${location}`, ...lines.map(wordReportLine)].join('\n');
  const json = {
    file: location,
    format,
    highlights: count,
    lines: lines.map(({ outcome, item, sentence }) => ({ outcome, item, sentence: inEnglish(sentence) })),
  };
  return succeed({ json, text });
}
