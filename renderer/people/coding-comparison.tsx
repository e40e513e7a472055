import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { PersonInWork } from '../../core/exchange/sharing-shapes.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { SelectField } from '../controls/select-field.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { useComparison } from './use-comparison.ts';
import { usePeople } from './use-people.tsx';

/** How the coding of two people agrees, tag by tag: with one statement, or all. It is computed when it is asked for. */
export function CodingComparison({ people }: { readonly people: readonly PersonInWork[] }): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const { nameOf } = usePeople();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ readonly a: string; readonly b: string } | null>(null);
  const [statement, setStatement] = useState<string | null>(null);
  const [hasSubTags, setSubTags] = useState(true);
  const [first, second] = people;
  const isKnown = (id: string | undefined): id is string => people.some((person) => person.id === id);
  const a = isKnown(chosen?.a) ? chosen.a : (first?.id ?? '');
  const b = isKnown(chosen?.b) ? chosen.b : (second?.id ?? '');
  const compared = useComparison(isOpen && a !== b ? { a, b, statement, hasSubTags } : null);
  const options = people.map(({ id }) => ({ value: id, name: nameOf(id) }));
  const readable = session.statements.filter(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  return (
    <details className="comparison-fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Trans>Compare how two people tagged</Trans>
      </summary>
      <div className="comparison-choices">
        <ChoiceField label={t`One`} value={a} options={options} onChange={(id) => setChosen({ a: id, b })} />
        <ChoiceField label={t`The other`} value={b} options={options} onChange={(id) => setChosen({ a, b: id })} />
        <SelectField
          label={t`Statement`}
          value={statement}
          none={t`All statements`}
          options={readable.map((summary) => ({ value: summary.id, name: titleOf(summary) }))}
          onChange={setStatement}
        />
        <SwitchField label={t`Tags count for those above them too`} isOn={hasSubTags} onChange={setSubTags} />
      </div>
      {a === b ? (
        <p className="pane-hint">
          <Trans>Choose two different people.</Trans>
        </p>
      ) : compared && 'fault' in compared ? (
        <p className="bad">{tell(compared.fault)}</p>
      ) : compared === null ? (
        <p className="pane-hint" role="status">
          <Trans>Comparing…</Trans>
        </p>
      ) : compared.comparison.rows.length === 0 ? (
        <p className="pane-hint" role="status">
          <Trans>Neither of the two has put a tag on anything there.</Trans>
        </p>
      ) : (
        <>
          <ComparisonTable key={`${a} ${b} ${statement}`} rows={compared.comparison.rows} a={nameOf(a)} b={nameOf(b)} />
          <p className="pane-hint">
            <Trans>
              The unit is a character of the text. Kappa (Cohen) and alpha (Krippendorff) are 1 where the two agree
              throughout, and 0 where they agree as chance would have it.
            </Trans>{' '}
            <Plural
              value={compared.comparison.unplaced}
              _0=""
              one="# highlight without a place in the text is not counted."
              other="# highlights without a place in the text are not counted."
            />{' '}
            <Plural
              value={compared.comparison.outside}
              _0=""
              one="# highlight of website text is not counted."
              other="# highlights of website text are not counted."
            />
          </p>
        </>
      )}
    </details>
  );
}
