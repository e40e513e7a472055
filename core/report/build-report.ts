import { citeParagraphs, citePlace } from '../citations/cite-place.ts';
import type { Citer } from '../citations/citer.ts';
import type { Omission } from '../dossiers/dossier.ts';
import { createExcerptReader, type ExcerptSources, type ReadExcerpt } from '../excerpts/build-excerpts.ts';
import { type Result, succeed } from '../result.ts';
import type { Settings } from '../workspace/settings.ts';
import { countMarks } from './count-marks.ts';
import { listTags } from './list-tags.ts';
import { createSourceCollector, type SourceCollector } from './number-sources.ts';
import { type PlannedPart, type PlanSources, planReport } from './plan-report.ts';
import type { Report, ReportExcerpt, ReportPart, ReportWarning } from './report.ts';
import type { ReportOptions, ReportRequest } from './report-request.ts';
import { cutsOf, splitRuns } from './split-runs.ts';
import { createWithholder, type FoundName, type Withholder } from './withhold-names.ts';
import { withholdCitation } from './withhold-source.ts';

/** Everything that a report is made from. */
export interface ReportSources extends ExcerptSources, PlanSources {
  readonly settings: Settings;
}

/** What a report needs from outside. */
export interface ReportEnvironment {
  /** Sets the citations in the style of the request. */
  readonly citer: Citer;
  /** When the report is made, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** Told from time to time how many of the excerpts are done, and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

type PlannedExcerpt = Extract<PlannedPart, { kind: 'excerpt' }>;

const excerptsBetweenReports = 100;

/** Finds names in the surroundings of excerpts; once where several excerpts have the same. */
function createNameFinder({ find }: Withholder): (read: ReadExcerpt) => readonly FoundName[] {
  const known = new Map<string, readonly FoundName[]>();
  return ({ key, surroundings }) => {
    const found = (key === null ? undefined : known.get(key)) ?? find(surroundings);
    if (key !== null) known.set(key, found);
    return found;
  };
}

/** The omissions whose words stand where they did. */
function standing(omissions: readonly Omission[], quotation: string): Omission[] {
  return omissions.filter(({ start, end, words }) => end <= quotation.length && quotation.slice(start, end) === words);
}

/** Prints an excerpt's words: what is before, in and after its quotation. */
function printWords(
  { excerpt, surroundings, at }: ReadExcerpt,
  omissions: readonly Omission[],
  names: readonly FoundName[],
  marks: readonly string[],
): Pick<ReportExcerpt, 'before' | 'quotation' | 'after'> {
  const omitted = omissions.map(({ start, end }) => ({ start: at + start, end: at + end }));
  const cuts = cutsOf(surroundings, names, omitted, marks);
  const end = at + excerpt.quotation.length;
  const from = at - excerpt.before.length;
  const beforeStart = excerpt.start - [...excerpt.before].length;
  return {
    before: splitRuns(surroundings, from, at, beforeStart, cuts),
    quotation: splitRuns(surroundings, at, end, excerpt.start, cuts),
    after: splitRuns(surroundings, end, end + excerpt.after.length, excerpt.end, cuts),
  };
}

function locatorOf({ place }: ReadExcerpt['excerpt'], speakers: readonly string[], citer: Citer): string | null {
  if (!place) return null;
  const where = citePlace(place, citer.pages);
  return speakers.length === 0 ? where : `${where} (${speakers.join(', ')})`;
}

/** Makes the printed excerpts of one report. */
function createExcerptPrinter(
  options: ReportOptions,
  citer: Citer,
  collector: SourceCollector,
  withholder: Withholder,
): (planned: PlannedExcerpt, read: ReadExcerpt, number: number) => ReportExcerpt {
  const namesOf = createNameFinder(withholder);
  const { apply, marks } = withholder;
  return ({ item, omissions }, read, number) => {
    const { excerpt } = read;
    const pages = excerpt.place?.pages;
    const source = collector.sourceOf(excerpt, number);
    const speakers = (excerpt.place?.speakers ?? []).map(source.printSpeaker);
    const note = citer.note(source.item, locatorOf(excerpt, speakers, citer), source.firstNote);
    return {
      kind: 'excerpt',
      number,
      id: excerpt.id,
      item,
      state: excerpt.state,
      fixity: excerpt.fixity,
      ...printWords(read, standing(omissions, excerpt.quotation), namesOf(read), marks),
      tags: [...new Set(excerpt.tags.map(apply))],
      note: options.hasNotes && !excerpt.isNotePrivate ? apply(excerpt.note) : '',
      ...(pages && { pages: { first: apply(pages.first), last: apply(pages.last) } }),
      place: excerpt.place ? citeParagraphs(excerpt.place) : '',
      speakers,
      source: source.index,
      citation: withholdCitation(note, withholder),
      start: excerpt.start,
      end: excerpt.end,
      created: excerpt.created,
      modified: excerpt.modified,
    };
  };
}

function sourceWarnings({ fixity }: ReadExcerpt['excerpt'], number: number): ReportWarning[] {
  if (fixity === null || fixity === 'verified') return [];
  return [{ kind: fixity === 'changed' ? 'source-changed' : 'source-missing', number }];
}

function warningsOf(planned: PlannedExcerpt, { excerpt }: ReadExcerpt, number: number): ReportWarning[] {
  const lost = standing(planned.omissions, excerpt.quotation).length < planned.omissions.length;
  return [
    ...(excerpt.state === 'anchored' ? [] : [{ kind: excerpt.state, number }]),
    ...(lost ? [{ kind: 'omission-lost' as const, number }] : []),
    ...sourceWarnings(excerpt, number),
  ];
}

/**
 * Makes the report that the preview shows and every document is written from. Excerpts are numbered from 1 in the order
 * of the parts, and an excerpt under several headings is there several times. A source is cited in full where it is first
 * quoted, and in short after. A fault says why there is nothing to report.
 */
export function buildReport(
  sources: ReportSources,
  { selection, options }: ReportRequest,
  env: ReportEnvironment,
): Result<Report> {
  const plan = planReport(sources, selection);
  if (!plan.ok) return plan;
  const withholder = createWithholder(options.withheld);
  const { apply } = withholder;
  const collector = createSourceCollector(sources.summaries, env.citer, withholder);
  const read = createExcerptReader(sources, options.context);
  const print = createExcerptPrinter(options, env.citer, collector, withholder);
  const planned = plan.value.parts.filter((part) => part.kind === 'excerpt');
  const warnings: ReportWarning[] = [];
  let number = 0;
  const parts = plan.value.parts.map((part): ReportPart => {
    if (part.kind !== 'excerpt') return { ...part, text: apply(part.text) };
    number += 1;
    const found = read(part.highlight);
    const printed = print(part, found, number);
    warnings.push(...warningsOf(part, found, number));
    if (number % excerptsBetweenReports === 0 || number === planned.length) env.onProgress?.(number, planned.length);
    return printed;
  });
  for (let lost = 0; lost < plan.value.deleted; lost += 1) warnings.push({ kind: 'deleted-highlight', number: null });
  const author = apply(sources.settings.name.trim());
  const report = {
    title: apply(plan.value.title),
    author: options.hasAuthor && author !== '' ? author : null,
    madeAt: env.madeAt,
    style: options.style,
    context: options.context,
    parts,
    sources: collector.collected(),
    tags: listTags(
      planned.map(({ highlight }) => highlight),
      sources.tags,
      withholder,
    ),
    warnings,
  };
  return succeed({ ...report, withheld: countMarks(report, withholder.marks) });
}
