import { citePlace } from '../../core/citations/cite-place.ts';
import type { Excerpt } from '../../core/excerpts/excerpt.ts';

/**
 * A highlight as `--json` gives it; offsets count code points, `paragraph` is `null` where there is no number, and `pages` is left out where
 * its statement has none.
 */
export function highlightAsJson({ id, statement, place, start, end, quotation, ...rest }: Excerpt) {
  const { tags, note, state, fixity, created, modified } = rest;
  const paragraph = place?.paragraph ?? null;
  const pages = place?.pages && { pages: place.pages };
  return {
    id,
    statement,
    ...pages,
    paragraph,
    start,
    end,
    exact: quotation,
    tags,
    note,
    state,
    fixity,
    created,
    modified,
  };
}

/** A highlight in lines for people: where, with which tags, the words, the note, the id. */
export function highlightAsText({ id, statement, place, quotation, tags, note, state, fixity }: Excerpt): string {
  const where = place ? `${statement}, ${citePlace(place)}` : statement;
  const tagged = tags.length === 0 ? 'untagged' : tags.join(', ');
  const doubts = [state === 'anchored' ? '' : state, fixity === null || fixity === 'verified' ? '' : `source ${fixity}`]
    .filter((doubt) => doubt !== '')
    .join(', ');
  return [
    `${where} [${tagged}]${doubts === '' ? '' : ` (${doubts})`}`,
    `  “${quotation}”`,
    ...(note === '' ? [] : [`  Note: ${note.replaceAll('\n', '\n  ')}`]),
    `  ${id}`,
  ].join('\n');
}
