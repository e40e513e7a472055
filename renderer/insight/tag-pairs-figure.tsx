import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { cellBox, layOutGrid, shadeOf } from '../../core/insight/grid-layout.ts';
import type { InsightSources } from '../../core/insight/insight-sources.ts';
import { type TagPairs, tagPairsOf } from '../../core/insight/tag-pairs.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { type Drawing, Figure } from './figure.tsx';
import { MarkLink } from './mark-link.tsx';
import { longestOf, TagHeads, tagLabel } from './tag-heads.tsx';
import { useMore } from './use-more.ts';

const step = 20;
const everything = Number.POSITIVE_INFINITY;

/** The lower half of a square: a row for each tag but the first, a column for each but the last. */
function drawPairs(pairs: TagPairs, content: (layout: ReturnType<typeof layOutGrid>) => ReactNode): Drawing {
  const longest = longestOf(pairs.tags.map(tagLabel));
  const size = Math.max(0, pairs.tags.length - 1);
  const layout = layOutGrid(size, size, { row: longest, column: longest });
  return { width: layout.width, height: layout.height, content: content(layout) };
}

/** Which tags occur on the same highlights, as a matrix. */
export function TagPairsFigure({ sources }: { readonly sources: InsightSources }): ReactNode {
  const { t, i18n } = useLingui();
  const [hasSubTags, setHasSubTags] = useState(true);
  const { shown, more } = useMore(step);
  const pairs = useMemo(() => tagPairsOf(sources, { hasSubTags, limit: shown }), [sources, hasSubTags, shown]);
  const whole = useMemo(() => tagPairsOf(sources, { hasSubTags, limit: everything }), [sources, hasSubTags]);
  const sentence = useMemo(() => {
    const largest = whole.pairs.find(({ count }) => count === whole.most);
    if (!largest) return t`No two tags are on the same highlight yet.`;
    const { one, other, count } = largest;
    const [all, others] = [one, other].map(({ highlights }) => i18n.number(highlights.length));
    return t`${one.path} and ${other.path} occur together most often, on ${plural(count, { one: '# highlight', other: '# highlights' })}, of ${all} with the one and ${others} with the other.`;
  }, [whole, t, i18n]);
  const table = useMemo(
    () => ({
      head: [t`Tag`, t`Other tag`, t`Highlights with both`, t`With the tag`, t`With the other tag`],
      rows: whole.pairs.map(({ one, other, count }) => [
        one.path,
        other.path,
        count,
        one.highlights.length,
        other.highlights.length,
      ]),
    }),
    [whole, t],
  );
  const moreTags = t`and ${plural(pairs.moreTags, { one: '# more tag', other: '# more tags' })}`;
  const drawing = drawPairs(pairs, (layout) => (
    <>
      <TagHeads
        layout={layout}
        heads={pairs.tags.slice(0, -1).map((tag) => ({ key: tag.tag.id, name: tagLabel(tag), tag }))}
      />
      {pairs.tags.slice(1).map((tag, row) => {
        const y = layout.top + (row + 0.5) * layout.cellHeight;
        return (
          <g key={tag.tag.id} data-colour={tag.tag.colour}>
            <title>{tag.path}</title>
            <text className="end" x={layout.left - 12} y={y + 4}>
              {tagLabel(tag)}
            </text>
            <rect className="tag-fill" x={layout.left - 6} y={y - 12} width={3} height={24} />
            <line className="rule" x1={layout.left} x2={layout.left + (row + 1) * layout.cellWidth} y1={y} y2={y} />
          </g>
        );
      })}
      {pairs.kin.map(({ row, column }) => {
        const { x, y, width, height } = cellBox(layout, row - 1, column);
        return (
          <g key={`${row} ${column}`}>
            <title>{t`A tag and one above it`}</title>
            <rect className="ground" x={x} y={y} width={width} height={height} />
            <path className="crossed" d={`M${x} ${y + height}L${x + width} ${y}`} />
          </g>
        );
      })}
      {pairs.pairs.map(({ row, column, one, other, count, filter }) => {
        const box = cellBox(layout, row - 1, column);
        const words = plural(count, { one: '# highlight', other: '# highlights' });
        return (
          <MarkLink
            key={`${one.tag.id} ${other.tag.id}`}
            goal={{ kind: 'excerpts', filter }}
            label={t`${one.path} with ${other.path}: ${words}`}
            row={row}
            column={column}
          >
            <rect className="ground" {...box} />
            <rect className="accent-fill" {...box} fillOpacity={shadeOf(count, pairs.most)} />
            <text className="number" x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
              {i18n.number(count)}
            </text>
          </MarkLink>
        );
      })}
    </>
  ));
  return (
    <Figure
      name="attest-tags-together"
      title={t`Tags occurring together`}
      sentence={sentence}
      controls={
        <SwitchField label={t`Sub-tags in rows and columns of their own`} isOn={hasSubTags} onChange={setHasSubTags} />
      }
      drawing={pairs.pairs.length === 0 && whole.pairs.length === 0 ? null : drawing}
      remainder={pairs.moreTags > 0 ? { words: moreTags, onMore: more } : null}
      table={table}
    />
  );
}
