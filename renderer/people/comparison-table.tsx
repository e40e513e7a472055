import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, useId } from 'react';
import type { TagComparison } from '../../core/exchange/sharing-shapes.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { roundCoefficient, roundShare, shareOf } from './comparison-figures.ts';
import { DisagreementList } from './disagreement-list.tsx';

interface ComparisonTableProps {
  readonly rows: readonly TagComparison[];
  /** What the two are called. */
  readonly a: string;
  readonly b: string;
  /** The tag whose passages are shown. */
  readonly shown: string | null;
  readonly onShow: (tag: string | null) => void;
}

/** How many columns there are. */
const columns = 8;

/** The figures of each tag, which unfold to the passages that only one of the two tagged. */
export function ComparisonTable({ rows, a, b, shown, onShow }: ComparisonTableProps): ReactNode {
  const { t, i18n } = useLingui();
  const tell = useSentence();
  const id = useId();
  const percent = (value: number): string =>
    i18n.number(roundShare(value), { style: 'percent', maximumFractionDigits: 2 });
  const figure = (value: number | null): string =>
    value === null ? '–' : i18n.number(roundCoefficient(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const amount = (part: number, units: number): ReactNode => (
    <>
      {i18n.number(part)} <span className="comparison-share faint">{percent(shareOf(part, units))}</span>
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keys
    <section className="comparison-scroll" aria-label={t`How the two agree`} tabIndex={0}>
      <table className="comparison-table" data-testid="coding-comparison">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tag</Trans>
            </th>
            <th scope="col">
              <Trans>Both</Trans>
            </th>
            <th scope="col">
              <Trans>Only {a}</Trans>
            </th>
            <th scope="col">
              <Trans>Only {b}</Trans>
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
          {rows.map((row) => {
            const { tag, path, units, both, onlyA, onlyB, agreement, kappa, alpha, remark, disagreementCount } = row;
            const isShown = shown === tag && disagreementCount > 0;
            return (
              <Fragment key={tag}>
                <tr data-unfolded={isShown}>
                  <th scope="row">
                    <bdi>{path}</bdi>
                    {remark ? <span className="comparison-remark faint">{tell(remark)}</span> : null}
                  </th>
                  <td>{amount(both, units)}</td>
                  <td>{amount(onlyA, units)}</td>
                  <td>{amount(onlyB, units)}</td>
                  <td>{agreement === null ? '–' : percent(agreement)}</td>
                  <td>{figure(kappa)}</td>
                  <td>{figure(alpha)}</td>
                  <td>
                    {disagreementCount === 0 ? (
                      <Trans>nothing</Trans>
                    ) : (
                      <button
                        type="button"
                        className="link-button"
                        aria-expanded={isShown}
                        aria-controls={isShown ? `${id}-${tag}` : undefined}
                        onClick={() => onShow(isShown ? null : tag)}
                      >
                        <Plural value={disagreementCount} one="# passage" other="# passages" />
                      </button>
                    )}
                  </td>
                </tr>
                {isShown ? (
                  <tr id={`${id}-${tag}`}>
                    <td colSpan={columns}>
                      <DisagreementList row={row} a={a} b={b} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
