import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { CodingComparison } from './coding-comparison.tsx';
import { keyOf, usePeople } from './use-people.tsx';

/** Who has a part in the highlights, how large, and how two of them agree; nothing where all of it is one's own. */
export function PeopleSection(): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const { session } = useAttest();
  const { show, showExcerpts } = useNavigation();
  const { people, nameOf } = usePeople();
  if (people.length < 2) return null;
  return (
    <section className="exchange-section" aria-labelledby="people-title">
      <h2 id="people-title" className="history-heading">
        <Trans>People</Trans>
      </h2>
      <ul className="people-list">
        {people.map((person) => {
          const name = !person.isSelf
            ? nameOf(person.id)
            : person.name === ''
              ? t({ message: 'You', comment: 'Stands in a list of people for whoever reads it' })
              : t`${person.name} (you)`;
          return (
            <li key={person.id} className="person" data-testid="person">
              <bdi id={`${id}-${person.id}`} className="person-name">
                {name}
              </bdi>
              <span className="faint">
                <Plural value={person.made} one="made # highlight" other="made # highlights" />
              </span>
              <span className="faint">
                <Plural value={person.tags} one="put on # tag" other="put on # tags" />
              </span>
              <button
                type="button"
                className="link-button"
                disabled={person.highlights === 0}
                aria-describedby={`${id}-${person.id}`}
                onClick={() => showExcerpts({ ...everyExcerpt, people: [keyOf(person)] })}
              >
                <Plural value={person.highlights} one="Show # excerpt" other="Show # excerpts" />
              </button>
            </li>
          );
        })}
      </ul>
      {session.settings.name === '' ? (
        <p className="pane-hint">
          <Trans>You have no name, so that the others see only a number.</Trans>{' '}
          <button type="button" className="link-button" onClick={() => show('history')}>
            <Trans>Give your name in the settings of the history</Trans>
          </button>
        </p>
      ) : null}
      <CodingComparison people={people} />
    </section>
  );
}
