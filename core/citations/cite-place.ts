import type { Place } from '../statements/block.ts';
import type { CitedRecord } from './csl-item-of.ts';

const kindWords: Readonly<Record<Place['kind'], string>> = {
  heading: 'heading',
  paragraph: 'text',
  speech: 'text',
  'list-item': 'text',
  furniture: 'website text',
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

/** Where in its statement a passage stands: “¶ 12”, “¶¶ 12–14”, “heading” or “website text”. */
export function citePlace({ paragraph, lastParagraph, kind }: Place): string {
  if (paragraph === null) return lastParagraph === null ? kindWords[kind] : `${kindWords[kind]} to ¶ ${lastParagraph}`;
  if (lastParagraph === null) return `¶ ${paragraph} and the text after it`;
  return paragraph === lastParagraph ? `¶ ${paragraph}` : `¶¶ ${paragraph}–${lastParagraph}`;
}

/** Where a passage stands and whose words it is, as a citation says it: “¶ 12 (Ambassador Carpenter)”. */
export function citePlaceAndSpeakers(place: Place, record: Pick<CitedRecord, 'people' | 'title'>): string {
  const speakers = place.speakers.map((label) => nameSpeaker(label, record));
  return speakers.length === 0 ? citePlace(place) : `${citePlace(place)} (${speakers.join(', ')})`;
}
