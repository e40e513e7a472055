import { citePlaceAndSpeakers } from '../../../../core/citations/cite-place.ts';
import { type CitationRun, type Citer, citationText } from '../../../../core/citations/citer.ts';
import { cslItemOf } from '../../../../core/citations/csl-item-of.ts';
import { escapeHtml, escapeHtmlLines } from '../../../../core/export/escape-html.ts';
import { placeOf } from '../../../../core/statements/place.ts';
import type { Statement } from '../../../../core/statements/statement.ts';
import type { Passage } from '../../../../core/text/passage.ts';

/** Enough of a SHA-256 to recognise a file by. */
const fingerprintLength = 12;

function asHtml({ text, look }: CitationRun): string {
  return look === 'italic' ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text);
}

/**
 * A passage as it goes to the clipboard: its exact text in quotation marks, and in a second paragraph the note that cites it in full,
 * with its speakers, the beginning of the SHA-256 of the bytes quoted from, and whether these are not what was catalogued. `html` is the same without styles or
 * scripts; line breaks are `<br>`.
 */
export function citePassage(
  statement: Statement,
  passage: Passage,
  citer: Citer,
): { readonly text: string; readonly html: string } {
  const { summary, sha256, text } = statement;
  const quotation = text.slice(passage.start, passage.end);
  const place = citePlaceAndSpeakers(placeOf(statement, passage), summary, citer.pages);
  const note = citer.note(cslItemOf(summary), place, null);
  const doubt = summary.fixity === 'verified' ? '' : ', not the text that was catalogued';
  const fingerprint = `[SHA-256 ${sha256.slice(0, fingerprintLength)}…${doubt}]`;
  return {
    text: `“${quotation}”\n\n${citationText(note)} ${fingerprint}`,
    html: `<p>“${escapeHtmlLines(quotation)}”</p><p>${note.map(asHtml).join('')} ${fingerprint}</p>`,
  };
}
