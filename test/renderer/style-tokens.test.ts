import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const styles = join(import.meta.dirname, '../../renderer/styles');

interface Declaration {
  readonly file: string;
  readonly property: string;
  readonly value: string;
}

/** Every declaration of a style sheet, without its comments. */
function declarationsOf(file: string, css: string): Declaration[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//gu, '');
  return [...plain.matchAll(/([\w-]+):\s*([^;{}]+);/gu)].map(([, property = '', value = '']) => ({
    file,
    property,
    value: value.replace(/\s+/gu, ' ').trim(),
  }));
}

const files = (await readdir(styles)).filter((file) => file.endsWith('.css'));
const sheets = await Promise.all(
  files.map(async (file) => ({ file, css: await readFile(join(styles, file), 'utf8') })),
);
const declarations = sheets.flatMap(({ file, css }) => (file === 'tokens.css' ? [] : declarationsOf(file, css)));

const named = 'black|blue|gold|gr[ae]y|green|navy|orange|pink|purple|red|silver|teal|white|yellow';
const colour = new RegExp(
  `#[\\da-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch|color|light-dark)\\(|(?<![\\w-])(?:${named})(?![\\w-])`,
  'iu',
);
const isColoured = ({ property }: Declaration): boolean => !/^(?:font|white-space|grid)/u.test(property);
const typeSize = /\d(?:px|rem|pt)\b/u;
const duration = /\d(?:ms|s)\b/u;

/** What is written out all the same, and why. */
const exceptions: readonly (Declaration & { readonly reason: string })[] = [
  {
    file: 'insight.css',
    property: 'font-size',
    value: '12px',
    reason: 'drawings are laid out for letters of this size, in the units of their view box',
  },
];

function strays(of: (declaration: Declaration) => boolean): string[] {
  return declarations
    .filter(of)
    .filter(
      ({ file, property, value }) =>
        !exceptions.some((other) => other.file === file && other.property === property && other.value === value),
    )
    .map(({ file, property, value }) => `${file}: ${property}: ${value}`);
}

describe('the style sheets', () => {
  it('take every colour from the tokens', () => {
    expect(strays((declaration) => isColoured(declaration) && colour.test(declaration.value))).toEqual([]);
  });

  it('take every size of type from the tokens', () => {
    expect(strays(({ property, value }) => /^font(?:-size)?$/u.test(property) && typeSize.test(value))).toEqual([]);
  });

  it('take every duration from the tokens', () => {
    expect(strays(({ value }) => duration.test(value))).toEqual([]);
  });

  it('use no token that is not given, but those that elements give themselves', () => {
    const given = new Set(sheets.flatMap(({ css }) => [...css.matchAll(/(--[\w-]+):/gu)].map(([, name]) => name)));
    // Set on elements: by panes, the statement's lanes, and Base UI's positioner.
    const own = [
      '--beside-width',
      '--pages-width',
      '--tour-height',
      '--library-width',
      '--highlights-width',
      '--highlights-height',
      '--lanes',
      '--available-height',
      '--available-width',
    ];
    const used = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/var\((--[\w-]+)/gu)].map(([, name = '']) => ({ file, name })),
    );
    expect(used.filter(({ name }) => !given.has(name) && !own.includes(name))).toEqual([]);
  });

  it('are each about one view, in less than 250 lines', () => {
    expect(sheets.filter(({ css }) => css.split('\n').length > 250).map(({ file }) => file)).toEqual([]);
  });

  it('write no exception that is no longer needed', () => {
    const isThere = (exception: Declaration): boolean =>
      declarations.some(
        ({ file, property, value }) =>
          file === exception.file && property === exception.property && value === exception.value,
      );
    expect(exceptions.filter((exception) => !isThere(exception))).toEqual([]);
  });

  it('are all loaded', async () => {
    const main = await readFile(join(styles, '../main.tsx'), 'utf8');
    expect(files.filter((file) => !main.includes(`'./styles/${file}'`))).toEqual([]);
  });
});

describe('the rules that find what is written out', () => {
  it('find colours of all kinds, and no words that only look like one', () => {
    for (const value of ['#fff', 'rgb(0 0 0 / 5%)', '1px solid red', 'light-dark(white, black)', 'oklch(1 0 0)']) {
      expect(value).toMatch(colour);
    }
    for (const value of ['var(--tag-blue)', 'color-mix(in srgb, var(--raised) 60%, transparent)', 'currentColor']) {
      expect(value).not.toMatch(colour);
    }
  });
});
