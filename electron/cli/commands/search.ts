import type { AttestService } from '../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { SearchHit } from '../../../core/search/search-result.ts';
import { type OffsetConverter, offsetConverter } from '../../../core/text/offsets.ts';
import type { Command } from '../command.ts';
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

function asText({ statement, paragraph, kind, exact, before, after }: SearchHit): string {
  const where = paragraph === null ? (kind === 'furniture' ? 'website text' : kind) : `¶ ${paragraph}`;
  return `${statement}, ${where}\n  ${`${before}[${exact}]${after}`.replace(/\s+/gu, ' ')}`;
}

/** `search QUERY`: the paragraphs that hold all words of the query, best first. */
export const search: Command = {
  name: 'search',
  synopsis: 'QUERY [--limit N]',
  summary: 'Paragraphs with all the words; "exact phrase" and begin* work too.',
  options: ['limit'],
  operands: [1, Number.POSITIVE_INFINITY],
  access: 'read',
  check: ({ options }) => checkCount('limit', options.limit),
  run: async (service, _session, { operands, options }) => {
    const query = operands.join(' ');
    const limit = Math.min(mostHits, readCount(options.limit ?? '') ?? mostHits);
    const result = await service.call('search', { query, limit, typing: false });
    if (!result.ok) return result;
    const { total, hits } = result.value;
    const converters = await convertersFor(service, hits);
    if (!converters.ok) return converters;
    const json = hits.map(({ statement, paragraph, start, end, exact, before, after }) => {
      const offsets = converters.value.get(statement);
      if (!offsets) throw new Error(`No text was read for ${statement}.`);
      const codePoints = { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) };
      return { statement, paragraph, ...codePoints, exact, before, after };
    });
    const shown = hits.length < total ? `${hits.length} of ${total}` : `${total}`;
    const text = [...hits.map(asText), `${shown} ${total === 1 ? 'paragraph' : 'paragraphs'}`].join('\n');
    return succeed({ json: { query, total, hits: json }, text });
  },
};
