import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { type ImportItem as Item, importItemsAtATime } from '../../core/exchange/exchange-shapes.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { PageSteps } from '../controls/page-steps.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { ImportItem } from './import-item.tsx';
import { useImporting } from './import-provider.tsx';
import type { OpenImport } from './import-state.ts';
import { chosenFor, isDisagreedOn } from './item-choice.ts';
import { useImportItems } from './use-import-items.ts';

/** What an import would change: what is disagreed on first and open, the rest folded; a page of it at a time. */
export function ImportItems({ open }: { readonly open: OpenImport }): ReactNode {
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const announce = useAnnounce();
  const { setChoice, showFrom, lookAt, forgetLook } = useImporting();
  const { goTo, openHighlight } = useNavigation();
  const { summary, rule, choices, stage, from, lookedAt } = open;
  const { items, isBusy, from: shownFrom } = useImportItems(open);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(shownFrom);
  useEffect(() => {
    if (before.current === shownFrom) return;
    before.current = shownFrom;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
    announce(t`From ${i18n.number(shownFrom + 1)} on`);
  }, [shownFrom, announce, t, i18n]);
  const present = useRef(session.highlights);
  present.current = session.highlights;
  const look = useCallback(
    ({ key, statement, passage }: Item) => {
      if (statement === null || !passage) return;
      lookAt(key);
      const own = present.current.find(({ id }) => key === `highlights/${id}`);
      if (own?.anchor.state === 'anchored') openHighlight(own.id);
      else goTo({ kind: 'found', statement, passage });
    },
    [lookAt, openHighlight, goTo],
  );
  const isOver = stage === 'taken' || stage === 'unchanged';
  const disagreed = items.filter(isDisagreedOn);
  const others = items.filter((item) => !isDisagreedOn(item));
  const list = (members: readonly Item[]): ReactNode => (
    <ul className="import-list">
      {members.map((item) => (
        <ImportItem
          key={item.key}
          item={item}
          chosen={chosenFor(item, rule, choices)}
          isOpen={stage === 'review'}
          wasLookedAt={lookedAt === item.key}
          onChoose={setChoice}
          onLook={look}
          onBack={forgetLook}
        />
      ))}
    </ul>
  );
  return (
    <section className="import-items" aria-label={t`What is in it`} aria-busy={isBusy}>
      <h3 ref={heading} className="visually-hidden" tabIndex={-1}>
        <Trans>What is in it</Trans>
      </h3>
      {disagreed.length > 0 ? (
        <section>
          <h4 className="pane-label">
            {isOver ? <Trans>What you disagreed on</Trans> : <Trans>What you disagree on</Trans>}
          </h4>
          {list(disagreed)}
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h4 className="pane-label">
            {disagreed.length > 0 ? (
              <Trans>Everything else</Trans>
            ) : isOver ? (
              <Trans>What was taken</Trans>
            ) : (
              <Trans>What would change</Trans>
            )}
          </h4>
          {list(others)}
        </section>
      ) : null}
      {summary.itemCount > importItemsAtATime ? (
        <PageSteps
          label={t`More of what is in it`}
          atATime={importItemsAtATime}
          from={from}
          count={summary.itemCount}
          isBusy={isBusy}
          onFrom={showFrom}
        />
      ) : null}
    </section>
  );
}
