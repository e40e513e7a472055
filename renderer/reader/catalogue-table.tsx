import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { nameLanguage } from '../language/name-language.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { OwnRows } from './own-rows.tsx';

interface CatalogueTableProps {
  readonly summary: StatementSummary;
  readonly sha256: string;
  readonly label: string;
}

/** The whole catalogue record: each field, whether the document states it or it was inferred, and from what. */
export function CatalogueTable({ summary, sha256, label }: CatalogueTableProps): ReactNode {
  const { t, i18n } = useLingui();
  const { own } = summary;
  const wordKind = useKindWords();
  const people = summary.people.value?.map(({ name, role }) => `${name} (${role})`).join('; ') ?? null;
  const rows = [
    { name: t`Title`, value: summary.title.value, field: summary.title },
    { name: t`Kind`, value: summary.kind.value && wordKind(summary.kind.value), field: summary.kind },
    { name: t`Publisher`, value: summary.publisher.value, field: summary.publisher },
    { name: t`People`, value: people, field: summary.people },
    { name: t`Place`, value: summary.place.value, field: summary.place },
    { name: t`Date`, value: summary.date.value, field: summary.date },
    {
      name: t`Language`,
      value: summary.language.value && nameLanguage(summary.language.value, i18n.locale),
      field: summary.language,
    },
    { name: t`Rights`, value: summary.rights.value, field: summary.rights },
  ];
  return (
    <table className="catalogue-table" aria-label={label}>
      <tbody>
        {rows.map(({ name, value, field }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <div dir="auto">{value ?? t`unknown`}</div>
              <div className="faint">
                {value === null ? null : field.basis === 'stated' ? t`Stated.` : t`Inferred.`} {field.from}
              </div>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t`File`}</th>
          <td>
            <div dir="auto">{summary.file}</div>
            <div className="faint fingerprint">SHA-256 {own?.original ?? sha256}</div>
          </td>
        </tr>
        {own ? <OwnRows statement={summary.id} own={own} sha256={sha256} /> : null}
      </tbody>
    </table>
  );
}
