import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '../controls/icon-button.tsx';
import type { Person } from './record-draft.ts';

interface PeopleFieldProps {
  readonly people: readonly Person[];
  readonly describedBy: string | undefined;
  readonly onPeople: (people: readonly Person[]) => void;
}

const nobody: Person = { name: '', role: '', as: 'speaker' };

/** The people of a record, each with a name, a role and what they are in it. */
export function PeopleField({ people, describedBy, onPeople }: PeopleFieldProps): ReactNode {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const parts: readonly { value: Person['as']; name: string }[] = [
    { value: 'speaker', name: t`speaker` },
    { value: 'author', name: t`author` },
    { value: 'moderator', name: t`moderator` },
    { value: 'issuer', name: t`issuer` },
  ];
  const change = (at: number, part: Partial<Person>): void =>
    onPeople(people.map((person, index) => (index === at ? { ...person, ...part } : person)));
  const add = (): void => {
    // The new line must be there before it can take the focus; what is typed next goes into it.
    flushSync(() => onPeople([...people, nobody]));
    list.current?.querySelector<HTMLElement>('.record-person:last-of-type input')?.focus();
  };
  const remove = (at: number): void => {
    onPeople(people.filter((_, index) => index !== at));
    list.current?.querySelector<HTMLElement>('.record-add')?.focus();
  };
  return (
    <div className="record-people" ref={list}>
      {people.map((person, at) => (
        // A person has nothing but a place in the list that stays while they are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a line is
        <fieldset key={at} className="record-person" aria-label={t`Person ${at + 1}`}>
          <input
            className="field"
            value={person.name}
            aria-label={t`Name`}
            aria-describedby={describedBy}
            placeholder={t`Name`}
            dir="auto"
            autoComplete="off"
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <IconButton name={t`Remove this person`} onClick={() => remove(at)}>
            ×
          </IconButton>
          <input
            className="field"
            value={person.role}
            aria-label={t`Role`}
            placeholder={t`Role`}
            dir="auto"
            autoComplete="off"
            onChange={(event) => change(at, { role: event.target.value })}
          />
          <select
            className="field"
            value={person.as}
            aria-label={t`As what`}
            autoComplete="off"
            onChange={({ target }) => {
              const part = parts.find(({ value }) => value === target.value);
              if (part) change(at, { as: part.value });
            }}
          >
            {parts.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </fieldset>
      ))}
      <button type="button" className="link-button record-add" onClick={add}>
        <Trans>Add a person</Trans>
      </button>
    </div>
  );
}
