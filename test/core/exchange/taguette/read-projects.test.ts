import { describe, expect, it } from 'vitest';
import { readTaguetteProjects } from '../../../../core/exchange/taguette/read-projects.ts';
import { inEnglish } from '../../../../core/sentence.ts';

const known = Array.from({ length: 30 }, (_, at) => ({
  id: `s${at}`,
  sha256: 'a'.repeat(64),
  title: `Statement ${at}`,
  text: `statement ${at} `.repeat(8_000),
}));

/** Words of no statement, others in every document. */
const textOf = (at: number): string => `жжж ${at} `.repeat(100);

describe('readTaguetteProjects', () => {
  it('ends where documents that are none of the statements would be looked for without end, and leaves none out in silence', () => {
    const documents = Array.from({ length: 300 }, (_, id) => ({
      id,
      name: `document ${id}`,
      created: '',
      text: textOf(id),
      highlights: [{ id, start: 0, end: 6, snippet: 'жжж', tags: [], moment: null }],
    }));
    const read = readTaguetteProjects([{ id: 1, name: 'P', created: '', tags: [], documents }], known, [], 500_000_000);
    const told = read.ok ? read.value.lines.map(({ sentence }) => inEnglish(sentence)) : [];
    const refused = told.filter((line) => line.includes('left out'));
    expect(refused).toHaveLength(documents.length);
    expect(refused[0]).not.toContain('too long');
    expect(refused.at(-1)).toContain('too long');
  });
});
