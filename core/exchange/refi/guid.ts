import { stableId } from '../../text/stable-id.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** A GUID as it is compared: in lower case, without the braces that some programs write. */
export function bareGuid(written: string | null): string {
  return (written ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/u, '$1');
}

/** Whether this is a GUID in its bare form. */
export function isGuid(text: string): boolean {
  return form.test(text);
}

/** The id that something has here which is called `guid` there: the same, where it is a GUID; else one that follows from it. */
export function idOfGuid(space: string, guid: string): string {
  return isGuid(guid) ? guid : stableId(`refi:${space}`, guid);
}

/** The GUID that `id` goes by elsewhere: the same, where it is one; else one that follows from it. */
export function guidOfId(space: string, id: string): string {
  return isGuid(id) ? id : stableId(`refi:${space}`, id);
}

/** Gives the GUID that something of a kind goes by in one file, by its id: one that nothing else in it has. */
export type GuidMaker = (space: string, id: string) => string;

/** Prepares giving GUIDs in one file. */
export function createGuidMaker(): GuidMaker {
  const taken = new Set<string>();
  return (space, id) => {
    let guid = guidOfId(space, id);
    for (let count = 2; taken.has(guid); count += 1) guid = stableId(`refi:${space}`, `${id} ${count}`);
    taken.add(guid);
    return guid;
  };
}
