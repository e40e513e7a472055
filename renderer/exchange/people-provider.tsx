import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { PersonInWork } from '../../core/exchange/sharing-shapes.ts';
import { oneself } from '../../core/highlights/highlight.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';

/** Who has work in the workspace. */
export interface People {
  /** Oneself first; empty until they have been read. The counts are up to date while the exchange is open. */
  readonly people: readonly PersonInWork[];
  /** Whether anybody but oneself has a part in a highlight. */
  readonly hasOthers: boolean;
  /** The name of a person, as `people` of a highlight calls them; of oneself, a word that says so. */
  readonly nameOf: (person: string) => string;
}

const PeopleContext = createContext<People | null>(null);

/** How many characters of an id stand for a name that there is not. */
const idShown = 8;

/** How a person is called among the people of a highlight, and in a filter. */
export const personKey = ({ id, isSelf }: Pick<PersonInWork, 'id' | 'isSelf'>): string => (isSelf ? oneself : id);

/** The people of the workspace. Only inside `PeopleProvider`. */
export function usePeople(): People {
  const people = use(PeopleContext);
  if (!people) throw new Error('usePeople needs a PeopleProvider around it');
  return people;
}

/** Reads who has work here: at first, whenever somebody new turns up, and at every change while the exchange is open. */
export function PeopleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session, call } = useAttest();
  const { here } = useNavigation();
  const { t } = useLingui();
  const [people, setPeople] = useState<readonly PersonInWork[]>([]);
  const { highlights, revision } = session;
  const known = useMemo(
    () => [...new Set(highlights.flatMap((highlight) => highlight.people ?? []))].sort().join(' '),
    [highlights],
  );
  const hasOthers = known !== '' && known !== oneself;
  const isShown = here.view === 'exchange';
  const state = isShown ? `${known} ${revision}` : known;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is read anew
  useEffect(() => {
    if (!hasOthers && !isShown) return;
    let isCurrent = true;
    void call('readPeople', {}).then((read) => {
      if (isCurrent && read.ok) setPeople(read.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [state, hasOthers, isShown, call]);
  const value = useMemo<People>(() => {
    const names = new Map(people.map((person) => [personKey(person), person.name]));
    const nameOf = (person: string): string => {
      if (person === oneself) return t({ message: 'You', comment: 'Stands in lists of people for whoever reads' });
      if (person === '') return t`Somebody who is not known`;
      const shortId = person.slice(0, idShown);
      return names.get(person) || t`Somebody without a name (${shortId})`;
    };
    return { people, hasOthers, nameOf };
  }, [people, hasOthers, t]);
  return <PeopleContext value={value}>{children}</PeopleContext>;
}
