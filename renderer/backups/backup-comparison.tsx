import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { BackupDifferences } from '../../core/workspace/backup.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { DifferenceItem } from './difference-item.tsx';
import { RestoreEverything } from './restore-everything.tsx';
import { useComparison } from './use-comparison.ts';
import { useRestore } from './use-restore.ts';

type Kind = BackupDifferences['tags'][number]['difference'];

interface NameDifferencesProps {
  readonly title: string;
  readonly names: readonly { readonly name: string; readonly difference: Kind }[];
}

function NameDifferences({ title, names: differing }: NameDifferencesProps): ReactNode {
  const { t } = useLingui();
  const names: Readonly<Record<Kind, string>> = {
    'only-backup': t`only in the backup`,
    changed: t`changed`,
    'only-now': t`only now`,
  };
  if (differing.length === 0) return null;
  return (
    <section>
      <h4 className="pane-label">{title}</h4>
      <ul>
        {differing.map(({ name, difference }) => (
          <li key={`${difference} ${name}`} className="tag-difference">
            <span>{name}</span> <span className="faint">{names[difference]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BackupComparisonProps {
  readonly name: string;
  readonly onOpen: (highlight: string) => void;
}

/** What differs between a backup and the workspace, and the ways to put back what it holds. */
export function BackupComparison({ name, onOpen }: BackupComparisonProps): ReactNode {
  const { t } = useLingui();
  const comparison = useComparison(name);
  const restore = useRestore();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const tell = useSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  const askButton = useRef<HTMLButtonElement>(null);
  const toggle = useCallback((id: string) => {
    setSelected((last) => (last.has(id) ? new Set([...last].filter((other) => other !== id)) : new Set([...last, id])));
  }, []);
  const run = useCallback(
    async (highlights: readonly string[] | null): Promise<void> => {
      setAsking(false);
      // What was pressed goes with what it was about.
      heading.current?.focus();
      if (await restore(name, highlights)) setSelected(new Set());
    },
    [restore, name],
  );
  const restoreOne = useCallback((id: string) => void run([id]), [run]);
  if (!comparison) return null;
  if ('fault' in comparison) return <p className="bad">{tell(comparison.fault)}</p>;
  const { differences } = comparison;
  const { holds, highlights, highlightCount, tags, tagCount, searches, dossiers, statements, sets } = differences;
  const others = [searches, dossiers, statements, sets];
  const isSame = highlightCount === 0 && tagCount === 0 && others.every(({ length }) => length === 0);
  const chosen = highlights.filter(({ id, before }) => before !== null && selected.has(id)).map(({ id }) => id);
  const sections: readonly { readonly kind: Kind; readonly title: string }[] = [
    { kind: 'only-backup', title: t`Only in the backup` },
    { kind: 'changed', title: t`Changed: in the backup → now` },
    { kind: 'only-now', title: t`Only now, not in the backup` },
  ];
  return (
    <section className="comparison" aria-labelledby="comparison-title" data-testid="comparison">
      <h3 ref={heading} id="comparison-title" className="pane-title" tabIndex={-1}>
        <Trans>What differs from now</Trans>
      </h3>
      <p>
        {isSame ? (
          <Trans>Nothing: this backup holds what is here now, so there is nothing to restore.</Trans>
        ) : (
          <>
            <Plural
              value={highlightCount}
              _0="No highlight differs"
              one="# highlight differs"
              other="# highlights differ"
            />
            {', '}
            <Plural value={tagCount} _0="and no tag." one="and # tag." other="and # tags." />
          </>
        )}{' '}
        <span className="faint">
          <Trans>
            The backup holds <Plural value={holds.highlights} one="# highlight" other="# highlights" /> and{' '}
            <Plural value={holds.tags} one="# tag" other="# tags" />.
          </Trans>
        </span>
      </p>
      {isSame ? null : (
        <div className="row comparison-actions">
          <button
            ref={askButton}
            type="button"
            className="button"
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          >
            <Trans>Restore everything…</Trans>
          </button>
          <button type="button" className="button" disabled={chosen.length === 0} onClick={() => void run(chosen)}>
            <Plural value={chosen.length} _0="Restore selected" one="Restore # selected" other="Restore # selected" />
          </button>
        </div>
      )}
      {isAsking && !isSame ? (
        <RestoreEverything
          differences={differences}
          onConfirm={() => void run(null)}
          onCancel={() => {
            setAsking(false);
            askButton.current?.focus();
          }}
        />
      ) : null}
      <NameDifferences
        title={t`Tags that differ`}
        names={tags.map(({ path, difference }) => ({ name: path, difference }))}
      />
      <NameDifferences title={t`Dossiers that differ`} names={dossiers} />
      <NameDifferences title={t`Saved searches that differ`} names={searches} />
      <NameDifferences title={t`Imported statements that differ`} names={statements} />
      <NameDifferences title={t`Sets of statements that differ`} names={sets} />
      {sections.map(({ kind, title }) => {
        const members = highlights.filter(({ difference }) => difference === kind);
        return members.length === 0 ? null : (
          <section key={kind}>
            <h4 className="pane-label">{title}</h4>
            <ul className="difference-list">
              {members.map((highlight) => (
                <DifferenceItem
                  key={highlight.id}
                  highlight={highlight}
                  isSelected={selected.has(highlight.id)}
                  onSelect={toggle}
                  onRestore={restoreOne}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {highlightCount > highlights.length ? (
        <p className="pane-hint">
          <Trans>These are the first {highlights.length} highlights of those that differ.</Trans>
        </p>
      ) : null}
    </section>
  );
}
