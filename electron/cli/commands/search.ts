import { citePlace } from '../../../core/citations/cite-place.ts';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { NoteHit, SearchHit, SearchResult, TagHit } from '../../../core/search/search-result.ts';
import { inEnglish } from '../../../core/sentence.ts';
import { type OffsetConverter, offsetConverter } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import type { WorkspaceCommand } from '../command.ts';
import { checkCount, readCount } from '../read-count.ts';

/** The most hits the services give, and what is given without `--limit`. */
const mostHits = 10_000;

async function convertersFor(
  service: AttestService,
  hits: readonly SearchHit[],
): Promise<Result<ReadonlyMap<string, OffsetConverter>>> {
  const converters = new Map<string, OffsetConverter>();
  for (const statement of new Set(hits.map((hit) => hit.statement))) {
    const read = await service.call('readStatement', { statement });
    if (!read.ok) return read;
    converters.set(statement, offsetConverter(read.value.text));
  }
  return succeed(converters);
}

const inLine = (text: string): string => text.replace(/\s+/gu, ' ');

function wordReadings(readings: SearchHit['readings']): string {
  if (readings.length === 0) return '';
  const words = readings.map(({ asked, found, tier }) =>
    tier === 'stem' ? `“${found}” for ${asked}` : `${asked} is spelt “${found}” here`,
  );
  return `\n  (${words.join('; ')})`;
}

function asText(hit: SearchHit): string {
  const { statement, exact, before, after, readings } = hit;
  const where = citePlace({ ...hit, lastParagraph: hit.paragraph, speakers: [] });
  return `${statement}, ${where}\n  ${inLine(`${before}[${exact}]${after}`)}${wordReadings(readings)}`;
}

function noteAsText({ statement, highlight, exact, before, after }: NoteHit): string {
  return `${statement}, note on ${highlight}\n  ${inLine(`${before}[${exact}]${after}`)}`;
}

function tagAsText({ path, highlights }: TagHit): string {
  return `tag ${path}, on ${highlights === 1 ? '1 highlight' : `${highlights} highlights`}`;
}

/** What is said of the query beside its hits: what was odd in it, and what may have been meant. */
function aboutQuery({ remarks, suggestions }: SearchResult): string[] {
  const meant = suggestions.map((suggestion) => `“${suggestion}”`).join(', ');
  return [...remarks.map(inEnglish), ...(meant === '' ? [] : [`Did you mean ${meant}?`])];
}

/** `search QUERY`: the paragraphs that answer the query, best first, with the notes and tags that do. */
export const search: WorkspaceCommand = {
  name: 'search',
  synopsis: 'QUERY [--limit N] [--same-spelling]',
  summary:
    'Paragraphs, notes and tags with all the words, in other forms and spellings of names too. What a QUERY may hold is below.',
  options: ['limit', 'same-spelling'],
  operands: [1, Number.POSITIVE_INFINITY],
  access: 'read',
  check: ({ options }) => checkCount('limit', options.limit),
  run: async (service, session, { operands, options }) => {
    const query = operands.join(' ');
    const limit = Math.min(mostHits, readCount(options.limit ?? '') ?? mostHits);
    const spellings = options['same-spelling'] !== true;
    const result = await service.call('search', { query, limit, typing: false, spellings });
    if (!result.ok) return result;
    const { total, hits, notes, noteTotal, tags, suggestions } = result.value;
    const [understood, remarks] = [inEnglish(result.value.understood), result.value.remarks.map(inEnglish)];
    const converters = await convertersFor(service, hits);
    if (!converters.ok) return converters;
    const json = hits.map(
      ({ statement, pages, paragraph, start, end, exact, before, after, tier, readings, matches }) => {
        const offsets = converters.value.get(statement);
        if (!offsets) throw new Error(`No text was read for ${statement}.`);
        const inCodePoints = (passage: Passage) => ({
          start: offsets.toCodePoints(passage.start),
          end: offsets.toCodePoints(passage.end),
        });
        return {
          statement,
          ...(pages && { pages }),
          paragraph,
          ...inCodePoints({ start, end }),
          exact,
          before,
          after,
          tier,
          readings,
          matches: matches.map(inCodePoints),
        };
      },
    );
    const noteJson = notes.map(({ highlight, statement, exact, before, after, tier, readings, matches }) => {
      const offsets = offsetConverter(session.highlights.find(({ id }) => id === highlight)?.note ?? '');
      const places = matches.map(({ start, end }) => ({
        start: offsets.toCodePoints(start),
        end: offsets.toCodePoints(end),
      }));
      return { highlight, statement, exact, before, after, tier, readings, matches: places };
    });
    const shown = hits.length < total ? `${hits.length} of ${total}` : `${total}`;
    const text = [
      ...hits.map(asText),
      ...notes.map(noteAsText),
      ...tags.map(tagAsText),
      `${shown} ${total === 1 ? 'paragraph' : 'paragraphs'}${noteTotal > 0 ? `, ${noteTotal} in notes` : ''}`,
      ...aboutQuery(result.value),
    ].join('\n');
    return succeed({
      json: { query, understood, remarks, suggestions, total, hits: json, notes: noteJson, tags },
      text,
    });
  },
};
