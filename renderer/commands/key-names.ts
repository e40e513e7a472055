import type { Keys } from './keys.ts';

const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  Delete: 'Del',
  Plus: '+',
};

const macNames: Readonly<Record<string, string>> = {
  ...names,
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Delete: '⌦',
  Backspace: '⌫',
  Enter: '↩',
};

/**
 * What stands on the keys, as it is printed on keyboards everywhere: the keys of each step of a sequence. `Mod+Shift+F`
 * is one step of three keys, `G L` two steps of one.
 */
export function nameKeys(keys: Keys, isMac: boolean): string[][] {
  const nameOf = isMac ? macNames : names;
  return keys.split(' ').map((step) => step.split('+').map((key) => nameOf[key] ?? key));
}

/** The keys as one line, as `Ctrl+Shift+F`, `⌘⇧F` or `G L`: for a tooltip. */
export function keysInLine(keys: Keys, isMac: boolean): string {
  return nameKeys(keys, isMac)
    .map((step) => step.join(isMac ? '' : '+'))
    .join(' ');
}
