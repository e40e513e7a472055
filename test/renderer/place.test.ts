import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptPlaces, type Place, parsePlaces, putPlace } from '../../renderer/places/place.ts';
import { anyText } from '../support/any-text.ts';

const anyPlace: fc.Arbitrary<Place> = fc.record({
  statement: anyText,
  block: fc.nat(),
  into: fc.nat(),
  above: fc.double({ min: -100, max: 1, noNaN: true }).map((above) => Math.round(above * 100) / 100 + 0),
});
const anyPlaces = fc.uniqueArray(anyPlace, { selector: ({ statement }) => statement, maxLength: 20 });

describe('the places where statements were left', () => {
  it('are read back as they were kept', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const kept = JSON.parse(JSON.stringify(places)) as unknown;
        expect(parsePlaces(kept)).toEqual(JSON.parse(JSON.stringify(places)));
      }),
    );
  });

  it('are one for each statement, the one left last at the end', () => {
    fc.assert(
      fc.property(anyPlaces, anyPlace, (places, place) => {
        const put = putPlace(places, place.statement, place);
        expect(put.at(-1)).toEqual(place);
        expect(put.filter(({ statement }) => statement === place.statement)).toHaveLength(1);
        expect(putPlace(put, place.statement, null)).toEqual(
          places.filter(({ statement }) => statement !== place.statement),
        );
      }),
    );
  });

  it('are forgotten beyond two hundred, the one left longest ago first', () => {
    let places: Place[] = [];
    for (let index = 0; index <= keptPlaces; index += 1) {
      places = putPlace(places, `s${index}`, { statement: `s${index}`, block: index, into: 0, above: 0 });
    }
    expect(places).toHaveLength(keptPlaces);
    expect(places[0]?.statement).toBe('s1');
    expect(parsePlaces([...places, { statement: 'new', block: 0, into: 0, above: 0 }])).toHaveLength(keptPlaces);
  });

  it('are left out where they make no sense', () => {
    const good = { statement: 'one', block: 0, into: 4, above: -0.5 };
    const bad = [
      null,
      'one',
      { ...good, statement: 1 },
      { ...good, block: -1 },
      { ...good, into: 0.5 },
      { ...good, above: null },
      { ...good, above: 1e9 },
    ];
    expect(parsePlaces([...bad, good])).toEqual([good]);
    expect(parsePlaces({ places: [good] })).toEqual([]);
    fc.assert(fc.property(fc.anything(), (kept) => Array.isArray(parsePlaces(kept))));
  });
});
