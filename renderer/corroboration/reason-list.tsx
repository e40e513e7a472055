import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Reason, ReasonKind } from '../../core/corroboration/likeness.ts';
import { type AgreeingWords, agreeingKinds } from './agreeing-words.ts';

function Words({ here, there }: AgreeingWords): ReactNode {
  const found = <bdi>{there}</bdi>;
  if (here === null) return <Trans>“{found}”</Trans>;
  const own = <bdi>{here}</bdi>;
  return (
    <Trans>
      “{own}”, there “{found}”
    </Trans>
  );
}

/** Why a passage was found: the names, numbers, dates and words that both passages have, each as it is written. */
export function ReasonList({ id, reasons }: { readonly id: string; readonly reasons: readonly Reason[] }): ReactNode {
  const { t } = useLingui();
  const labels: Readonly<Record<ReasonKind, string>> = {
    name: t`Same names`,
    number: t`Same numbers`,
    date: t`Same dates`,
    term: t`Same words`,
    phrase: t`Same wording`,
  };
  return (
    <dl className="reason-list" id={id}>
      {agreeingKinds(reasons).map(({ kind, words }) => (
        <div key={kind} className="reason" data-kind={kind}>
          <dt>{labels[kind]}</dt>
          <dd>
            {words.map(({ here, there }, at) => (
              // Two reasons may have the same words.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it stands
              <span key={at} className="reason-words">
                <Words here={here} there={there} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
