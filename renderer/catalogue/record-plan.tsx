import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CatalogueFields } from '../../core/statements/catalogue.ts';
import { nameLanguage } from '../language/name-language.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import type { PlannedField, planDraft } from './record-draft.ts';
import { useFieldNames } from './use-field-names.ts';

/** What is done to several records before it is done: which field becomes what in how many of them, and what is lost by it. */
export function RecordPlan({
  plan,
  fields,
}: {
  readonly plan: ReturnType<typeof planDraft>;
  readonly fields: Partial<CatalogueFields>;
}): ReactNode {
  const { i18n } = useLingui();
  const names = useFieldNames();
  const wordKind = useKindWords();
  const wordsOf = ({ name }: PlannedField): ReactNode => {
    const value = fields[name]?.value ?? null;
    if (value === null) return <Trans>none</Trans>;
    if (typeof value === 'object') return value.map((person) => person.name).join('; ');
    if (name === 'kind') return wordKind(fields.kind?.value ?? 'other');
    return name === 'language' ? nameLanguage(value, i18n.locale) : value;
  };
  return (
    <div className="record-plan" data-testid="record-plan">
      <p>
        <Plural value={plan.records} one="# statement will be changed:" other="# statements will be changed:" />
      </p>
      <ul>
        {plan.fields.map((planned) => (
          <li key={planned.name}>
            <span className="record-plan-name">{names[planned.name]}:</span> <bdi>{wordsOf(planned)}</bdi>
            {planned.replaced > 0 ? (
              <span className="faint">
                {' '}
                <Plural
                  value={planned.replaced}
                  one="(in place of # other value)"
                  other="(in place of # different values)"
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
