import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SourceFormat } from '../../core/statements/own-statement.ts';
import type { OwnFacts } from '../../core/statements/statement.ts';
import { EncodingChoice } from '../adding/encoding-choice.tsx';
import { useEncodingNames } from '../adding/use-encoding-names.ts';
import { useVersionWords } from './use-version-words.ts';

interface OwnRowsProps {
  /** Its id. */
  readonly statement: string;
  readonly own: OwnFacts;
  /** Of the text that is shown. */
  readonly sha256: string;
}

/** What a format is called by those who use it: the same in every language. */
const formatNames: Readonly<Record<Exclude<SourceFormat, 'text' | 'email'>, string>> = {
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'Word (DOCX)',
  pdf: 'PDF',
  epub: 'EPUB',
};

/** The rows of the catalogue record that are about the file of a statement of its user’s own, and the text that was made of it. */
export function OwnRows({ statement, own, sha256 }: OwnRowsProps): ReactNode {
  const { t } = useLingui();
  const { day: wordDay, time: wordTime } = useVersionWords();
  const nameOf = useEncodingNames();
  const format = {
    ...formatNames,
    text: t`Plain text`,
    email: t`E-mail`,
  }[own.format];
  const isNewest = own.versions.at(-1)?.sha256 === sha256;
  return (
    <>
      <tr>
        <th scope="row">{t`Format`}</th>
        <td>
          <div>{format}</div>
          {own.encoding === null ? null : isNewest ? (
            <EncodingChoice statement={statement} encoding={own.encoding} isBesideText />
          ) : (
            <div className="faint">{nameOf(own.encoding)}</div>
          )}
        </td>
      </tr>
      <tr>
        <th scope="row">{t`Text made of it`}</th>
        <td>
          <div className="faint fingerprint">SHA-256 {sha256}</div>
        </td>
      </tr>
      <tr>
        <th scope="row">{t`Added`}</th>
        <td>{wordDay(own.added)}</td>
      </tr>
      {own.versions.length > 1 ? (
        <tr>
          <th scope="row">{t`Versions`}</th>
          <td>
            <ol className="version-rows">
              {own.versions.map((version) => (
                <li key={`${version.added} ${version.sha256}`}>
                  {wordDay(version.added)}, {wordTime(version.added)}, <bdi>{version.name}</bdi>
                  <div className="faint fingerprint">SHA-256 {version.sha256}</div>
                </li>
              ))}
            </ol>
          </td>
        </tr>
      ) : null}
    </>
  );
}
