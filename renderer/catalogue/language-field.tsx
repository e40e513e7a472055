import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { readLanguage } from '../../core/catalogue/read-language.ts';
import { nameLanguage } from '../language/name-language.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The languages that are offered whether a statement is in them or not. */
const usual = ['be', 'ru', 'uk', 'en', 'pl', 'lt', 'lv', 'de', 'fr', 'es'];

/** What the list holds for a tag that is typed; no tag has a space. */
const other = 'another tag';

interface LanguageFieldProps {
  readonly id: string;
  /** A language tag, or what is typed as one. */
  readonly value: string;
  /** What the list says while nothing is chosen. */
  readonly none: string;
  readonly describedBy: string | undefined;
  readonly onValue: (value: string) => void;
}

/** The language of a statement: one of the list, or by its tag. */
export function LanguageField({ id, value, none, describedBy, onValue }: LanguageFieldProps): ReactNode {
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  const compareNames = useNameOrder();
  const listed = useMemo(() => {
    const used = session.statements.flatMap(({ language }) => language.value ?? []);
    return [...new Set([...usual, ...used])]
      .map((tag) => ({ tag, name: nameLanguage(tag, locale) }))
      .sort((a, b) => compareNames(a.name, b.name));
  }, [session.statements, locale, compareNames]);
  const isListed = value === '' || listed.some(({ tag }) => tag === value);
  const [isTyped, setTyped] = useState(!isListed);
  const tag = readLanguage(value);
  return (
    <>
      <select
        id={id}
        className="field"
        value={isTyped || !isListed ? other : value}
        autoComplete="off"
        aria-describedby={describedBy}
        onChange={({ target }) => {
          setTyped(target.value === other);
          onValue(target.value === other ? '' : target.value);
        }}
      >
        <option value="">{none}</option>
        {listed.map((language) => (
          <option key={language.tag} value={language.tag}>
            {language.name}
          </option>
        ))}
        <option value={other}>{t`another, by its tag`}</option>
      </select>
      {isTyped || !isListed ? (
        <>
          <input
            className="field"
            value={value}
            aria-label={t`Language tag`}
            aria-describedby={describedBy}
            placeholder="pt-BR"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onValue(event.target.value)}
          />
          <span className="record-hint">{tag === null ? '' : nameLanguage(tag, locale)}</span>
        </>
      ) : null}
    </>
  );
}
