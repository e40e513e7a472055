import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PersonInWork } from '../../core/exchange/sharing-shapes.ts';
import { writeTable } from '../../core/export/csv.ts';
import type { CallOutput } from '../../core/ipc-contract.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { SelectField } from '../controls/select-field.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useExchangePlace } from '../exchange/exchange-place.tsx';
import { ChoiceField } from '../export/choice-field.tsx';
import { downloadBlob } from '../insight/download-blob.ts';
import { useAttest } from '../state/use-attest.tsx';
import { choosePair, tableOfComparison } from './comparison-figures.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { useComparison } from './use-comparison.ts';
import { usePeople } from './use-people.tsx';

interface FiguresProps {
  readonly comparison: CallOutput<'compareCoding'>;
  /** What the two are called. */
  readonly a: string;
  readonly b: string;
}

function Figures({ comparison, a, b }: FiguresProps): ReactNode {
  const { t } = useLingui();
  const tell = useSentence();
  const place = useExchangePlace();
  const { rows, unplaced, outside } = comparison;
  if (rows.length === 0) {
    return (
      <p className="pane-hint" role="status">
        <Trans>Neither of the two has put a tag on anything yet.</Trans>
      </p>
    );
  }
  const save = (): void => {
    const head = {
      tag: t`Tag`,
      units: t`Characters compared`,
      both: t`Both`,
      onlyA: t`Only ${a}`,
      onlyB: t`Only ${b}`,
      agreement: t`Agree on`,
      kappa: t`Kappa`,
      alpha: t`Alpha`,
      remark: t`Remark`,
    };
    const told = rows.map((row) => ({ ...row, remark: row.remark ? tell(row.remark) : '' }));
    downloadBlob(new Blob([writeTable(tableOfComparison(head, told))], { type: 'text/csv' }), 'attest-comparison.csv');
  };
  return (
    <>
      <ComparisonTable rows={rows} a={a} b={b} shown={place.comparison.tag} onShow={(tag) => place.choose({ tag })} />
      <button type="button" className="link-button" onClick={save}>
        <Trans>Save the figures as CSV</Trans>
      </button>
      <p className="pane-hint">
        <Trans>
          All figures count characters of the text. Kappa (Cohen) and alpha (Krippendorff) are 1 where the two agree
          throughout, and 0 where they agree as chance would have it. What neither of them tagged counts as agreement,
          and neighbouring characters hang together, so they tell how alike two codings are, and are no test of
          significance.
        </Trans>{' '}
        <Trans>
          A tag on a highlight counts for whoever put it there last: two codings can be told apart only where each
          highlighted for themselves before the work was merged.
        </Trans>{' '}
        <Plural
          value={unplaced}
          _0=""
          one="# highlight without a place in the text is not counted."
          other="# highlights without a place in the text are not counted."
        />{' '}
        <Plural
          value={outside}
          _0=""
          one="# highlight of website text, headers or footers is not counted."
          other="# highlights of website text, headers or footers are not counted."
        />
      </p>
    </>
  );
}

/** How the coding of two people agrees, tag by tag: with one statement, or all. It is computed when it is asked for. */
export function CodingComparison({ people }: { readonly people: readonly PersonInWork[] }): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const { nameOf } = usePeople();
  const { comparison: chosen, choose } = useExchangePlace();
  const { isOpen, statement, hasSubTags } = chosen;
  const pair = choosePair(
    people.map(({ id }) => id),
    chosen,
  );
  const compared = useComparison(isOpen && pair ? { ...pair, statement, hasSubTags } : null);
  if (!pair) return null;
  const { a, b } = pair;
  const options = people.map(({ id }) => ({ value: id, name: nameOf(id) }));
  const readable = session.statements.filter(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  return (
    <details
      className="comparison-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => choose({ isOpen: currentTarget.open })}
    >
      <summary>
        <Trans>Compare how two people tagged</Trans>
      </summary>
      <div className="comparison-choices">
        <ChoiceField
          label={t`One`}
          value={a}
          options={options.filter(({ value }) => value !== b)}
          onChange={(id) => choose({ a: id, b })}
        />
        <ChoiceField
          label={t`The other`}
          value={b}
          options={options.filter(({ value }) => value !== a)}
          onChange={(id) => choose({ a, b: id })}
        />
        <SelectField
          label={t`Statement`}
          value={statement}
          none={t`All statements`}
          options={readable.map((summary) => ({ value: summary.id, name: titleOf(summary) }))}
          onChange={(id) => choose({ statement: id })}
        />
        <SwitchField
          label={t`Tags count for those above them too`}
          isOn={hasSubTags}
          onChange={(isOn) => choose({ hasSubTags: isOn })}
        />
      </div>
      {compared === null ? (
        <p className="pane-hint" role="status">
          <Trans>Comparing…</Trans>
        </p>
      ) : 'fault' in compared ? (
        <p className="bad">{tell(compared.fault)}</p>
      ) : (
        <Figures comparison={compared.comparison} a={nameOf(a)} b={nameOf(b)} />
      )}
    </details>
  );
}
