import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { StatementSet } from '../../core/statements/own-statement.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { NameForm } from '../dossiers/name-form.tsx';
import { FilterFold } from '../excerpts/facet.tsx';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useLibraryPlace } from '../library/use-library-place.tsx';
import { useAttest } from '../state/use-attest.tsx';

/** What can be done to the set that is looked at. */
function SetActions({ set, onDeleted }: { readonly set: StatementSet; readonly onDeleted: () => void }): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [isNaming, setNaming] = useState(false);
  const [refusal, setRefusal] = useState<Fault | null>(null);
  if (isNaming) {
    return (
      <NameForm
        name={set.name}
        label={t`Name of the set`}
        button={t`Rename`}
        onName={async (name) => {
          const renamed = await call('renameSet', { set: set.id, name });
          if (renamed.ok && name !== set.name) offer(`${wordChange(renamed.value.summary)}.`, renamed.value.revision);
          return renamed;
        }}
        onClose={() => setNaming(false)}
      />
    );
  }
  const remove = async (): Promise<void> => {
    const deleted = await call('deleteSet', { set: set.id });
    if (!deleted.ok) {
      setRefusal(deleted.fault);
      return;
    }
    offer(`${wordChange(deleted.value.summary)}.`, deleted.value.revision);
    onDeleted();
  };
  return (
    <>
      <div className="set-actions">
        <button type="button" className="link-button" onClick={() => setNaming(true)}>
          <Trans>Rename</Trans>
        </button>
        <button type="button" className="link-button" onClick={() => void remove()}>
          <Trans>Delete the set</Trans>
        </button>
      </div>
      {refusal === null ? null : (
        <p className="bad" role="alert">
          {tell(refusal)}
        </p>
      )}
    </>
  );
}

/** The sets of the library, of which one is looked at or none, and what can be done to that one. */
export function SetList(): ReactNode {
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const { set: chosen, chooseSet } = useLibraryPlace();
  const set = session.sets.find(({ id }) => id === chosen);
  const lines = [
    { id: null, name: t`all statements`, count: session.statements.length },
    ...session.sets.map(({ id, name, statements }) => ({ id, name, count: statements.length })),
  ];
  return (
    <FilterFold label={t`Sets`} count={0} isOpenAtFirst>
      {session.sets.length === 0 ? (
        <p className="pane-hint">
          <Trans>There is no set yet. Select statements in the table and put them into one.</Trans>
        </p>
      ) : (
        <ul className="facet-list" aria-label={t`Sets`}>
          {lines.map(({ id, name, count }) => (
            <li key={id}>
              <button
                type="button"
                className="facet-line set-line"
                aria-current={id === chosen}
                title={name}
                onClick={() => chooseSet(id)}
              >
                <span className="facet-name">{name}</span>
                <span className="faint facet-count">{i18n.number(count)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {set ? <SetActions key={set.id} set={set} onDeleted={() => chooseSet(null)} /> : null}
    </FilterFold>
  );
}
