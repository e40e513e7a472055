import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPanes, limitPane, paneLimits, parsePanes } from '../../renderer/panes/panes.ts';

describe('panes', () => {
  it('are read back as they were kept', () => {
    const panes = {
      sizes: { libraryWidth: 301, highlightsWidth: null, highlightsHeight: 200, besideWidth: 700, pagesWidth: 400 },
      isLibraryHidden: true,
      areHighlightsHidden: false,
      arePagesShown: true,
    };
    expect(parsePanes(JSON.parse(JSON.stringify(panes)))).toEqual(panes);
  });

  it('are as in the beginning wherever what is kept makes no sense', () => {
    for (const nonsense of [null, 'wide', [], { sizes: 4 }, { sizes: { libraryWidth: '300' }, isLibraryHidden: 1 }]) {
      expect(parsePanes(nonsense)).toEqual(defaultPanes);
    }
  });

  it('stay within their limits, in whole pixels, whatever is asked for', () => {
    const anyPane = fc.constantFrom('libraryWidth' as const, 'highlightsWidth' as const, 'highlightsHeight' as const);
    fc.assert(
      fc.property(anyPane, fc.double({ noNaN: true }), (pane, px) => {
        const limited = limitPane(pane, px);
        expect(Number.isInteger(limited)).toBe(true);
        expect(limited).toBeGreaterThanOrEqual(paneLimits[pane].min);
        expect(limited).toBeLessThanOrEqual(paneLimits[pane].max);
      }),
    );
    expect(parsePanes({ sizes: { libraryWidth: 100_000 } }).sizes.libraryWidth).toBe(paneLimits.libraryWidth.max);
  });
});
