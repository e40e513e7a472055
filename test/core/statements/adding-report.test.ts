import { describe, expect, it } from 'vitest';
import { say } from '../../../core/sentence.ts';
import type { AddedLine } from '../../../core/statements/adding.ts';
import { wordAddedCounts, writeAddingReport } from '../../../core/statements/adding-report.ts';

const line = (name: string, outcome: AddedLine['outcome'], more: Partial<AddedLine> = {}): AddedLine => ({
  name,
  outcome,
  statement: outcome === 'refused' ? null : 'statement-1',
  encoding: null,
  sentences: [],
  ...more,
});

describe('the report of what was added', () => {
  it('counts, and names every file in a line of its own, the refused ones first', () => {
    const lines = [
      line('a.txt', 'added', { encoding: { name: 'windows-1251', basis: 'inferred' } }),
      line('b.html', 'added', { sentences: [say('{count} picture was left out.', { count: 1 })] }),
      line('c.txt', 'known', { encoding: { name: 'utf-8', basis: 'stated' } }),
      line('d\n“e”.pdf', 'refused', { sentences: [say('The document has a password.')] }),
    ];
    const counts = { added: 2, updated: 0, known: 1, refused: 1 };
    expect(writeAddingReport({ state: 'done', counts, fault: null }, lines, '2026-11-23T03:00:00.000Z')).toBe(
      [
        'Statements added',
        '2026-11-23T03:00:00.000Z',
        '2 added, 1 known already, 1 refused',
        '',
        'refused: d “e”.pdf: The document has a password.',
        'added: a.txt: read as windows-1251',
        'added: b.html: 1 picture was left out.',
        'known: c.txt',
        '',
      ].join('\n'),
    );
  });

  it('says that it is not whole', () => {
    const counts = { added: 0, updated: 0, known: 0, refused: 0 };
    const fault = { code: 'not-saved', message: 'The disk is full.' } as const;
    const report = writeAddingReport({ state: 'failed', counts, fault }, [], '2026-11-23T03:00:00.000Z');
    expect(report).toMatch(/no files\nIt was broken off: .*\nThe disk is full\.\n/u);
    expect(writeAddingReport({ state: 'cancelled', counts, fault: null }, [], '')).toMatch(/It was cancelled: /u);
    expect(wordAddedCounts({ ...counts, updated: 2 })).toBe('2 made a new version');
  });
});
