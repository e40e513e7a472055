import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellBox, layOutGrid, shadeOf } from '../../../core/insight/grid-layout.ts';
import { shortenLabel } from '../../../core/insight/shorten-label.ts';
import { TagColour } from '../../../core/tags/tag.ts';
import { hardText } from '../../support/hard-text.ts';

describe('a grid', () => {
  it('has all cells inside it, none over another', () => {
    const size = fc.nat({ max: 40 });
    fc.assert(
      fc.property(size, size, fc.record({ row: size, column: size }), (rows, columns, longest) => {
        const layout = layOutGrid(rows, columns, longest);
        const last = cellBox(layout, Math.max(0, rows - 1), Math.max(0, columns - 1));
        if (rows > 0) expect(last.y + last.height).toBeLessThanOrEqual(layout.height);
        if (columns > 0) expect(last.x + last.width).toBeLessThanOrEqual(layout.width);
        expect(cellBox(layout, 1, 1).x).toBeGreaterThan(cellBox(layout, 0, 0).x + cellBox(layout, 0, 0).width);
        expect(cellBox(layout, 1, 1).y).toBeGreaterThan(cellBox(layout, 0, 0).y + cellBox(layout, 0, 0).height);
        expect(Math.min(last.width, last.height)).toBeGreaterThanOrEqual(24);
      }),
    );
  });
});

/** Both forms of a token, light and dark, as red, green and blue from 0 to 255. */
function readToken(styles: string, name: string): readonly (readonly number[])[] {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`, 'u').exec(styles) ?? [];
  if (light === '') throw new Error(`tokens.css has no colour ${name}.`);
  return [light, dark].map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('shades', () => {
  it('grow with the count, and tell one from none', () => {
    expect(shadeOf(0, 9)).toBe(0);
    const shades = [1, 2, 5, 9].map((count) => shadeOf(count, 9));
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
    expect(new Set(shades).size).toBe(4);
    expect(shadeOf(1, 1)).toBeGreaterThan(0);
  });

  it('leave the number over the strongest one of every tag colour read, light and dark', () => {
    const styles = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');
    const [ink, page] = [readToken(styles, 'ink'), readToken(styles, 'page')];
    for (const name of [...TagColour.options, 'none']) {
      readToken(styles, `tag-${name}`).forEach((colour, theme) => {
        const shade = shadeOf(100, 100);
        const mixed = colour.map((part, at) => part * shade + (page[theme]?.[at] ?? 0) * (1 - shade));
        const [bright = 0, dim = 0] = [luminance(ink[theme] ?? []), luminance(mixed)].sort((a, b) => b - a);
        expect((bright + 0.05) / (dim + 0.05), `${name} ${theme}`).toBeGreaterThanOrEqual(4.5);
      });
    }
  });
});

describe('a short label', () => {
  it('is the name where it fits, on one line', () => {
    expect(shortenLabel(' Five\n  words ', 10)).toBe('Five words');
  });

  it('is cut between characters, and says so', () => {
    expect(shortenLabel('🇧🇾🇧🇾🇧🇾🇧🇾', 3)).toBe('🇧🇾🇧🇾…');
    fc.assert(
      fc.property(hardText, fc.integer({ min: 2, max: 20 }), (name, most) => {
        const short = shortenLabel(name, most);
        const segments = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(short)];
        expect(segments.length).toBeLessThanOrEqual(most);
        expect(short.endsWith('…') || short === name.replace(/\s+/gu, ' ').trim()).toBe(true);
      }),
    );
  });
});
