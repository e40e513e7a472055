import type { Person, Stamp } from '../../workspace/trace.ts';
import { bareGuid, guidOfId, idOfGuid, isGuid } from './guid.ts';
import type { RefiProject } from './refi-project.ts';

/** The users of a project as the writers of what is in it. */
export interface Writers {
  /** The id of whoever is meant by a guid; of the project itself, where it is nobody. */
  readonly idOf: (guid: string) => string;
  /** A stamp of theirs; empty where there is no time. */
  readonly stamp: (time: string | null, guid: string) => Stamp;
  /** Everybody who is named or wrote anything. */
  readonly people: () => Readonly<Record<string, Person>>;
  /** The id of whoever made the project. */
  readonly project: string;
}

/** What somebody is called elsewhere who has no name here: other programs need one. */
export function nameOfNobody(guid: string): string {
  return `User ${guid.slice(0, 8)}`;
}

/** Prepares naming the users of `project`. */
export function openPeople({ users, creator, origin, name }: RefiProject): Writers {
  const ids = new Map<string, string>();
  const people = new Map<string, Person>();
  for (const user of users) {
    // Attest writes its own ids beside; nobody else's id is taken for one.
    const isOwn = user.id !== '' && /^[^\s]{1,200}$/u.test(user.id) && guidOfId('user', user.id) === user.guid;
    const id = isOwn ? user.id : idOfGuid('user', user.guid === '' ? `name ${user.name}` : user.guid);
    const called = user.name === nameOfNobody(user.guid) ? '' : user.name;
    if (user.guid !== '' && !ids.has(user.guid)) ids.set(user.guid, id);
    if (!people.has(id)) people.set(id, { id, name: called, named: '', seen: '' });
  }
  const project = ids.get(creator) ?? (isGuid(creator) ? creator : idOfGuid('project', `${origin} ${name}`));
  const idOf = (guid: string): string => ids.get(bareGuid(guid)) ?? (isGuid(guid) ? guid : project);
  return {
    project,
    idOf,
    stamp(time, guid) {
      if (time === null) return '';
      const id = idOf(guid);
      const at: Stamp = `${time} ${id}`;
      const person = people.get(id) ?? { id, name: '', named: '', seen: '' };
      people.set(id, at > person.seen ? { ...person, seen: at } : person);
      return at;
    },
    people: () => Object.fromEntries(people),
  };
}
