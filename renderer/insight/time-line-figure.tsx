import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import type { InsightSources } from '../../core/insight/insight-sources.ts';
import { timeLineOf } from '../../core/insight/time-line.ts';
import { createTimeScale } from '../../core/insight/time-scale.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { Figure } from './figure.tsx';
import { drawingWidth, rowHeight, scaleEnds, TimeAxis, TimeMark, TimeRow } from './time-marks.tsx';
import { useMore } from './use-more.ts';

const step = 40;
const axisHeight = 30;
const everything = Number.POSITIVE_INFINITY;

/** The statements on a time line; those whose date is in doubt with soft ends, those without one apart. */
export function TimeLineFigure({ sources }: { readonly sources: InsightSources }): ReactNode {
  const { t } = useLingui();
  const wordDate = useDateWords();
  const { shown, more } = useMore(step);
  const line = useMemo(() => timeLineOf(sources, shown), [sources, shown]);
  const whole = useMemo(() => timeLineOf(sources, everything), [sources]);
  const scale = useMemo(
    () =>
      createTimeScale(
        line.dated.map(({ span }) => span),
        ...scaleEnds,
      ),
    [line],
  );
  const sentence = useMemo(() => {
    const [first, last] = [whole.dated[0], whole.dated.at(-1)];
    const undated = whole.undated.length;
    if (!first || !last) {
      return plural(undated, { one: '# statement, without a date.', other: '# statements, none of them with a date.' });
    }
    const doubtful = whole.dated.filter(({ span }) => span.isStartSoft || span.isEndSoft).length;
    const [from, to] = [wordDate(first.date), wordDate(last.date)];
    const dated = t`${plural(whole.dated.length, { one: '# statement has a date', other: '# statements have a date' })}, from ${from} to ${to}`;
    const uncertain = t`${plural(doubtful, { one: '# date is uncertain and drawn with soft ends and “?”', other: '# dates are uncertain and drawn with soft ends and “?”' })}`;
    const without = t`${plural(undated, { one: '# statement has no date', other: '# statements have no date' })}`;
    return `${[dated, doubtful > 0 ? uncertain : null, undated > 0 ? without : null].filter((words) => words !== null).join('; ')}.`;
  }, [whole, wordDate, t]);
  const table = useMemo(
    () => ({
      head: [t`Statement`, t`Title`, t`Date (EDTF)`, t`Uncertain`, t`Highlights`],
      rows: [
        ...whole.dated.map(({ id, title, date, span, highlights }) => [
          id,
          title,
          date,
          span.isStartSoft || span.isEndSoft ? t`yes` : t`no`,
          highlights.length,
        ]),
        ...whole.undated.map(({ id, title, record, highlights }) => [
          id,
          title,
          record?.date.value ?? '',
          '',
          highlights.length,
        ]),
      ],
    }),
    [whole, t],
  );
  const apartAt = scale ? axisHeight + line.dated.length * rowHeight : 0;
  const hasApart = line.undated.length > 0;
  const height = apartAt + (hasApart ? axisHeight + line.undated.length * rowHeight : 0) + 2;
  const moreWords = t`and ${plural(line.more, { one: '# more statement', other: '# more statements' })}`;
  return (
    <Figure
      name="attest-time-line"
      title={t`Statements on a time line`}
      sentence={sentence}
      drawing={{
        width: drawingWidth,
        height,
        content: (
          <>
            <text className="end drawing-faint" x={drawingWidth - 6} y={axisHeight - 10}>
              {t`Highlights`}
            </text>
            {scale ? <TimeAxis scale={scale} top={axisHeight} bottom={apartAt} /> : null}
            {scale
              ? line.dated.map((statement, row) => (
                  <TimeRow
                    key={statement.id}
                    statement={statement}
                    date={wordDate(statement.date)}
                    row={row}
                    y={axisHeight + row * rowHeight}
                  >
                    <TimeMark span={statement.span} scale={scale} y={axisHeight + (row + 0.5) * rowHeight} />
                  </TimeRow>
                ))
              : null}
            {hasApart ? (
              <text className="drawing-strong" x={0} y={apartAt + 20}>
                {t`Without a date`}
              </text>
            ) : null}
            {line.undated.map((statement, index) => (
              <TimeRow
                key={statement.id}
                statement={statement}
                date={wordDate(statement.record?.date.value ?? null)}
                row={line.dated.length + index}
                y={apartAt + axisHeight + index * rowHeight}
              >
                <text
                  className="drawing-faint"
                  x={scaleEnds[0]}
                  y={apartAt + axisHeight + (index + 0.5) * rowHeight + 4}
                >
                  {wordDate(statement.record?.date.value ?? null)}
                </text>
              </TimeRow>
            ))}
          </>
        ),
      }}
      remainder={line.more > 0 ? { words: moreWords, onMore: more } : null}
      table={table}
    />
  );
}
