import type { Citation, CitationRun } from '../../../../core/citations/citer.ts';
import { citationText } from '../../../../core/citations/citer.ts';

/** Runs without empty ones, neighbours of one look made one. */
export function joinRuns(runs: readonly CitationRun[]): Citation {
  const joined: CitationRun[] = [];
  for (const { text, look } of runs) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.look === look) joined[joined.length - 1] = { text: last.text + text, look };
    else joined.push({ text, look });
  }
  return joined;
}

/** The runs between two positions of their text (UTF-16). */
function sliceRuns(runs: readonly CitationRun[], start: number, end: number): CitationRun[] {
  let at = 0;
  return runs.map(({ text, look }) => {
    const from = at;
    at += text.length;
    return { text: text.slice(Math.max(0, start - from), Math.max(0, end - from)), look };
  });
}

/** A citation as a sentence: with one full stop at its end, before a closing quotation mark, unless it ends in `?` or `!`. */
export function closeSentence(citation: readonly CitationRun[]): Citation {
  const text = citationText([...citation]);
  if (/[.?!][”’]*$/u.test(text)) return joinRuns(citation);
  const end = text.length - (/[”’]*$/u.exec(text)?.[0].length ?? 0);
  return joinRuns([
    ...sliceRuns(citation, 0, end),
    { text: '.', look: 'plain' },
    ...sliceRuns(citation, end, text.length),
  ]);
}

/**
 * A citation that is a sentence, with a place as its last part: its full stop makes way for a comma, unless one of
 * `abbreviations` ends with this stop.
 */
export function appendPlace(citation: Citation, place: string, abbreviations: readonly string[]): Citation {
  const text = citationText(citation);
  const quotes = /[”’]*$/u.exec(text)?.[0] ?? '';
  const end = text.length - quotes.length;
  const upToStop = text.slice(0, end).toLowerCase();
  const isAbbreviated = abbreviations.some((ending) => ending.endsWith('.') && upToStop.endsWith(ending.toLowerCase()));
  const cut = upToStop.endsWith('.') && !isAbbreviated ? end - 1 : end;
  const comma = quotes !== '' && /[?!]$/u.test(upToStop.slice(0, cut)) ? '' : ',';
  return joinRuns([
    ...sliceRuns(citation, 0, cut),
    { text: comma, look: 'plain' },
    ...sliceRuns(citation, end, text.length),
    { text: ` ${place}.`, look: 'plain' },
  ]);
}
