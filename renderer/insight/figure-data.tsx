import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The data of a figure, all of it, as a table. Numbers are written in the interface's language where they are shown. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** More rows are for a spreadsheet. */
const mostRows = 300;

interface FigureDataProps {
  readonly id: string;
  readonly title: string;
  readonly table: FigureTable;
  readonly formatNumber: (value: number) => string;
}

/** The data of a figure where it is read, without the picture. */
export function FigureData({ id, title, table, formatNumber }: FigureDataProps): ReactNode {
  const { t } = useLingui();
  const [first = '', ...others] = table.head;
  const rest = table.rows.length - mostRows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="figure-data" id={id} aria-label={t`Data of “${title}”`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {[first, ...others].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, mostRows).map((row) => (
            <tr key={row.join('\n')}>
              {row.map((value, column) => (
                <td key={table.head[column]} data-number={typeof value === 'number'}>
                  {typeof value === 'number' ? formatNumber(value) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <p className="faint">
          <Plural value={rest} one="# more row is in the CSV file." other="# more rows are in the CSV file." />
        </p>
      ) : null}
    </section>
  );
}
