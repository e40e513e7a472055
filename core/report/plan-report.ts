import type { Dossier, Omission } from '../dossiers/dossier.ts';
import { createHighlightFilter } from '../excerpts/filter-highlights.ts';
import { type ExcerptGroup, groupHighlights } from '../excerpts/group-highlights.ts';
import { inReadingOrder, type PlacedHighlight } from '../highlights/highlight.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isAfter, readQueryDate } from '../search/language/query-date.ts';
import { say } from '../sentence.ts';
import { writeOutDate } from '../statements/edtf-date.ts';
import { type StatementSummary, titleOf } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';
import { pathOf } from '../tags/tag-tree.ts';
import type { ReportSelection } from './report-request.ts';

/** What stands in a report before anything is made of it; `item` is of a dossier, `null` elsewhere. */
export type PlannedPart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'excerpt';
      readonly highlight: PlacedHighlight;
      readonly item: string | null;
      readonly omissions: readonly Omission[];
    };

/** A report in outline. `deleted` is how many excerpts of a dossier have lost their highlight. */
export interface ReportPlan {
  readonly title: string;
  readonly parts: readonly PlannedPart[];
  readonly deleted: number;
}

/** What a report is chosen from. */
export interface PlanSources {
  readonly summaries: readonly StatementSummary[];
  readonly tags: readonly Tag[];
  readonly highlights: readonly PlacedHighlight[];
  readonly dossiers: readonly Dossier[];
}

function checkDates(from: string | null, to: string | null): Result<null> {
  const wrong = [from, to].find((date) => date !== null && readQueryDate(date) === null);
  if (typeof wrong === 'string') {
    return fail(
      'invalid',
      say(/*i18n*/ '“{wrong}” is no date: write a year, a month or a day, as 2023, 2023-05 or 2023-05-09.', { wrong }),
    );
  }
  const [first, last] = [readQueryDate(from ?? ''), readQueryDate(to ?? '')];
  if (first !== null && last !== null && isAfter(first, last)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'No date lies between {first} and {last}: turn the two round.', { first, last }),
    );
  }
  return succeed(null);
}

function headingOf({ of, value }: ExcerptGroup, { summaries, tags }: PlanSources): string {
  if (of === 'tag') return value === null ? 'Without a tag' : (pathOf(tags, value) ?? value);
  if (of === 'date') return value === null ? 'Date unknown' : writeOutDate(value);
  const summary = summaries.find(({ id }) => id === value);
  return summary ? titleOf(summary) : (value ?? '');
}

function planExcerpts(
  sources: PlanSources,
  { filter, groupBy }: Extract<ReportSelection, { of: 'excerpts' }>,
): Result<ReportPlan> {
  const dates = checkDates(filter.from, filter.to);
  if (!dates.ok) return dates;
  const chosen = createHighlightFilter(sources)(sources.highlights, filter);
  if (chosen.length === 0) {
    return fail('invalid', say(/*i18n*/ 'No highlight fits these choices, so there is nothing to export.'));
  }
  chosen.sort(inReadingOrder(sources.summaries.map(({ id }) => id)));
  const parts = groupHighlights(chosen, groupBy, sources).flatMap((group): PlannedPart[] => [
    ...(groupBy === 'none' ? [] : [{ kind: 'heading' as const, level: 1, text: headingOf(group, sources) }]),
    ...group.highlights.map((highlight) => ({ kind: 'excerpt' as const, highlight, item: null, omissions: [] })),
  ]);
  return succeed({ title: 'Excerpts', parts, deleted: 0 });
}

function planDossier(sources: PlanSources, id: string): Result<ReportPlan> {
  const dossier = sources.dossiers.find((other) => other.id === id);
  if (!dossier) return fail('not-found', say(/*i18n*/ 'This dossier does not exist any more: choose another.'));
  const highlights = new Map(sources.highlights.map((highlight) => [highlight.id, highlight]));
  const parts = dossier.items.flatMap((item): PlannedPart[] => {
    if (item.kind !== 'excerpt') {
      if (item.text.trim() === '') return [];
      return item.kind === 'text'
        ? [{ kind: 'text', text: item.text }]
        : [{ kind: 'heading', level: item.level, text: item.text }];
    }
    const highlight = highlights.get(item.highlight);
    return highlight ? [{ kind: 'excerpt', highlight, item: item.id, omissions: item.omissions }] : [];
  });
  const excerpts = dossier.items.filter(({ kind }) => kind === 'excerpt').length;
  const found = parts.filter(({ kind }) => kind === 'excerpt').length;
  if (excerpts === 0) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The dossier “{name}” has no excerpts, so there is nothing to export: add some.', {
        name: dossier.name,
      }),
    );
  }
  if (found === 0) {
    return fail(
      'invalid',
      say(/*i18n*/ 'All highlights of the dossier “{name}” are deleted, so there is nothing to export.', {
        name: dossier.name,
      }),
    );
  }
  return succeed({ title: dossier.name, parts, deleted: excerpts - found });
}

/**
 * What stands in a report of `selection`, in its order: groups of highlights under a heading each, in reading order, or a
 * dossier. A fault where a date is none, where there is no such dossier, or where no excerpt is left.
 */
export function planReport(sources: PlanSources, selection: ReportSelection): Result<ReportPlan> {
  return selection.of === 'excerpts' ? planExcerpts(sources, selection) : planDossier(sources, selection.dossier);
}
