import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { PersonInWork } from '../../core/exchange/sharing-shapes.ts';
import { oneself } from '../../core/highlights/highlight.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many characters of an id stand for somebody without a name. */
const shownId = 8;

/** Everybody whose work is in the workspace. */
export interface People {
  /** Oneself first; none where all of it is one's own. */
  readonly people: readonly PersonInWork[];
  /** What somebody is called: by `people` of a highlight, or by the id of a workspace. */
  readonly nameOf: (id: string) => string;
}

const PeopleContext = createContext<People | null>(null);

/** Everybody whose work is in the workspace. Only inside `PeopleProvider`. */
export function usePeople(): People {
  const people = use(PeopleContext);
  if (!people) throw new Error('usePeople needs a PeopleProvider around it');
  return people;
}

/** Keeps the people in step with the workspace; asks for them only where some of the work is another's. */
export function PeopleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const [read, setRead] = useState<readonly PersonInWork[]>([]);
  const { revision, highlights } = session;
  const hasOthers = useMemo(() => highlights.some(({ people }) => people !== undefined), [highlights]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may be the work of others
  useEffect(() => {
    if (!hasOthers) {
      setRead([]);
      return;
    }
    let isCurrent = true;
    void call('readPeople', {}).then((answer) => {
      // Without names everybody is called by an id, which is no fault to tell of.
      if (isCurrent && answer.ok) setRead(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [hasOthers, revision, call]);
  const people = useMemo<People>(() => {
    const names = new Map(read.map(({ id, name }) => [id, name]));
    const self = read.find(({ isSelf }) => isSelf);
    const nameOf = (id: string): string => {
      if (id === oneself || id === self?.id) return t`you`;
      return id === '' ? t`somebody unknown` : names.get(id) || id.slice(0, shownId);
    };
    return { people: read, nameOf };
  }, [read, t]);
  return <PeopleContext value={people}>{children}</PeopleContext>;
}

/** How a person is called among the `people` of highlights. */
export function keyOf({ id, isSelf }: Pick<PersonInWork, 'id' | 'isSelf'>): string {
  return isSelf ? oneself : id;
}
