import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { TagComparison } from '../../core/exchange/sharing-shapes.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { DisagreementList } from './disagreement-list.tsx';

interface ComparisonTableProps {
  readonly rows: readonly TagComparison[];
  /** What the two are called. */
  readonly a: string;
  readonly b: string;
}

/** The figures of each tag, and for one of them the passages that only one of the two tagged. */
export function ComparisonTable({ rows, a, b }: ComparisonTableProps): ReactNode {
  const { t, i18n } = useLingui();
  const tell = useSentence();
  const [shown, setShown] = useState<string | null>(null);
  const share = (value: number | null): string =>
    value === null ? '–' : i18n.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const figure = (value: number | null): string =>
    value === null ? '–' : i18n.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const row = rows.find(({ tag }) => tag === shown);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keys */}
      <section className="comparison-scroll" aria-label={t`How the two agree`} tabIndex={0}>
        <table className="comparison-table" data-testid="coding-comparison">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tag</Trans>
              </th>
              <th scope="col">
                <Trans>Agree on</Trans>
              </th>
              <th scope="col">
                <Trans>Kappa</Trans>
              </th>
              <th scope="col">
                <Trans>Alpha</Trans>
              </th>
              <th scope="col">
                <Trans>Differ in</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tag, path, agreement, kappa, alpha, remark, disagreementCount }) => (
              <tr key={tag}>
                <th scope="row">
                  <bdi>{path}</bdi>
                  {remark ? <span className="comparison-remark faint">{tell(remark)}</span> : null}
                </th>
                <td>{share(agreement)}</td>
                <td>{figure(kappa)}</td>
                <td>{figure(alpha)}</td>
                <td>
                  {disagreementCount === 0 ? (
                    <Trans>nothing</Trans>
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      aria-expanded={shown === tag}
                      onClick={() => setShown(shown === tag ? null : tag)}
                    >
                      <Plural value={disagreementCount} one="# passage" other="# passages" />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {row ? <DisagreementList key={row.tag} row={row} a={a} b={b} /> : null}
    </>
  );
}
