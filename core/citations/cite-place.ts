import type { PageRange, Place } from '../statements/place.ts';
import type { CitedRecord } from './csl-item-of.ts';

const kindWords: Readonly<Record<Place['kind'], string>> = {
  heading: 'heading',
  paragraph: 'text',
  speech: 'text',
  'list-item': 'text',
  'table-row': 'text',
  furniture: 'website text',
  'header-footer': 'header or footer',
};

const letters = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of the catalogue record, as it writes them, by their capitals. */
function catalogueSpellings({ people, title }: Pick<CitedRecord, 'people' | 'title'>): Map<string, string> {
  const named = (people.value ?? []).flatMap(({ name, role }) => [name, role]);
  const words = [...named, title.value ?? ''].flatMap((text) => text.match(letters) ?? []);
  return new Map(words.reverse().map((word) => [word.toLocaleUpperCase('und'), word]));
}

/**
 * A speaker's label as a citation gives it: words in capitals as the catalogue record spells them (“AMBASSADOR CARPENTER” is
 * “Ambassador Carpenter” where it has these words), the others as the document does.
 */
export function nameSpeaker(label: string, record: Pick<CitedRecord, 'people' | 'title'>): string {
  const spellings = catalogueSpellings(record);
  return label.replace(letters, (word) => spellings.get(word) ?? word);
}

/** Pages in the words of no particular style: “p. 3”, “pp. 3–4”. */
export function citePages({ first, last }: PageRange): string {
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}

/** Where among the blocks of its statement a passage stands: “¶ 12”, “¶¶ 12–14”, “heading”, “website text” or “header or footer”. */
export function citeParagraphs({ paragraph, lastParagraph, kind }: Omit<Place, 'pages'>): string {
  if (paragraph === null) return lastParagraph === null ? kindWords[kind] : `${kindWords[kind]} to ¶ ${lastParagraph}`;
  if (lastParagraph === null) return `¶ ${paragraph} and the text after it`;
  return paragraph === lastParagraph ? `¶ ${paragraph}` : `¶¶ ${paragraph}–${lastParagraph}`;
}

/**
 * Where in its statement a passage stands: its pages where the statement has some, then its paragraphs, as “p. 3, ¶ 12”; the paragraphs alone
 * where it has none. `pages` words the pages, as a style of citations does.
 */
export function citePlace(place: Place, pages: (range: PageRange) => string = citePages): string {
  return place.pages ? `${pages(place.pages)}, ${citeParagraphs(place)}` : citeParagraphs(place);
}

/** Where a passage stands and whose words it is, as a citation says it: “¶ 12 (Ambassador Carpenter)”. */
export function citePlaceAndSpeakers(
  place: Place,
  record: Pick<CitedRecord, 'people' | 'title'>,
  pages?: (range: PageRange) => string,
): string {
  const speakers = place.speakers.map((label) => nameSpeaker(label, record));
  const where = citePlace(place, pages);
  return speakers.length === 0 ? where : `${where} (${speakers.join(', ')})`;
}
