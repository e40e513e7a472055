import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ImportRule, ImportItem as Item } from '../../core/exchange/exchange-shapes.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { useAttest } from '../state/use-attest.tsx';
import { choicesFor, isDisagreedOn } from './item-choice.ts';
import { ItemSide } from './item-side.tsx';
import { useItemWords } from './use-item-words.ts';

interface ImportItemProps {
  readonly item: Item;
  /** What becomes of it, as one of `choicesFor`. */
  readonly chosen: ImportRule;
  /** Whether there is still something to choose. */
  readonly isOpen: boolean;
  /** Its user comes back from a look at its place. */
  readonly wasLookedAt: boolean;
  readonly onChoose: (key: string, rule: ImportRule) => void;
  readonly onLook: (item: Item) => void;
  /** They are back at it. */
  readonly onBack: () => void;
}

interface PlaceButtonProps {
  readonly onLook: () => void;
  readonly takesFocus: boolean;
  readonly onFocused: () => void;
}

function PlaceButton({ onLook, takesFocus, onFocused }: PlaceButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  // Only where it appears: until its user has gone to the place, they have not come back.
  const [isBack] = useState(takesFocus);
  useEffect(() => {
    if (!isBack) return;
    button.current?.focus();
    onFocused();
  }, [isBack, onFocused]);
  return (
    <button ref={button} type="button" className="link-button" onClick={onLook}>
      <Trans>Show it in its statement</Trans>
    </button>
  );
}

function ImportItemView({ item, chosen, isOpen, wasLookedAt, onChoose, onLook, onBack }: ImportItemProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const words = useItemWords();
  const languageOf = useSourceLanguage();
  const id = useId();
  const isDisagreed = isDisagreedOn(item);
  const [isUnfolded, setUnfolded] = useState(isDisagreed || wasLookedAt);
  const { kind, mine, theirs, statement, passage } = item;
  const shown = theirs?.words || mine?.words || item.key;
  const summary = session.statements.find((candidate) => candidate.id === statement);
  const isReadable = summary?.fixity === 'verified' || summary?.fixity === 'changed';
  const differ =
    [mine, theirs].every((side) => side && side.words !== '' && !side.isDeleted) && mine?.words !== theirs?.words;
  const isLeft = !isDisagreed && chosen === 'mine';
  return (
    <li className="import-item" data-testid="import-item" data-difference={item.difference}>
      <details open={isUnfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
        <summary>
          <span className="import-what">
            <span className="import-kind">{words.kind(kind)}</span>{' '}
            <span className={isDisagreed ? 'bad' : 'faint'}>{words.difference(item)}</span>
            {isLeft ? <span className="import-left"> {words.choice(item, 'mine')}</span> : null}
          </span>
          {kind === 'highlights' ? (
            <q className="import-words" {...(statement === null ? {} : languageOf(statement))}>
              {shown}
            </q>
          ) : (
            <span className="import-words" dir="auto">
              {shown}
            </span>
          )}
        </summary>
        {isUnfolded ? (
          <div className="import-detail">
            {summary ? <p className="version-statement faint">{titleOf(summary)}</p> : null}
            <div className="import-sides" data-count={mine && theirs ? 2 : 1}>
              {mine ? <ItemSide item={item} side={mine} title={t`Mine`} hasWords={differ} /> : null}
              {theirs ? <ItemSide item={item} side={theirs} title={t`Theirs`} hasWords={differ} /> : null}
            </div>
            <div className="import-decide">
              <RadioGroup
                className="import-choices"
                aria-label={t`What becomes of “${shown}”`}
                value={chosen}
                disabled={!isOpen}
                onValueChange={(next: ImportRule) => onChoose(item.key, next)}
              >
                {choicesFor(item).map((rule) => (
                  <label key={rule} className="import-choice" htmlFor={`${id}-${rule}`}>
                    <Radio.Root id={`${id}-${rule}`} value={rule} className="option-mark">
                      <Radio.Indicator className="option-dot" />
                    </Radio.Root>
                    {words.choice(item, rule)}
                  </label>
                ))}
              </RadioGroup>
              {isReadable && passage ? (
                <PlaceButton takesFocus={wasLookedAt} onFocused={onBack} onLook={() => onLook(item)} />
              ) : null}
            </div>
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** One difference: folded to a line where there is nothing to decide; else with both sides, and what can become of it. */
export const ImportItem = memo(ImportItemView);
