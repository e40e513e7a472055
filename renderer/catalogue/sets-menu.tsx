import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { StatementSet } from '../../core/statements/own-statement.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

interface SetTickProps {
  readonly set: StatementSet;
  /** How many of those selected are in it. */
  readonly inside: number;
  readonly total: number;
  readonly onToggle: () => void;
}

function SetTick({ set, inside, total, onToggle }: SetTickProps): ReactNode {
  const { i18n } = useLingui();
  return (
    <li>
      <label className="facet-line" title={set.name} htmlFor={`in-set-${set.id}`}>
        <input
          ref={(element) => {
            // No attribute says this of a checkbox.
            if (element) element.indeterminate = inside > 0 && inside < total;
          }}
          id={`in-set-${set.id}`}
          type="checkbox"
          className="tick"
          checked={inside === total}
          onChange={onToggle}
        />
        <span className="facet-name">{set.name}</span>
        <span className="faint facet-count" aria-hidden="true">
          {i18n.number(set.statements.length)}
        </span>
      </label>
    </li>
  );
}

/** Puts the selected statements into sets, takes them out, and makes a set of them. Each can be undone from the message about it. */
export function SetsMenu({ selected }: { readonly selected: readonly string[] }): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const sets = useMemo(() => {
    if (!isOpen) return [];
    const ids = new Set(selected);
    return session.sets.map((set) => ({ set, inside: set.statements.filter((id) => ids.has(id)).length }));
  }, [isOpen, session.sets, selected]);
  const open = (next: boolean): void => {
    setOpen(next);
    setRefusal(null);
    if (next) setName('');
  };
  const report = (done: Awaited<ReturnType<typeof call<'createSet'>>>): boolean => {
    setRefusal(done.ok ? null : done.fault);
    if (done.ok) offer(`${wordChange(done.value.summary)}.`, done.value.revision);
    return done.ok;
  };
  const toggle = async (set: StatementSet, isInside: boolean): Promise<void> => {
    const [add, remove] = isInside ? [[], [...selected]] : [[...selected], []];
    report(await call('changeSet', { set: set.id, add, remove }));
  };
  const create = async (): Promise<void> => {
    if (report(await call('createSet', { name, statements: [...selected] }))) open(false);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger className="button">
        <Trans>Sets</Trans> <span aria-hidden="true">▾</span>
      </Popover.Trigger>
      <PopoverPopup className="add-to-dossier" align="start" label={t`Sets`}>
        {sets.length > 0 ? (
          <ul className="facet-list" aria-label={t`Sets`}>
            {sets.map(({ set, inside }) => (
              <SetTick
                key={set.id}
                set={set}
                inside={inside}
                total={selected.length}
                onToggle={() => void toggle(set, inside === selected.length)}
              />
            ))}
          </ul>
        ) : null}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void create();
          }}
        >
          <label className="form-field" htmlFor="new-set-name">
            <Trans>New set with the selected statements</Trans>
            <input
              id="new-set-name"
              className="field"
              value={name}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" className="button primary" disabled={name.trim() === ''}>
            <Trans>Create</Trans>
          </button>
        </form>
        {refusal === null ? null : (
          <p className="bad" role="alert">
            {tell(refusal)}
          </p>
        )}
      </PopoverPopup>
    </Popover.Root>
  );
}
