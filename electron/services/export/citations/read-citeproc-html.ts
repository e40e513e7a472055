import type { Citation, CitationRun } from '../../../../core/citations/citer.ts';
import { joinRuns } from './citation-runs.ts';

type Look = CitationRun['look'];

const entities: Readonly<Record<string, string>> = {
  '#38': '&',
  '#60': '<',
  '#62': '>',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

function lookOf(tag: string, around: Look): Look {
  if (tag === '<i>') return 'italic';
  if (tag.includes('small-caps')) return 'small-caps';
  return tag.includes('font-style:normal') || tag.includes('font-variant:normal') ? 'plain' : around;
}

/**
 * Reads the HTML that citeproc writes, whose text has no sign that could be taken for markup. A look that a citation does
 * not have, as bold, is left out; the words never are.
 */
export function readCiteprocHtml(html: string): Citation {
  const runs: CitationRun[] = [];
  const looks: Look[] = ['plain'];
  for (const [piece] of html.trim().matchAll(/<[^>]*>|[^<]+/gu)) {
    if (piece.startsWith('</')) looks.pop();
    else if (piece.startsWith('<')) looks.push(lookOf(piece, looks.at(-1) ?? 'plain'));
    else {
      const text = piece.replace(/&(#?\w+);/gu, (entity, name: string) => entities[name] ?? entity);
      runs.push({ text, look: looks.at(-1) ?? 'plain' });
    }
  }
  return joinRuns(runs);
}
