import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureOf } from '../../../../../core/statements/structure.ts';
import type { Conversion } from '../../../../../electron/services/library/convert/conversion.ts';
import { convertMarkdown } from '../../../../../electron/services/library/convert/convert-markdown.ts';
import { hardText } from '../../../../support/hard-text.ts';

async function convert(markdown: string): Promise<Conversion> {
  const converted = await convertMarkdown({ name: 'statement.md', bytes: new TextEncoder().encode(markdown) }, {});
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

/** The blocks as a reader has them: kind, level and text. */
async function blocksOf(markdown: string): Promise<string[]> {
  const { text, structure } = await convert(markdown);
  return structureOf(text, structure).map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`,
  );
}

describe('Markdown', () => {
  it('is what is shown of it, in blocks', async () => {
    const markdown = [
      '# Statement on *Belarus*',
      '',
      'On 9 August the **Central Election',
      'Commission** said &ldquo;yes&rdquo;\u00a0\\*; see [the report](https://example.org/a_b "Title").',
      '',
      'Second line  ',
      'after a break',
      '',
      'Sub-heading',
      '-----------',
      '',
      '* one',
      '* two `code`',
      '',
      '3. third',
      '4. fourth',
      '',
      '   more of the fourth',
      '',
      '> quoted',
      '',
      '***',
      '',
      '#### Deep',
      '',
      '    indented code',
    ].join('\n');
    expect(await blocksOf(markdown)).toEqual([
      'heading1: Statement on Belarus',
      'paragraph: On 9 August the Central Election Commission said “yes”\u00a0*; see the report.',
      'paragraph: Second line\nafter a break',
      'heading2: Sub-heading',
      'list-item: one',
      'list-item: two code',
      'list-item: 3. third',
      'list-item: 4. fourth',
      'paragraph: more of the fourth',
      'paragraph: quoted',
      'heading3: Deep',
      'paragraph: indented code',
    ]);
  });

  it('leaves out numbers that are not those that are shown', async () => {
    expect(await blocksOf('1. one\n1. two\n1. three')).toEqual([
      'list-item: 1. one',
      'list-item: two',
      'list-item: three',
    ]);
  });

  it('has the rows of tables as lines with tabs', async () => {
    const markdown =
      '| Name | *Held* since |\n|:-----|:-----------:|\n| A\\|B | 9 August |\n| Ціханоўская |  |\n\nAfter.';
    expect(await blocksOf(markdown)).toEqual([
      'table-row: Name\tHeld since',
      'table-row: A|B\t9 August',
      'table-row: Ціханоўская',
      'paragraph: After.',
    ]);
  });

  it('leaves lines with bars alone that are no table', async () => {
    expect(await blocksOf('either | or\nneither | nor')).toEqual(['paragraph: either | or neither | nor']);
  });

  it('has footnotes in brackets, where they stand', async () => {
    expect(await blocksOf('He was beaten.[^1]\n\n[^1]: Interview, 2020.')).toEqual([
      'paragraph: He was beaten.[1]',
      'paragraph: [1] Interview, 2020.',
    ]);
  });

  it('has the text of HTML and nothing that is not shown', async () => {
    expect(
      await blocksOf(
        '<div class="x">\nSaid <b>she</b></div>\n\n<script>\nalert(1)\n\nmore()\n</script>\n\nA<br>b <!-- no -->c ![alt](x.png)',
      ),
    ).toEqual(['paragraph: Said she', 'paragraph: A\nb c']);
  });

  it('reads what is defined elsewhere in a long file', async () => {
    const filler = 'A paragraph of a long file.\n\n'.repeat(700);
    const { text } = await convert(
      `See [the Report][r] and [not this].[^n]\n\n${filler}[r]: https://example.org\n\n[^n]: The note.`,
    );
    expect(text.startsWith('See the Report and [not this].[n]\n\n')).toBe(true);
    expect(text.endsWith('\n\n[n] The note.')).toBe(true);
    expect(text).not.toContain('elsewhere');
  });

  it('keeps fenced code whole in a long file', async () => {
    const code = 'line\n\n# no heading\n\n'.repeat(800);
    const { text, structure } = await convert(`Before.\n\n~~~\n${code}~~~\n\n# A heading`);
    expect(structure.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    expect(text.match(/# no heading/gu)).toHaveLength(800);
  });
});

describe('what Markdown states', () => {
  it('is taken from front matter', async () => {
    const { facts, text } = await convert(
      '---\ntitle: "Заява: пра катаванні"\ndate: 2021-03-04T10:00:00Z\nauthor:\n  - Вясна\n  - name: Jane Roe\nlang: be_BY\npublisher: Example\n---\n\n# Other\n\nText.',
    );
    expect(text).toBe('Other\n\nText.');
    expect(facts).toEqual({
      title: { value: 'Заява: пра катаванні', basis: 'stated', from: 'The front matter, “title”.' },
      date: { value: '2021-03-04', basis: 'stated', from: 'The front matter, “date”.' },
      people: {
        value: [
          { name: 'Вясна', role: 'author', as: 'author' },
          { name: 'Jane Roe', role: 'author', as: 'author' },
        ],
        basis: 'stated',
        from: 'The front matter, “author”.',
      },
      language: { value: 'be-BY', basis: 'stated', from: 'The front matter, “lang”.' },
      publisher: { value: 'Example', basis: 'stated', from: 'The front matter, “publisher”.' },
    });
  });

  it('is its first heading, without front matter', async () => {
    const { facts } = await convert('Preface\n\n# The *title*\n\n# Another');
    expect(facts).toEqual({ title: { value: 'The title', basis: 'stated', from: 'The first heading of the text.' } });
  });

  it('is not believed where it is no date or language', async () => {
    const { facts } = await convert('---\ndate: yesterday\nlang: 1\ntitle: []\nauthor: {}\n---\nText');
    expect(facts).toEqual({});
  });

  it('stays text where it is no YAML', async () => {
    expect((await convert('---\na: [b\n---\nText')).text).toContain('a: [b');
  });
});

describe('hard Markdown', () => {
  it.each([
    ['nested quotes', '>'.repeat(20_000)],
    ['nested lists', '- '.repeat(20_000)],
    ['emphasis', '*_a'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['images', '!['.repeat(50_000)],
    ['code marks', '`a``'.repeat(20_000)],
    ['a long line', 'word '.repeat(100_000)],
    [
      'aliases',
      `---\n${'abcdefghi'.split('').reduce((yaml, name, at, all) => `${yaml}${name}: &${name} [${at === 0 ? '"lol"' : `*${all[at - 1]},`.repeat(9)}]\n`, '')}---\nText`,
    ],
  ])('%s are read before the test is out of time', async (_, markdown) => {
    const converted = await convertMarkdown(
      { name: 'a.md', bytes: new TextEncoder().encode(`${markdown}\n\nText.`) },
      {},
    );
    expect(converted.ok && converted.value.text.endsWith('Text.')).toBe(true);
  });

  it('never throws and never loses a word of plain paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(hardText, async (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(typeof (await convertMarkdown({ name: 'a.md', bytes }, {})).ok).toBe('boolean');
        const words = text.match(/\p{L}{3,}/gu) ?? [];
        fc.pre(words.length > 0);
        expect((await convert(words.join('\n\n'))).text).toBe(words.join('\n\n'));
      }),
      { numRuns: 60 },
    );
  });
});
