import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TagColour } from '../../core/tags/tag.ts';

const styles = join(import.meta.dirname, '../../renderer/styles');
const tokens = await readFile(join(styles, 'tokens.css'), 'utf8');

type Scheme = 'light' | 'dark';
type Palette = ReadonlyMap<string, Readonly<Record<Scheme, string>>>;

/** The colours that one rule of tokens.css gives, by name. */
function coloursOf(selector: string): Palette {
  const from = tokens.indexOf(`\n${selector} {`);
  if (from === -1) throw new Error(`tokens.css has no rule for ${selector}`);
  const rule = tokens.slice(from, tokens.indexOf('\n}', from));
  const pair = /--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/gu;
  return new Map([...rule.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** Relative luminance after WCAG 2.2, from 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const tagColours = [...TagColour.options, 'none'].map((colour) => `tag-${colour}`);
const papers = ['page', 'pane', 'raised'];
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'bad'];

/** Words and what they stand on. */
const words: readonly (readonly [string, string])[] = [
  ...papers.flatMap((paper) => [...inks, ...tagColours].map((ink) => [ink, paper] as const)),
  ...tagColours.flatMap((colour) => [[colour, `${colour}-wash`] as const, ['ink', `${colour}-wash`] as const]),
  ['accent-ink', 'accent'],
  ...['ink', 'ink-soft', 'ink-faint', 'accent'].map((ink) => [ink, 'accent-wash'] as const),
  ['ink', 'selection'],
  ['ink', 'found'],
  ['ink', 'found-here'],
  ['ink', 'bad-wash'],
];

/** Edges by which a control or a mark is known. */
const edges: readonly (readonly [string, string])[] = [
  ...papers.flatMap((paper) => ['line-strong', 'accent', 'hit-map'].map((edge) => [edge, paper] as const)),
];

function failures(palette: Palette, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs.flatMap(([front, back]) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const [one, other] = [palette.get(front), palette.get(back)];
      if (!one || !other) return [`there is no ${one ? back : front}`];
      const ratio = contrast(one[scheme], other[scheme]);
      return ratio >= least ? [] : [`${front} on ${back}, ${scheme}: ${ratio.toFixed(2)}`];
    }),
  );
}

const normal = coloursOf(':root');
const high = coloursOf(':root[data-contrast="more"]');

describe('the colours', () => {
  it('are told apart as WCAG measures it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('leave every word at least 4.5 to 1, in light and dark', () => {
    expect(failures(normal, words, 4.5)).toEqual([]);
  });

  it('leave edges of controls at least 3 to 1, in light and dark', () => {
    expect(failures(normal, edges, 3)).toEqual([]);
  });

  it('leave every word at least 7 to 1 in high contrast, light and dark', () => {
    expect(failures(high, words, 7)).toEqual([]);
  });

  it('leave every border at least 4.5 to 1 in high contrast', () => {
    const lines = papers.map((paper) => ['line', paper] as const);
    expect(failures(high, [...edges, ...lines], 4.5)).toEqual([]);
  });

  it('are all given anew in high contrast', () => {
    expect([...high.keys()].sort()).toEqual([...normal.keys()].sort());
  });
});

describe('motion', () => {
  it('takes no time where less of it is wished, in any style sheet', async () => {
    expect(tokens).toMatch(/@media \(prefers-reduced-motion: reduce\) \{\s*:root \{\s*--quick: 0ms;/u);
    for (const file of await readdir(styles)) {
      const css = await readFile(join(styles, file), 'utf8');
      for (const [declaration] of css.matchAll(/transition(-duration)?:[^;]+;/gu)) {
        expect(declaration, file).toMatch(/var\(--quick\)|: none/u);
      }
      const moving = css.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]+?\n\}/gu, '');
      expect(moving, file).not.toMatch(/\banimation(-name)?:|scroll-behavior: smooth/u);
    }
  });
});
