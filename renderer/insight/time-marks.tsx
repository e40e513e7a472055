import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import type { MarkedStatement } from '../../core/insight/insight-sources.ts';
import { shortenLabel } from '../../core/insight/shorten-label.ts';
import { drawSpan, type TimeScale } from '../../core/insight/time-scale.ts';
import type { TimeSpan } from '../../core/insight/time-span.ts';
import { readDate } from '../../core/statements/edtf-date.ts';
import { formatDate } from '../language/format-date.ts';
import { MarkLink } from './mark-link.tsx';

/** Sizes of drawings with a row for each statement, in CSS pixels. */
export const drawingWidth = 820;
export const rowHeight = 28;
/** Where the scale begins and ends; soft ends reach beyond it. */
export const scaleEnds = [328, 704] as const;
const plotEnds = [282, 764] as const;
const longestTitle = 42;
const barHeight = 12;

const hasText = ({ record }: MarkedStatement): boolean =>
  record !== null && (record.fixity === 'verified' || record.fixity === 'changed');

interface TimeRowProps {
  readonly statement: MarkedStatement;
  /** In words. */
  readonly date: string;
  readonly row: number;
  readonly y: number;
  readonly children: ReactNode;
}

/** The row of a statement: its title, its mark and how many highlights it has. It leads to them, or to the statement. */
export function TimeRow({ statement, date, row, y, children }: TimeRowProps): ReactNode {
  const { t, i18n } = useLingui();
  const { id, title, highlights } = statement;
  const count = highlights.length;
  const words = plural(count, { one: '# highlight', other: '# highlights' });
  const drawn = (
    <>
      <rect className="hit" x={0} y={y} width={drawingWidth} height={rowHeight} />
      <text x={0} y={y + rowHeight / 2 + 4}>
        {shortenLabel(title, longestTitle)}
      </text>
      {children}
      <text className={count === 0 ? 'end drawing-faint' : 'end'} x={drawingWidth - 6} y={y + rowHeight / 2 + 4}>
        {i18n.number(count)}
      </text>
    </>
  );
  if (count === 0 && !hasText(statement)) return <g>{drawn}</g>;
  return count === 0 ? (
    <MarkLink
      goal={{ kind: 'statement', statement: id }}
      label={t`${title}, ${date}: nothing highlighted yet, open the statement`}
      row={row}
      column={0}
    >
      {drawn}
    </MarkLink>
  ) : (
    <MarkLink
      goal={{ kind: 'excerpts', filter: { ...everyExcerpt, statements: [id] } }}
      label={t`${title}, ${date}: ${words}`}
      row={row}
      column={0}
    >
      {drawn}
    </MarkLink>
  );
}

interface TimeMarkProps {
  readonly span: TimeSpan;
  readonly scale: TimeScale;
  /** The middle of the row. */
  readonly y: number;
}

/** A date: a point for a day, a bar for more; doubt is a hollow point or ends that fade, with “?”; an open side an arrow. */
export function TimeMark({ span, scale, y }: TimeMarkProps): ReactNode {
  const id = useId();
  const { fadeBefore, fadeAfter, isPoint, isOpenBefore, isOpenAfter, ...drawn } = drawSpan(span, scale);
  // On whole pixels, so that a fade and its bar meet without a seam.
  const [x, end] = [Math.round(drawn.x), Math.round(drawn.x + drawn.width)];
  const width = end - x;
  const isDoubtful = fadeBefore > 0 || fadeAfter > 0;
  const top = y - barHeight / 2;
  const question = (at: number): ReactNode =>
    isDoubtful ? (
      <text className="drawing-strong" x={at} y={y + 4}>
        ?
      </text>
    ) : null;
  if (isPoint) {
    const middle = drawn.x + drawn.width / 2;
    return (
      <>
        <circle className={isDoubtful ? 'point doubtful' : 'point'} cx={middle} cy={y} r={5} />
        {question(middle + 10)}
      </>
    );
  }
  const fade = (name: string, from: number, to: number): ReactNode => (
    <linearGradient id={`${id}-${name}`}>
      <stop className="accent-stop" offset="0" stopOpacity={from} />
      <stop className="accent-stop" offset="1" stopOpacity={to} />
    </linearGradient>
  );
  return (
    <>
      <defs>
        {fadeBefore > 0 ? fade('before', 0, 1) : null}
        {fadeAfter > 0 ? fade('after', 1, 0) : null}
      </defs>
      {fadeBefore > 0 ? (
        <rect fill={`url(#${id}-before)`} x={x - fadeBefore} y={top} width={fadeBefore} height={barHeight} />
      ) : null}
      <rect className="bar" x={x} y={top} width={width} height={barHeight} />
      {fadeAfter > 0 ? <rect fill={`url(#${id}-after)`} x={end} y={top} width={fadeAfter} height={barHeight} /> : null}
      {isOpenBefore ? (
        <path className="bar" d={`M${x} ${top - 3}l-12 ${barHeight / 2 + 3}l12 ${barHeight / 2 + 3}z`} />
      ) : null}
      {isOpenAfter ? (
        <path className="bar" d={`M${end} ${top - 3}l12 ${barHeight / 2 + 3}l-12 ${barHeight / 2 + 3}z`} />
      ) : null}
      {question(end + fadeAfter + 3)}
    </>
  );
}

interface TimeAxisProps {
  readonly scale: TimeScale;
  /** Where the rows begin and end. */
  readonly top: number;
  readonly bottom: number;
}

/** The years or months over the rows, with a line down each. */
export function TimeAxis({ scale, top, bottom }: TimeAxisProps): ReactNode {
  const { i18n } = useLingui();
  const word = (edtf: string): string => {
    const parts = readDate(edtf);
    if (!parts) return edtf;
    const { year, month } = parts;
    return formatDate(new Date(Date.UTC(year, (month ?? 1) - 1, 1)), i18n.locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month !== null && { month: 'short' }),
    });
  };
  return (
    <g>
      <line className="rule" x1={plotEnds[0]} x2={plotEnds[1]} y1={top} y2={top} />
      {scale.ticks.map(({ date, x }) => (
        <g key={date}>
          <line className="rule" x1={x} x2={x} y1={top - 5} y2={bottom} />
          <text className="middle drawing-faint" x={x} y={top - 10}>
            {word(date)}
          </text>
        </g>
      ))}
    </g>
  );
}
