import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Fault } from '../../core/result.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import type { Standing } from './use-single-sources.ts';

interface SingleSourceCountProps {
  /** Of each excerpt, in any order. */
  readonly standings: readonly Standing[];
  readonly fault: Fault | null;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** How many excerpts of a dossier are single sources, and the switch for their marks. */
export function SingleSourceCount({ standings, fault, isOn, onSwitch }: SingleSourceCountProps): ReactNode {
  const { t } = useLingui();
  const tell = useSentence();
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length;
  const [single, unplaced, isLooking] = [count('single'), count('unplaced'), count('unknown') > 0];
  const judged = standings.length - unplaced;
  return (
    <div className="single-sources" data-testid="single-sources">
      <SwitchField label={t`Mark where one source was found`} isOn={isOn} onChange={onSwitch} />
      {isOn ? (
        <p className="single-sources-words" role="status">
          {fault ? <span className="bad">{tell(fault)}</span> : null}
          {!fault && isLooking ? <Trans>Looking in the other statements…</Trans> : null}
          {fault || isLooking ? null : (
            <Trans>
              One source found: {single} of {judged}
            </Trans>
          )}{' '}
          {unplaced === 0 || fault || isLooking ? null : (
            <Plural
              value={unplaced}
              one="# excerpt needs review and was not looked for."
              other="# excerpts need review and were not looked for."
            />
          )}
        </p>
      ) : null}
    </div>
  );
}
