import { useLingui } from '@lingui/react/macro';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { type StatementSummary, titleOf } from '../../core/statements/statement.ts';
import { FixityMark } from '../library/statement-item.tsx';
import type { SelectHow } from './use-row-choice.ts';
import type { RowWords } from './use-row-words.ts';

interface StatementRowProps {
  readonly summary: StatementSummary;
  /** Where it stands among all rows, from 1. */
  readonly position: number;
  readonly highlights: number;
  /** How far below the first row it stands, in pixels. */
  readonly startPx: number;
  readonly words: RowWords;
  readonly isSelected: boolean;
  /** Whether Tab comes to this row. */
  readonly isStop: boolean;
  readonly onSelect: (key: string, how: SelectHow) => void;
  readonly onOpen: (key: string) => void;
}

/** One statement of the table. A click selects it, two open it. */
export const StatementRow = memo(function StatementRow(props: StatementRowProps): ReactNode {
  const { summary, position, highlights, startPx, words, isSelected, isStop, onSelect, onOpen } = props;
  const { t, i18n } = useLingui();
  const title = titleOf(summary);
  const publisher = summary.publisher.value ?? '';
  const [date, kind, language, added] = [
    words.date(summary),
    words.kind(summary),
    words.language(summary),
    words.added(summary),
  ];
  const onClick = (event: MouseEvent): void => {
    onSelect(summary.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
  };
  return (
    <tr
      className="catalogue-row"
      style={{ transform: `translateY(${startPx}px)` }}
      data-row={summary.id}
      data-testid="catalogue-row"
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={position + 1}
      aria-selected={isSelected}
      onClick={onClick}
      onDoubleClick={() => onOpen(summary.id)}
    >
      <td className="catalogue-tick">
        <input
          type="checkbox"
          className="tick"
          tabIndex={-1}
          aria-label={t`Select ${title}`}
          checked={isSelected}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(summary.id, event.shiftKey ? 'range' : 'toggle');
            // The keys go on from its row.
            event.currentTarget.closest<HTMLElement>('[data-row]')?.focus();
          }}
          onDoubleClick={(event) => event.stopPropagation()}
          onChange={() => undefined}
        />
      </td>
      <td data-column="title" dir="auto" title={title}>
        <bdi>{title}</bdi> <FixityMark fixity={summary.fixity} />
      </td>
      <td data-column="date" title={date.full}>
        {date.short}
      </td>
      <td data-column="publisher" dir="auto" title={publisher}>
        <bdi>{publisher}</bdi>
      </td>
      <td data-column="kind" title={kind}>
        {kind}
      </td>
      <td data-column="language" title={language}>
        {language}
      </td>
      <td data-column="added" title={added}>
        {added}
      </td>
      <td data-column="highlights">{highlights === 0 ? '' : i18n.number(highlights)}</td>
    </tr>
  );
});
