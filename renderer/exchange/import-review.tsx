import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { ChoiceField } from '../export/choice-field.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportItems } from './import-items.tsx';
import { useImporting } from './import-provider.tsx';
import { ImportReport } from './import-report.tsx';
import type { OpenImport } from './import-state.ts';
import { disagreementRules } from './item-choice.ts';
import { useImportFormats } from './use-import-formats.ts';
import { useItemWords } from './use-item-words.ts';

/** How many disagreements there are by the counts of a summary. */
function countDisagreed({ summary: { counts } }: OpenImport): number {
  return counts['both-changed'].all + counts['deleted-there'].all + counts['deleted-here'].all;
}

/** What a file holds, item by item, with what is to become of it; and, when it has been taken, what came of it. */
export function ImportReview({ open }: { readonly open: OpenImport }): ReactNode {
  const { t } = useLingui();
  const formats = useImportFormats();
  const words = useItemWords();
  const { setRule, forgetChoices, isNews } = useImporting();
  const { summary, rule, choices, stage } = open;
  const { token, fileName, format, from, itemCount } = summary;
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = stage === 'taken' || stage === 'unchanged';
  // Whoever comes back from another view goes on where they were.
  useEffect(() => {
    if (isNews(`${token} ${isOver}`)) heading.current?.focus();
  }, [token, isOver, isNews]);
  const chosen = Object.keys(choices).length;
  return (
    <div className="import-review" data-testid="import-review" data-stage={stage}>
      <h2 ref={heading} className="history-heading" tabIndex={-1}>
        {stage === 'taken' ? (
          <Trans>Taken into your work</Trans>
        ) : stage === 'unchanged' ? (
          <Trans>Nothing was different, so nothing was changed</Trans>
        ) : from === '' ? (
          <Trans>Work from a file</Trans>
        ) : (
          <Trans>Work of {from}</Trans>
        )}
      </h2>
      <p className="import-file faint">
        <bdi>{fileName}</bdi>, {formats[format]}
      </p>
      {from === '' ? (
        <p className="import-file faint">
          <Trans>The file does not say whose work it is.</Trans>
        </p>
      ) : null}
      {itemCount === 0 ? (
        <p>
          <Trans>There is nothing new in it: what can be taken of it is here already.</Trans>
        </p>
      ) : isOver ? null : (
        <ImportCounts counts={summary.counts} />
      )}
      {countDisagreed(open) > 0 && !isOver ? (
        <div className="import-rule">
          <ChoiceField
            label={t`Where you disagree`}
            value={rule}
            options={disagreementRules.map((value) => ({ value, name: words.rule(value) }))}
            onChange={setRule}
          />
          {chosen > 0 ? (
            <p className="import-chosen" role="status">
              <Plural value={chosen} one="# item is chosen by itself." other="# items are chosen by themselves." />{' '}
              <button type="button" className="link-button" onClick={forgetChoices}>
                <Trans>Choose none by itself</Trans>
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
      {itemCount > 0 ? <ImportItems key={token} open={open} /> : null}
      <ImportReport summary={summary} />
    </div>
  );
}
