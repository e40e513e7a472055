import { citePlace } from '../../core/citations/cite-place.ts';
import type { Excerpt } from '../../core/excerpts/excerpt.ts';

/** A highlight as `--json` gives it; offsets count code points, and `paragraph` is `null` where there is no number. */
export function highlightAsJson({ id, statement, place, start, end, quotation, ...rest }: Excerpt) {
  const { tags, note, state, created, modified } = rest;
  const paragraph = place?.paragraph ?? null;
  return { id, statement, paragraph, start, end, exact: quotation, tags, note, state, created, modified };
}

/** A highlight in lines for people: where, with which tags, the words, the note, the id. */
export function highlightAsText({ id, statement, place, quotation, tags, note, state }: Excerpt): string {
  const where = place ? `${statement}, ${citePlace(place)}` : statement;
  const tagged = tags.length === 0 ? 'untagged' : tags.join(', ');
  return [
    `${where} [${tagged}]${state === 'anchored' ? '' : ` (${state})`}`,
    `  “${quotation}”`,
    ...(note === '' ? [] : [`  Note: ${note.replaceAll('\n', '\n  ')}`]),
    `  ${id}`,
  ].join('\n');
}
