import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { type CoveredStatement, collectionCoverage } from '../../core/insight/collection-coverage.ts';
import type { StatementExtent } from '../../core/insight/coverage.ts';
import type { InsightSources } from '../../core/insight/insight-sources.ts';
import { shortenLabel } from '../../core/insight/shorten-label.ts';
import { Figure } from './figure.tsx';
import { MarkLink } from './mark-link.tsx';
import { drawingWidth, rowHeight } from './time-marks.tsx';
import { useMore } from './use-more.ts';

const step = 40;
const everything = Number.POSITIVE_INFINITY;
const longestTitle = 42;
/** Where the strips begin and end; the narrowest stretch on them. */
const strip = { start: 290, end: 744, height: 14, narrowest: 2 } as const;

interface CoverageRowProps {
  readonly statement: CoveredStatement;
  readonly row: number;
}

/** A statement from its first word to its last, with the stretches that are highlighted. */
function CoverageRow({ statement, row }: CoverageRowProps): ReactNode {
  const { t, i18n } = useLingui();
  const { id, title, coverage, highlights } = statement;
  const y = row * rowHeight;
  const [middle, top] = [y + rowHeight / 2, y + (rowHeight - strip.height) / 2];
  const scale = (strip.end - strip.start) / Math.max(1, coverage.length);
  const share = i18n.number(coverage.share, { style: 'percent', maximumFractionDigits: 1 });
  const words = plural(highlights.length, { one: '# highlight', other: '# highlights' });
  const isEmpty = highlights.length === 0;
  return (
    <MarkLink
      goal={
        isEmpty
          ? { kind: 'statement', statement: id }
          : { kind: 'excerpts', filter: { ...everyExcerpt, statements: [id] } }
      }
      label={
        isEmpty
          ? t`${title}: nothing highlighted yet, open the statement`
          : t`${title}: ${share} of the text highlighted, by ${words}`
      }
      row={row}
      column={0}
    >
      <rect className="hit" x={0} y={y} width={drawingWidth} height={rowHeight} />
      <text x={0} y={middle + 4}>
        {shortenLabel(title, longestTitle)}
      </text>
      <rect className="strip" x={strip.start} y={top} width={strip.end - strip.start} height={strip.height} />
      {coverage.stretches.map(({ start, end }) => (
        <rect
          key={start}
          className="bar"
          x={Math.min(strip.start + start * scale, strip.end - strip.narrowest)}
          y={top}
          width={Math.max(strip.narrowest, (end - start) * scale)}
          height={strip.height}
        />
      ))}
      <text className={isEmpty ? 'end drawing-faint' : 'end'} x={drawingWidth - 6} y={middle + 4}>
        {share}
      </text>
    </MarkLink>
  );
}

interface CoverageFigureProps {
  readonly sources: InsightSources;
  readonly extents: readonly StatementExtent[];
}

/** How much of each statement is highlighted, and where. */
export function CoverageFigure({ sources, extents }: CoverageFigureProps): ReactNode {
  const { t, i18n } = useLingui();
  const { shown, more } = useMore(step);
  const whole = useMemo(() => collectionCoverage(sources, extents, everything), [sources, extents]);
  const statements = whole.statements.slice(0, shown);
  const rest = whole.total - statements.length;
  const sentence = useMemo(() => {
    const percent = (share: number): string => i18n.number(share, { style: 'percent', maximumFractionDigits: 1 });
    const [first] = whole.statements;
    if (!first) return t`There is no statement that can be read.`;
    const { title, coverage } = first;
    const [share, touched, most] = [percent(whole.share), i18n.number(whole.touched), percent(coverage.share)];
    return t`${share} of the text of ${plural(whole.total, { one: '# statement', other: '# statements' })}, without website text, headers and footers, is highlighted, in ${touched} of them; most of it, ${most}, in “${title}”.`;
  }, [whole, t, i18n]);
  const table = useMemo(
    () => ({
      head: [
        t`Statement`,
        t`Title`,
        t`Characters`,
        t`Characters highlighted`,
        t`Share`,
        t`Highlights`,
        t`In website text, headers and footers alone`,
        t`Without a place`,
      ],
      rows: whole.statements.map(({ id, title, coverage }) => [
        id,
        title,
        coverage.length,
        coverage.covered,
        Number(coverage.share.toFixed(4)),
        coverage.counted,
        coverage.outside,
        coverage.unplaced,
      ]),
    }),
    [whole, t],
  );
  const moreWords = t`and ${plural(rest, { one: '# more statement', other: '# more statements' })}`;
  return (
    <Figure
      name="attest-coverage"
      title={t`How much is highlighted, and where`}
      sentence={sentence}
      drawing={
        statements.length === 0
          ? null
          : {
              width: drawingWidth,
              height: statements.length * rowHeight + 2,
              content: statements.map((statement, row) => (
                <CoverageRow key={statement.id} statement={statement} row={row} />
              )),
            }
      }
      remainder={rest > 0 ? { words: moreWords, onMore: more } : null}
      table={table}
    />
  );
}
