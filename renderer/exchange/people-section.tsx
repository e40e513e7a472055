import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import type { PersonInWork } from '../../core/exchange/sharing-shapes.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useExchangePlace } from './exchange-place.tsx';
import { personKey, usePeople } from './people-provider.tsx';

function PersonItem({ person }: { readonly person: PersonInWork }): ReactNode {
  const { t } = useLingui();
  const { nameOf } = usePeople();
  const { showExcerpts } = useNavigation();
  const { choose, showPart } = useExchangePlace();
  const { id, name, isSelf, highlights, made, tags } = person;
  const shown = isSelf && name !== '' ? t`${name} (you)` : nameOf(personKey(person));
  return (
    <li className="person" data-testid="person">
      <span className="person-name" dir="auto">
        {shown}
      </span>
      <span className="person-counts">
        <Plural value={highlights} _0="No highlights" one="# highlight" other="# highlights" />
        {highlights > 0 ? (
          <span className="faint">
            {' '}
            <Plural value={made} _0="none of them made" one="# of them made" other="# of them made" />,{' '}
            <Plural value={tags} _0="no tag put on" one="# tag put on" other="# tags put on" />
          </span>
        ) : null}
      </span>
      {highlights > 0 ? (
        <span className="person-ways">
          <button
            type="button"
            className="link-button"
            aria-label={t`Show the excerpts with work of ${shown}`}
            onClick={() => showExcerpts({ ...everyExcerpt, people: [personKey(person)] })}
          >
            <Trans>Show the excerpts</Trans>
          </button>
          {isSelf ? null : (
            <button
              type="button"
              className="link-button"
              aria-label={t`Compare my coding with that of ${shown}`}
              onClick={() => {
                choose({ a: null, b: id, open: null });
                showPart('comparison');
              }}
            >
              <Trans>Compare with mine</Trans>
            </button>
          )}
        </span>
      ) : null}
    </li>
  );
}

/** Who has work in the workspace, how much, and the ways to it. */
export function PeopleSection(): ReactNode {
  const { session } = useAttest();
  const { people } = usePeople();
  const { show } = useNavigation();
  const { showPart } = useExchangePlace();
  const id = useId();
  return (
    <section className="exchange-part" aria-labelledby={id} data-testid="people">
      <h2 id={id} className="history-heading">
        <Trans>People</Trans>
      </h2>
      <p className="import-lead">
        <Trans>
          Whoever made a highlight, put a tag on it or wrote its note. What you import or merge keeps the names of its
          writers.
        </Trans>
      </p>
      {session.settings.name === '' ? (
        <p>
          <Trans>You have no name yet, so that others see only a number.</Trans>{' '}
          <button type="button" className="link-button" onClick={() => show('history')}>
            <Trans>Give your name in the settings of the history</Trans>
          </button>
        </p>
      ) : null}
      <ul className="people">
        {people.map((person) => (
          <PersonItem key={person.id} person={person} />
        ))}
      </ul>
      {people.length === 1 ? (
        <p className="pane-hint">
          <Trans>Nobody else has work here yet: import a colleague’s file, or share a folder.</Trans>{' '}
          <button type="button" className="link-button" onClick={() => showPart('files')}>
            <Trans>Import a file</Trans>
          </button>{' '}
          <button type="button" className="link-button" onClick={() => showPart('shared-folder')}>
            <Trans>Share a folder</Trans>
          </button>
        </p>
      ) : null}
    </section>
  );
}
