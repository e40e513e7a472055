import type { Omission } from './dossier.ts';

/** A quotation where it stands: `start` in UTF-16 units of the text whose bytes have the SHA-256 `source`. */
interface QuotationPlace {
  readonly quote: string;
  readonly start: number;
  readonly source: string;
}

/** The only place of `words` in `text`; `null` where there is none or more than one. */
function onlyPlaceOf(text: string, words: string): number | null {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null;
}

function moveOne(omission: Omission, from: QuotationPlace, to: QuotationPlace): Omission | null {
  if (from.source !== to.source) {
    const at = onlyPlaceOf(to.quote, omission.words);
    return at === null ? omission : { ...omission, start: at, end: at + omission.words.length };
  }
  const shift = from.start - to.start;
  const start = Math.max(0, omission.start + shift);
  const end = Math.min(to.quote.length, omission.end + shift);
  if (start >= end) return null;
  return { start, end, words: to.quote.slice(start, end) };
}

/**
 * What is left out of a quotation after its highlight was moved from one place to another, so that words which were left
 * out do not come back. In the same text an omission stays on its words, as far as these are in the quotation still. In
 * another text it goes where its words stand, if they stand there once; else it stays as it is, and the report says that
 * it does not fit any more.
 */
export function moveOmissions(
  omissions: readonly Omission[],
  from: QuotationPlace,
  to: QuotationPlace,
): readonly Omission[] {
  // One that did not fit before cannot be followed.
  const fits = ({ start, end, words }: Omission): boolean => from.quote.slice(start, end) === words;
  const moved = omissions.flatMap((omission) => (fits(omission) ? (moveOne(omission, from, to) ?? []) : omission));
  const isSame =
    moved.length === omissions.length &&
    moved.every(
      (omission, index) => omission.start === omissions[index]?.start && omission.words === omissions[index]?.words,
    );
  return isSame ? omissions : moved.sort((a, b) => a.start - b.start);
}
