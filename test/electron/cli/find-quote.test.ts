import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../electron/cli/find-quote.ts';

const found = (text: string, quote: string): string[] =>
  findQuote(text, quote).map(({ start, end }) => text.slice(start, end));

describe('a quotation', () => {
  it('is found to the letter, everywhere', () => {
    expect(findQuote('a vote, a vote', 'a vote').map(({ start }) => start)).toEqual([0, 8]);
  });

  it('is found to the letter only, where it stands so', () => {
    expect(found('Vote. vote. VOTE.', 'vote.')).toEqual(['vote.']);
  });

  it.each([
    ['non-breaking spaces', 'the Moscow\u00a0Mechanism report', 'Moscow Mechanism', 'Moscow\u00a0Mechanism'],
    ['line breaks', 'the Moscow\nMechanism report', 'Moscow Mechanism', 'Moscow\nMechanism'],
    ['curly quotes', 'said “it’s over” then', '"it\'s over"', '“it’s over”'],
    ['dashes', 'and – once – again', 'and - once - again', 'and – once – again'],
    ['case and accents', 'by HERVÉ Ascensio.', 'hervé ascensio.', 'HERVÉ Ascensio.'],
    ['invisible characters', 'in deten\u00adtion now', 'in detention', 'in deten\u00adtion'],
  ])('is found in other %s', (_, text, quote, exact) => {
    expect(found(text, quote)).toEqual([exact]);
  });

  it('is not found in other words', () => {
    expect(found('the Lukashenka’s regime', 'Lukashenka regime')).toEqual([]);
    expect(found('elections', 'election')).toEqual(['election']);
    expect(found('Elections', 'election')).toEqual([]);
    expect(found('any text', '…')).toEqual([]);
    expect(found('any text', '')).toEqual([]);
  });
});
