import { describe, expect, it } from 'vitest';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import { noWork } from '../../../../core/exchange/work.ts';
import { sampleTexts, sampleWork } from './sample-work.ts';
import { assertionsOf, hasAssertions } from './working-group.ts';

interface Written {
  readonly '@context': unknown;
  readonly first: { readonly items: readonly object[] };
}

const written: Written = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
const empty: Written = JSON.parse(writeAnnotations(noWork('nobody'), []));

/** What each list is to find wrong, so that a harness which finds nothing wrong at all is noticed. */
const annotationFaults = [
  ['3.1-annotationContextValidated', { '@context': 'http://example.org/' }],
  ['3.1-annotationIdValidated', { id: 'no IRI' }],
  ['3.1-annotationTypeValidated', { type: 'Note' }],
  ['3.2.5-notBodyBodyValue', { bodyValue: 'twice' }],
  ['3.3.1-annotationCreatedValidated', { created: 'yesterday' }],
  ['4.2.4-textQuoteSelectorValid', { target: { source: 'urn:a:b', selector: { type: 'TextQuoteSelector' } } }],
] as const;

describe.skipIf(!hasAssertions)('what the W3C working group says that annotations MUST be', () => {
  const ofAnnotations = hasAssertions ? assertionsOf('annotations/annotationMusts.test') : [];
  const ofCollections = hasAssertions ? assertionsOf('collections/collectionMusts.test') : [];
  const ofPages = hasAssertions ? assertionsOf('collections/pages/pageMusts.test') : [];

  it.each(ofAnnotations)('every annotation meets $name', ({ isMet }) => {
    expect(written.first.items.length).toBeGreaterThan(5);
    expect(written.first.items.filter((item) => !isMet(item))).toEqual([]);
  });

  it.each(ofCollections)('a collection meets $name', ({ isMet }) => {
    expect(isMet(written)).toBe(true);
    expect(isMet(empty)).toBe(true);
  });

  it.each(ofPages)('a collection with its page in it meets $name', ({ isMet }) => {
    expect(isMet(written)).toBe(true);
    expect(isMet(empty)).toBe(true);
  });

  it.each(annotationFaults)('finds what is wrong by %s', (name, fault) => {
    const assertion = ofAnnotations.find((one) => one.name.includes(name));
    expect(assertion?.isMet({ ...written.first.items[0], body: [], ...fault })).toBe(false);
  });
});
