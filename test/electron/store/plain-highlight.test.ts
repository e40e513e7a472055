import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Highlight } from '../../../core/highlights/highlight.ts';
import { isPlainHighlight } from '../../../electron/store/plain-highlight.ts';
import { workspaceWith } from '../../core/workspace/small-workspace.ts';

const [made] = Object.values(workspaceWith(['arrests'], [['arrests']]).highlights);

/** What a field may hold by mistake. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 0.5, 2 ** 60, [], {}, true, [1], 'x', '2024-02-30T00:00:00.000Z'),
  fc.constantFrom<unknown>(
    '2024-13-01T00:00:00.000Z',
    '2024-02-01T24:00:00.000Z',
    '2024-01-31T09:30:00Z',
    'F'.repeat(64),
  ),
  fc.string(),
);

describe('a highlight that is taken without its schema', () => {
  it('is one as it is made', () => {
    const highlight = { ...made, created: '2024-05-02T09:30:00.000Z', modified: '2024-05-28T23:59:59.999Z' };
    expect(isPlainHighlight(highlight)).toBe(true);
  });

  it('is one that the schema takes and gives back as it is, whatever is wrong with it', () => {
    const spoilt = fc
      .record({ field: fc.constantFrom(...Object.keys(made ?? {}), 'more'), value: strange })
      .map(({ field, value }) => ({ ...made, [field]: value }));
    const spoiltSelector = fc
      .record({ field: fc.constantFrom(...Object.keys(made?.selector ?? {}), 'more'), value: strange })
      .map(({ field, value }) => ({ ...made, selector: { ...made?.selector, [field]: value } }));
    fc.assert(
      fc.property(fc.oneof(spoilt, spoiltSelector), (value) => {
        if (!isPlainHighlight(value)) return;
        const parsed = Highlight.safeParse(value);
        expect(parsed.success && parsed.data).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has every field of the schema', () => {
    for (const field of Object.keys(Highlight.shape)) {
      const { [field as keyof Highlight]: _, ...rest } = made ?? ({} as Highlight);
      expect(isPlainHighlight(rest)).toBe(false);
    }
  });
});
