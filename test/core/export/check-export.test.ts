import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExport, type ExportAsRead } from '../../../core/export/check-export.ts';
import type { ExportRecord } from '../../../core/export/export-record.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { offsetConverter, utf16 } from '../../../core/text/offsets.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';

const statements = (await readBundledStatements()).map(
  ({ record: { structure: _, ...record }, text }): Statement => ({
    summary: { ...record, fixity: 'verified', words: 1 },
    sha256: record.sha256,
    text,
    blocks: [],
  }),
);

function statementAt(index: number): Statement {
  const statement = statements[index];
  if (!statement) throw new Error('There are five statements.');
  return statement;
}

/** A record of one quotation, `start` to `end` in UTF-16. */
function recordOf({ sha256, summary, text }: Statement, start: number, end: number): ExportRecord {
  const { toCodePoints } = offsetConverter(text);
  const { id: statement, file } = summary;
  return {
    format: 'attest-excerpts',
    version: 2,
    title: '',
    exported: '',
    offsets: { unit: '', base: 0, end: '', of: '' },
    sources: [{ statement, title: 'as the file says', publisher: '', date: '', file, sha256 }],
    excerpts: [
      {
        number: 1,
        id: 'a',
        source: 0,
        state: 'anchored',
        start: toCodePoints(utf16(start)),
        end: toCodePoints(utf16(end)),
        quotation: [],
      },
    ],
  };
}

const briefing = statementAt(3);
const quoted = 'Ambassador\u00a0Michael\u00a0Carpenter';
const at = briefing.text.indexOf(quoted);

/** What a reader found in a document with `record`: no quotation, and nothing that is wrong. */
const nothingOf = (record: ExportRecord): ExportAsRead => ({
  record,
  quotations: new Map(),
  disguises: new Map(),
  positions: new Map(),
  unmarked: [],
});

const own = recordOf(briefing, at, at + quoted.length);

function verdictOf(shown: string, record = own, more: Partial<ExportAsRead> = {}) {
  return checkExport({ ...nothingOf(record), quotations: new Map([[1, shown]]), ...more }, statements)[0];
}

/** The verdict on `shown` where `passage` is all of the source. */
function verdictBetween(passage: string, shown: string) {
  const statement = { ...briefing, text: passage };
  const record = recordOf(statement, 0, passage.length);
  return checkExport({ ...nothingOf(record), quotations: new Map([[1, shown]]) }, [statement])[0];
}

describe('a quotation read back', () => {
  it('is exact where every character is that of the source', () => {
    expect(verdictOf(quoted)).toMatchObject({ verdict: 'exact', reason: null, statement: briefing.summary.id });
  });

  it('is altered by one space of another kind, and the difference is shown', () => {
    const check = verdictOf(quoted.replaceAll('\u00a0', ' '));
    expect(check?.verdict).toBe('altered');
    expect(check?.reason).toContain('The source has “Ambassador\u00a0Michael');
  });

  it.each([
    ['Ambassador\u00a0[…]\u00a0Carpenter'],
    ['[…] Carpenter'],
    ['Ambassador [...]'],
    ['Ambassador\u00a0[name withheld 1]'],
    ['[name withheld 12]\u00a0Michael [. . .]'],
  ])('is altered by marked omissions as %s', (shown) => {
    expect(verdictOf(shown)?.verdict).toBe('marked-omissions');
  });

  it.each([
    ['Carpenter […] Ambassador', 'out of order'],
    ['Ambassador […] Carpenters', 'with a letter more'],
    ['Michael […] Carpenter', 'with a beginning left out unmarked'],
    ['Ambassador […] Michael', 'with an end left out unmarked'],
    ['', 'empty'],
    ['Ambassador […] Carpenter […] Carpenter', 'with a word twice'],
  ])('is altered as “%s”, %s', (shown) => {
    expect(verdictOf(shown)?.verdict).toBe('altered');
  });

  it('is altered where it was changed together with its record', () => {
    const record = recordOf(briefing, at, at + quoted.length);
    const [excerpt] = record.excerpts;
    const forged = { kind: 'words' as const, text: 'Ambassador James Gilmore', start: 0, end: 24 };
    const changed = { ...record, excerpts: excerpt ? [{ ...excerpt, quotation: [forged] }] : [] };
    expect(verdictOf('Ambassador James Gilmore', changed)?.verdict).toBe('altered');
  });

  it('is of an unknown source where no statement has its bytes, whatever the statement is called', () => {
    const record = recordOf({ ...briefing, sha256: '0'.repeat(64) }, at, at + quoted.length);
    expect(verdictOf(quoted, record)).toMatchObject({ verdict: 'unknown-source', title: 'as the file says' });
  });

  it('is of an unknown source where the record knows nothing of it', () => {
    const record = { ...recordOf(briefing, at, at + quoted.length), excerpts: [] };
    expect(verdictOf(quoted, record)?.verdict).toBe('unknown-source');
  });

  it('is missing where the document no longer has it', () => {
    const record = recordOf(briefing, at, at + quoted.length);
    expect(checkExport(nothingOf(record), statements)[0]?.verdict).toBe('missing');
  });

  it('is altered where the record’s position lies past the end of the source', () => {
    const record = recordOf(briefing, at, at + quoted.length);
    const [excerpt] = record.excerpts;
    const beyond = { ...record, excerpts: excerpt ? [{ ...excerpt, start: 1e9, end: 1e9 + 5 }] : [] };
    expect(verdictOf(quoted, beyond)?.verdict).toBe('altered');
  });
});

describe('a quotation with marks', () => {
  it.each([
    ['We condemn this. He said so.', 'We condemn […] so.'],
    ['x\ny z', 'x […] z'],
    ['a […] b c d', 'a […] b […] d'],
    ['a b x b c', 'a […] b c'],
    ['Mr Carpenter’s plan', 'Mr [name withheld 1]’s plan'],
    ['a Carpenter-led mission', 'a [name withheld 1]-led mission'],
    ['张伟说了', '[name withheld 1]说了'],
    ['Mr Carpenter\u200b said', 'Mr [name withheld 1]\u200b said'],
    ['he, she', 'he […] she'],
    ['Alex Carpenter said', '[name withheld 1] [name withheld 2] said'],
    ['he was, on 12.5 acres, seen', 'he was, […], seen'],
  ])('“%s” may stand as “%s”', (passage, shown) => {
    expect(verdictBetween(passage, shown)).toMatchObject({ verdict: 'marked-omissions', reason: null });
  });

  it.each([
    ['They did torture another man', 'They did […] not […] man', 'words inside of others'],
    ['It is unacceptable', 'It is […] acceptable', 'the end of a word'],
    ['It is unacceptable', '[…] acceptable', 'the end of a word'],
    ['It is unacceptable', 'It is un[…]', 'the beginning of a word'],
    ['It is un\u200bacceptable', 'It is […]acceptable', 'the end of a word with something invisible in it'],
    ['12,500 were killed', '[…]500 were killed', 'the end of a number'],
    ['12,500 were killed', '12[…] were killed', 'the beginning of a number'],
    ['12\u00a0500 were killed', '[…] 500 were killed', 'the end of a number with a space'],
    ['It fell by -5 %', 'It fell by […]5 %', 'a number without its sign'],
    ['We can’t accept it', 'We can[…] accept it', 'a word without its negation'],
    ['a non-lethal weapon', 'a […]lethal weapon', 'the end of a joined word'],
    ['👨‍👩‍👧 family', '👨[…] family', 'part of a character'],
    ['e\u0301 t', 'e[…] t', 'a letter without its accent'],
    ['He was killed', 'He was […] killed', 'a mark for nothing between words'],
    ['He was killed', 'He was killed […]', 'a mark for nothing at the end'],
    ['He was killed', '[name withheld 1] He was killed', 'a mark for nothing at the start'],
    ['not to', 'not[…]to', 'a mark for a space'],
    ['a […] b c d', 'a b […] d', 'a mark of the source left out'],
    ['a  b c d', 'a b […] d', 'a space less'],
    ['to two to four', 'to […] to […] four', 'a mark for nothing, whichever way it is read'],
  ])('“%s” may not stand as “%s”: %s', (passage, shown) => {
    expect(verdictBetween(passage, shown)?.verdict).toBe('altered');
  });

  it.each(['[name withheld 1]', '[…]', ' [name withheld 1] [name withheld 2]'])(
    'may be “%s” alone, of which it is said that nothing is shown',
    (shown) => {
      const check = { verdict: 'marked-omissions', reason: 'Nothing of it is shown.' };
      expect(verdictBetween('Alex Carpenter', shown)).toMatchObject(check);
      expect(verdictBetween(' \n', shown)?.verdict).toBe('altered');
    },
  );
});

describe('what a document says beside a quotation', () => {
  const [{ start = 0, end = 0 } = {}] = own.excerpts;

  it('makes it altered where it says another position than the record, and not where it says the same', () => {
    const printed = (source: number | null, from: number, to: number) =>
      verdictOf(quoted, own, { positions: new Map([[1, [{ source, start: from, end: to }]]]) });
    expect(printed(0, start, end)?.verdict).toBe('exact');
    expect(printed(null, start, end)?.verdict).toBe('exact');
    expect(printed(0, start + 1, end)?.verdict).toBe('altered');
    expect(printed(1, start, end)?.verdict).toBe('altered');
    expect(printed(null, 3, 4)?.reason).toBe(
      `The document says that it stands at characters 3 to 4, its record at source 1, characters ${start} to ${end}.`,
    );
  });

  it('makes it altered where its text is not what is shown, with the reason', () => {
    const check = verdictOf(quoted, own, { disguises: new Map([[1, 'It is white.']]) });
    expect(check).toMatchObject({ verdict: 'altered', reason: 'It is white.' });
  });

  it('is not needed to say where the source has it: the paragraph and who speaks', () => {
    const block = { kind: 'speech' as const, start: utf16(0), bodyStart: utf16(0), level: null };
    const statement = {
      ...briefing,
      blocks: [{ ...block, end: utf16(briefing.text.length), paragraph: 27, speaker: 'AMBASSADOR CARPENTER' }],
    };
    const [check] = checkExport({ ...nothingOf(own), quotations: new Map([[1, quoted]]) }, [statement]);
    expect(check?.place).toBe('¶ 27 (Ambassador Carpenter)');
    expect(verdictOf(quoted)?.place).toBe('');
  });
});

describe('a quotation without a mark', () => {
  it('is named after the others, as one of which nothing is known', () => {
    const checks = checkExport({ ...nothingOf(own), unmarked: ['They killed everyone.'] }, statements);
    expect(checks.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'missing'],
      [null, 'unmarked'],
    ]);
    expect(checks[1]).toMatchObject({ shown: 'They killed everyone.', title: '', place: '' });
    expect(checks[1]?.reason).toContain('bears no mark');
  });
});

describe('any passage of any statement', () => {
  const passages = fc
    .record({
      index: fc.nat(4),
      from: fc.double({ min: 0, max: 0.99, noNaN: true }),
      length: fc.integer({ min: 3, max: 400 }),
    })
    .map(({ index, from, length }) => {
      const statement = statementAt(index);
      const start = Math.floor(from * statement.text.length);
      return { statement, start, end: Math.min(statement.text.length, start + length) };
    })
    .filter(({ statement, start, end }) => statement.text.slice(start, end).trim().length > 2);

  it('is exact as it stands, and altered by any one character that is not a mark', () => {
    fc.assert(
      fc.property(
        passages,
        fc.nat(),
        fc.constantFrom('x', 'ж', '"', ' ', '\u00a0', '😀'),
        ({ statement, start, end }, where, sign) => {
          const text = statement.text.slice(start, end);
          const record = recordOf(statement, start, end);
          expect(verdictOf(text, record)?.verdict).toBe('exact');
          const index = where % text.length;
          fc.pre(text.charAt(index) !== sign);
          expect(verdictOf(text.slice(0, index) + sign + text.slice(index + 1), record)?.verdict).toBe('altered');
        },
      ),
    );
  });

  it('may have whole words left out with a mark, and no word begun', () => {
    fc.assert(
      fc.property(passages, fc.nat(), fc.nat(), ({ statement, start, end }, one, other) => {
        const text = statement.text.slice(start, end);
        const words = [...text.matchAll(/(?<![^\s])\p{L}{3,}(?![^\s])/gu)];
        fc.pre(words.length > 0);
        const [first, last] = [one % words.length, other % words.length].sort((a, b) => a - b).map((at) => words[at]);
        if (!first || !last) throw new Error('There are words.');
        const [from, to] = [first.index, last.index + last[0].length];
        const record = recordOf(statement, start, end);
        const shown = (cutFrom: number, cutTo: number) => `${text.slice(0, cutFrom)}[…]${text.slice(cutTo)}`;
        expect(verdictOf(shown(from, to), record)?.verdict).toBe('marked-omissions');
        expect(verdictOf(shown(from + 1, to), record)?.verdict).toBe('altered');
        expect(verdictOf(shown(from, to - 1), record)?.verdict).toBe('altered');
      }),
    );
  });
});
