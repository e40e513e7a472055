import { isTyping } from '../controls/is-typing.ts';
import type { Command } from './command.ts';
import { isPlain, keyOf, matchesKeys } from './keys.ts';

/**
 * A way to take keys that depend on where the focus and the selection are, which no command can tell. Gives whether it has
 * taken the key; what the browser would do with it is for the taker to prevent.
 */
export type TakeKey = (event: KeyboardEvent) => boolean;

/** What the window's keys do at present. */
export interface KeyTable {
  readonly takers: () => Iterable<TakeKey>;
  /** What can be done; of two with the same keys, the first. */
  readonly commands: () => readonly Command[];
  readonly isMac: boolean;
  /** Whether keys that are a character alone are on. */
  readonly hasPlainKeys: () => boolean;
}

/** How long the second key of a sequence is waited for, in milliseconds. */
const sequenceMs = 1_500;

/** A dialog keeps its keys for itself, unless it says that they are those of the window. */
const dialogs = '[role="dialog"]:not([data-keys="window"]), [role="alertdialog"]';
/** Where a letter goes to what begins with it. */
const lists = '[role="menu"], [role="listbox"], [role="combobox"], [role="tree"]';

const isIn = ({ target }: KeyboardEvent, places: string): boolean =>
  target instanceof Element && target.closest(places) !== null;

const isModifier = ({ key }: KeyboardEvent): boolean =>
  ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);

/**
 * The window's one listener for keys: the second key of a sequence first, then who depends on the focus, then the
 * commands. A dialog keeps its keys for itself, and so does a field those that are typed.
 */
export function listenToKeys({ takers, commands, isMac, hasPlainKeys }: KeyTable): (event: KeyboardEvent) => void {
  let first: { readonly key: string; readonly at: number } | null = null;

  const commandFor = (event: KeyboardEvent, isKeys: (keys: string) => boolean): Command | undefined => {
    const typing = isTyping(event);
    const isInList = isIn(event, lists);
    const isHeard = (keys: string): boolean => !isPlain(keys) || (hasPlainKeys() && !typing && !isInList);
    return commands().find(
      ({ keys, isForTyping = false, isAvailable = true }) =>
        isAvailable && (isForTyping || !typing) && keys.some((each) => isHeard(each) && isKeys(each)),
    );
  };
  const isSecond = (event: KeyboardEvent, keys: string): boolean => {
    const [one, two] = keys.split(' ');
    return two !== undefined && one?.toLowerCase() === first?.key && matchesKeys(event, two, isMac);
  };
  const isFirst = (event: KeyboardEvent, keys: string): boolean => {
    const [one, two] = keys.split(' ');
    return one !== undefined && two !== undefined && matchesKeys(event, one, isMac);
  };
  const isWhole = (event: KeyboardEvent, keys: string): boolean =>
    !keys.includes(' ') && matchesKeys(event, keys, isMac);

  return (event) => {
    if (event.defaultPrevented || event.isComposing || isModifier(event) || isIn(event, dialogs)) return;
    const isWaiting = first !== null && event.timeStamp - first.at < sequenceMs;
    const second = isWaiting ? commandFor(event, (keys) => isSecond(event, keys)) : undefined;
    first = null;
    if (second) {
      event.preventDefault();
      event.stopPropagation();
      second.run();
      return;
    }
    for (const take of takers()) if (take(event)) return;
    const command = commandFor(event, (keys) => isWhole(event, keys));
    if (command) {
      event.preventDefault();
      // What listens on the window has keys of its own, as F6 for the messages.
      event.stopPropagation();
      command.run();
    } else if (commandFor(event, (keys) => isFirst(event, keys))) {
      first = { key: keyOf(event), at: event.timeStamp };
    }
  };
}
