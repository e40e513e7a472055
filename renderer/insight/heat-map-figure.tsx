import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { cellBox, layOutGrid, shadeOf } from '../../core/insight/grid-layout.ts';
import { type HeatMap, heatMapOf } from '../../core/insight/heat-map.ts';
import type { InsightSources } from '../../core/insight/insight-sources.ts';
import { shortenLabel } from '../../core/insight/shorten-label.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { Figure } from './figure.tsx';
import { MarkLink } from './mark-link.tsx';
import { longestOf, TagHeads, tagLabel } from './tag-heads.tsx';
import { useMore } from './use-more.ts';

const [rowStep, columnStep] = [25, 18];
/** The longest title in a drawing, in characters. */
const longestTitle = 40;
const everything = Number.POSITIVE_INFINITY;

function HeatDrawing({ map }: { readonly map: HeatMap }): ReactNode {
  const { t, i18n } = useLingui();
  const titles = map.rows.map(({ title }) => shortenLabel(title, longestTitle));
  const heads = map.columns.map((tag) => ({
    key: tag?.tag.id ?? '',
    name: tag ? tagLabel(tag) : t`without a tag`,
    tag,
  }));
  const layout = gridOf(titles, heads);
  const { left, top, cellHeight, cellWidth } = layout;
  const right = left + heads.length * cellWidth;
  return (
    <>
      <TagHeads layout={layout} heads={heads} />
      {map.rows.map(({ id, title }, row) => (
        <g key={id}>
          <title>{title}</title>
          <text x={0} y={top + (row + 0.5) * cellHeight + 4}>
            {titles[row]}
          </text>
          <line
            className="rule"
            x1={left}
            x2={right}
            y1={top + (row + 0.5) * cellHeight}
            y2={top + (row + 0.5) * cellHeight}
          />
        </g>
      ))}
      {map.cells.map(({ row, column, statement, tag, count, filter }) => {
        const box = cellBox(layout, row, column);
        const words = plural(count, { one: '# highlight', other: '# highlights' });
        const name = tag?.path ?? t`without a tag`;
        return (
          <MarkLink
            key={`${statement.id} ${tag?.tag.id ?? ''}`}
            goal={{ kind: 'excerpts', filter }}
            label={t`${statement.title}, ${name}: ${words}`}
            row={row}
            column={column}
          >
            <g data-colour={tag?.tag.colour}>
              <rect className="ground" {...box} />
              <rect className="tag-fill" {...box} fillOpacity={shadeOf(count, map.most)} />
              <text className="number" x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
                {i18n.number(count)}
              </text>
            </g>
          </MarkLink>
        );
      })}
    </>
  );
}

function gridOf(titles: readonly string[], heads: readonly { readonly name: string }[]) {
  const longest = { row: longestOf(titles), column: longestOf(heads.map(({ name }) => name)) };
  return layOutGrid(titles.length, heads.length, longest);
}

/** Highlights by statement and tag, as a heat map. */
export function HeatMapFigure({ sources }: { readonly sources: InsightSources }): ReactNode {
  const { t, i18n } = useLingui();
  const [hasSubTags, setHasSubTags] = useState(true);
  const rows = useMore(rowStep);
  const columns = useMore(columnStep);
  const map = useMemo(
    () => heatMapOf(sources, { hasSubTags, rows: rows.shown, columns: columns.shown }),
    [sources, hasSubTags, rows.shown, columns.shown],
  );
  const whole = useMemo(
    () => heatMapOf(sources, { hasSubTags, rows: everything, columns: everything }),
    [sources, hasSubTags],
  );
  const withoutTag = t`without a tag`;
  const sentence = useMemo(() => {
    const count = sources.highlights.length;
    const largest = whole.cells.find((cell) => cell.count === whole.most);
    if (!largest) return t`Nothing is highlighted yet.`;
    const { title } = largest.statement;
    const most = i18n.number(largest.count);
    const path = largest.tag?.path;
    return path === undefined
      ? t`${plural(count, { one: '# highlight', other: '# highlights' })} in ${plural(whole.rows.length, { one: '# statement', other: '# statements' })}; most, ${most}, are without a tag in “${title}”.`
      : t`${plural(count, { one: '# highlight', other: '# highlights' })} in ${plural(whole.rows.length, { one: '# statement', other: '# statements' })}; most, ${most}, are tagged ${path} in “${title}”.`;
  }, [sources, whole, t, i18n]);
  const table = useMemo(
    () => ({
      head: [t`Statement`, t`Title`, t`Tag`, t`Highlights`],
      rows: whole.cells.map(({ statement, tag, count }) => [
        statement.id,
        statement.title,
        tag?.path ?? withoutTag,
        count,
      ]),
    }),
    [whole, withoutTag, t],
  );
  const names = map.columns.map((tag) => ({ name: tag ? tagLabel(tag) : withoutTag }));
  const { width, height } = gridOf(
    map.rows.map(({ title }) => shortenLabel(title, longestTitle)),
    names,
  );
  const { moreRows, moreColumns } = map;
  const moreStatements = t`and ${plural(moreRows, { one: '# more statement', other: '# more statements' })}`;
  const moreTags = t`and ${plural(moreColumns, { one: '# more tag', other: '# more tags' })}`;
  const remainder = [moreRows > 0 ? moreStatements : null, moreColumns > 0 ? moreTags : null].filter(
    (words) => words !== null,
  );
  return (
    <Figure
      name="attest-highlights-by-tag"
      title={t`Highlights by tag and statement`}
      sentence={sentence}
      controls={<SwitchField label={t`Sub-tags in columns of their own`} isOn={hasSubTags} onChange={setHasSubTags} />}
      drawing={{ width, height, content: <HeatDrawing map={map} /> }}
      remainder={
        remainder.length === 0
          ? null
          : {
              words: remainder.join(', '),
              onMore: () => {
                if (moreRows > 0) rows.more();
                if (moreColumns > 0) columns.more();
              },
            }
      }
      table={table}
    />
  );
}
