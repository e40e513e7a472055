import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ImportRule } from '../../core/exchange/exchange-shapes.ts';
import type { SharedState } from '../../core/exchange/sharing-shapes.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { disagreementRules } from './item-choice.ts';
import { useItemWords } from './use-item-words.ts';

interface SharedWaitingProps {
  readonly waiting: SharedState['waiting'];
  readonly isBusy: boolean;
  readonly onMerge: (rule: ImportRule) => void;
}

/** Whose work in the shared folder is not here yet, and the button that takes it. */
export function SharedWaiting({ waiting, isBusy, onMerge }: SharedWaitingProps): ReactNode {
  const { t } = useLingui();
  const words = useItemWords();
  const [rule, setRule] = useState<ImportRule>('both');
  const isDisagreed = waiting.some(({ disagreed }) => disagreed > 0);
  if (waiting.length === 0) {
    return (
      <p className="pane-hint" role="status">
        <Trans>Nothing new: all that could be read in the folder is merged.</Trans>
      </p>
    );
  }
  return (
    <div className="shared-waiting" data-testid="shared-waiting">
      <ul className="people-list">
        {waiting.map(({ name, items, disagreed }) => (
          <li key={name} className="person">
            <bdi className="person-name">{name}</bdi>
            <span>
              <Plural value={items} one="# difference" other="# differences" />
            </span>
            {disagreed > 0 ? (
              <span className="bad">
                <Plural value={disagreed} one="# you disagree on" other="# you disagree on" />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="pane-hint">
        <Trans>
          Each person’s work becomes one step, which Undo takes back. To choose item by item, import their file from the
          folder instead.
        </Trans>
      </p>
      <div className="shared-form">
        {isDisagreed ? (
          <ChoiceField
            label={t`Where you disagree`}
            value={rule}
            options={disagreementRules.map((value) => ({ value, name: words.rule(value) }))}
            onChange={setRule}
          />
        ) : null}
        <button
          type="button"
          className="button primary"
          aria-busy={isBusy}
          aria-disabled={isBusy}
          onClick={() => !isBusy && onMerge(rule)}
        >
          <Trans>Merge what is new</Trans>
        </button>
      </div>
    </div>
  );
}
