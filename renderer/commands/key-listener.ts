import { isTyping } from '../controls/is-typing.ts';
import type { Command } from './command.ts';
import { isPlain, keyOf, matchesKeys } from './keys.ts';

/**
 * A way to take keys that depend on where the focus and the selection are, which no command can tell. Gives whether it has
 * taken the key; what the browser would do with it is for the taker to prevent. Where `hasPlainKeys` is `false`, keys that
 * are a character alone are not to be taken.
 */
export type TakeKey = (event: KeyboardEvent, hasPlainKeys: boolean) => boolean;

/** What the window's keys do at present. */
export interface KeyTable {
  readonly takers: () => Iterable<TakeKey>;
  /** What can be done; of two with the same keys, the first. */
  readonly commands: () => readonly Command[];
  readonly isMac: boolean;
  /** Whether keys that are a character alone are on. */
  readonly hasPlainKeys: () => boolean;
}

/** What listens to the keys of the window. */
interface KeyListeners {
  /** For the capture phase: the second key of a sequence, which is nobody else's, wherever the focus is. */
  readonly onCapture: (event: KeyboardEvent) => void;
  /** For the bubble phase: all other keys, after what has the focus. */
  readonly onBubble: (event: KeyboardEvent) => void;
}

/** How long the second key of a sequence is waited for, in milliseconds. */
const sequenceMs = 1_500;

/** A dialog keeps its keys for itself, unless it says that they are those of the window. */
const dialogs = '[role="dialog"]:not([data-keys="window"]), [role="alertdialog"]';
/** What lies between an open dialog and the window that waits for it, whether the dialog has the focus or not. */
const backdrop = '.backdrop[data-open]';
/** Where a letter goes to what begins with it. */
const lists = '[role="menu"], [role="listbox"], [role="combobox"], [role="tree"]';

const isIn = ({ target }: KeyboardEvent, places: string): boolean =>
  target instanceof Element && target.closest(places) !== null;

const isModifier = ({ key }: KeyboardEvent): boolean =>
  ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);

const isAble = ({ isAvailable = true }: Command): boolean => isAvailable;

/** Whether a key is for the window: not one that a dialog keeps, or makes the window wait for. */
const isForWindow = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  !isModifier(event) &&
  !isIn(event, dialogs) &&
  document.querySelector(backdrop) === null;

/**
 * The window's listeners for keys: the second key of a sequence first, then what has the focus, then who depends on it,
 * then the commands. A dialog keeps its keys for itself, and so does a field those that are typed.
 */
export function listenToKeys({ takers, commands, isMac, hasPlainKeys }: KeyTable): KeyListeners {
  let first: { readonly key: string; readonly at: number } | null = null;

  const commandsFor = (event: KeyboardEvent, isKeys: (keys: string) => boolean): Command[] => {
    const typing = isTyping(event);
    const isInList = isIn(event, lists);
    const isHeard = (keys: string): boolean => !isPlain(keys) || (hasPlainKeys() && !typing && !isInList);
    return commands().filter(
      ({ keys, isForTyping = false }) => (isForTyping || !typing) && keys.some((each) => isHeard(each) && isKeys(each)),
    );
  };
  const commandFor = (event: KeyboardEvent, isKeys: (keys: string) => boolean): Command | undefined =>
    commandsFor(event, isKeys).find(isAble);
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

  const onCapture = (event: KeyboardEvent): void => {
    if (isModifier(event)) return;
    const isWaiting = first !== null && event.timeStamp - first.at < sequenceMs && isForWindow(event);
    const seconds = isWaiting ? commandsFor(event, (keys) => isSecond(event, keys)) : [];
    first = null;
    if (seconds.length === 0) return;
    // Also where the sequence can do nothing here: its second key alone was not meant.
    event.preventDefault();
    event.stopPropagation();
    seconds.find(isAble)?.run();
  };
  const onBubble = (event: KeyboardEvent): void => {
    if (!isForWindow(event)) return;
    for (const take of takers()) if (take(event, hasPlainKeys())) return;
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
  return { onCapture, onBubble };
}
