import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type AddedFilter, type Adding, addedLinesAtATime } from '../../core/statements/adding.ts';
import { PageSteps } from '../controls/page-steps.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { Segments } from '../settings/segments.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { AddedLineItem } from './added-line-item.tsx';
import { useAddedLines } from './use-added-lines.ts';
import { useAddingWords } from './use-adding-words.ts';

/** What became of every file, a page of it at a time, all or some. */
export function AddingReport({ adding }: { readonly adding: Adding }): ReactNode {
  const { session } = useAttest();
  const { openStatement } = useNavigation();
  const { t } = useLingui();
  const words = useAddingWords();
  const [place, setPlace] = useState<{ readonly filter: AddedFilter | null; readonly from: number }>({
    filter: null,
    from: 0,
  });
  const { job, counts } = adding;
  const read = useAddedLines(job, place.filter, place.from);
  const byId = useMemo(() => new Map(session.statements.map((one) => [one.id, one])), [session.statements]);
  const list = useRef<HTMLUListElement>(null);
  const shownFrom = read?.from ?? 0;
  const before = useRef(shownFrom);
  useEffect(() => {
    if (before.current === shownFrom) return;
    before.current = shownFrom;
    list.current?.focus();
    list.current?.scrollIntoView({ block: 'start' });
  }, [shownFrom]);
  const options: { readonly value: AddedFilter | 'all'; readonly name: string }[] = [
    { value: 'all', name: t`All` },
    ...(['added', 'updated', 'known', 'refused'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => ({ value: outcome, name: words.outcome(outcome) })),
    { value: 'remarked', name: t`With remarks` },
  ];
  return (
    <>
      <Segments
        label={t`Show`}
        value={place.filter ?? 'all'}
        options={options}
        onChange={(next) => setPlace({ filter: next === 'all' ? null : next, from: 0 })}
      />
      {read?.count === 0 ? (
        <p className="pane-hint">
          <Trans>There is no such line in the report.</Trans>
        </p>
      ) : null}
      <ul
        ref={list}
        className="report-lines added-lines"
        tabIndex={-1}
        aria-label={t`Report`}
        data-testid="added-lines"
      >
        {(read?.lines ?? []).map((line, at) => (
          <AddedLineItem
            // Two files may have the same name; the place in the report is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: a report is shown as it stands
            key={`${read?.filter ?? ''}${shownFrom + at}`}
            line={line}
            summary={line.statement === null ? undefined : byId.get(line.statement)}
            onOpen={openStatement}
          />
        ))}
      </ul>
      {read && read.count > addedLinesAtATime ? (
        <PageSteps
          label={t`More of the report`}
          atATime={addedLinesAtATime}
          from={read.from}
          count={read.count}
          onFrom={(from) => setPlace({ ...place, from })}
        />
      ) : null}
    </>
  );
}
