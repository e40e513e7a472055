import type { Language } from '../language/languages.ts';
import type { View } from '../navigation/visit.ts';
import type { ReadingSettings } from '../settings/reading-settings.ts';
import { type CommandGroup, commandGroups } from './command.ts';
import type { Keys } from './keys.ts';

/**
 * Every key of the window, by command, the one to be shown first. Views go by `G` and a letter: the browser keeps Ctrl with
 * a digit for its tabs, and on Linux Alt with one too. Letters alone are few and are pressed in twos, since a letter is
 * easily pressed by mistake; all that are a character alone can be turned off.
 */
export const commandKeys = {
  'go.palette': ['Mod+K'],
  'go.search': ['Mod+Shift+F', '/'],
  'go.back': ['Alt+ArrowLeft'],
  'go.forward': ['Alt+ArrowRight'],
  'go.library': ['G L'],
  'go.catalogue': ['G A'],
  'go.excerpts': ['G E'],
  'go.dossiers': ['G D'],
  'go.insight': ['G I'],
  'go.codebook': ['G C'],
  'go.exchange': ['G W'],
  'go.history': ['G H'],
  'go.next-statement': ['Alt+PageDown'],
  'go.previous-statement': ['Alt+PageUp'],
  'read.find': ['Mod+F'],
  'read.find-next': ['F3'],
  'read.find-previous': ['Shift+F3'],
  'read.caret': ['F7'],
  'read.larger': ['Plus'],
  'read.smaller': ['-'],
  'read.settings': ['V R'],
  'read.spellings': ['V S'],
  'read.split': ['Mod+\\'],
  'read.pages': ['V P'],
  'read.structure': ['V T'],
  'read.other-column': ['F6'],
  'read.focus': ['F9'],
  'highlight.next': ['Alt+ArrowDown'],
  'highlight.previous': ['Alt+ArrowUp'],
  'highlight.undo': ['Mod+Z'],
  'highlight.redo': ['Mod+Shift+Z', 'Mod+Y'],
  'library.add-files': [],
  'library.add-folder': [],
  'library.paste': [],
  'excerpts.export': ['G X'],
  'excerpts.import-work': [],
  'excerpts.export-work': [],
  'window.library': ['V L'],
  'window.highlights': ['V H'],
  'window.theme-system': [],
  'window.theme-light': [],
  'window.theme-dark': [],
  'window.theme-contrast-light': [],
  'window.theme-contrast-dark': [],
  'window.language-en': [],
  'window.language-be': [],
  'window.language-ru': [],
  'window.language-uk': [],
  'window.encryption': [],
  // In a browser Ctrl+L is the address bar's.
  'window.lock': ['Shift+F2'],
  'window.messages': ['F8'],
  'help.keys': ['?'],
  'help.search': [],
  'help.tour': [],
} as const satisfies Readonly<Record<string, readonly Keys[]>>;

/** The id of a command of the window. */
export type CommandId = keyof typeof commandKeys;

/** On a Mac Option with an arrow goes by words, and Back and Forward are as in its browsers. */
const macKeys: Partial<Record<CommandId, readonly Keys[]>> = {
  'go.back': ['Mod+['],
  'go.forward': ['Mod+]'],
  'highlight.redo': ['Mod+Shift+Z'],
};

/** In a window of our own there is no address bar. */
const desktopKeys: Partial<Record<CommandId, readonly Keys[]>> = {
  'window.lock': ['Mod+L', 'Shift+F2'],
};

/** What works in a field too: it holds down Ctrl or Alt, or is a key that types nothing. */
const forTyping: ReadonlySet<CommandId> = new Set<CommandId>([
  'go.palette',
  'go.search',
  'go.back',
  'go.forward',
  'read.find',
  'window.messages',
  'window.lock',
  'read.find-next',
  'read.find-previous',
  'read.caret',
  'read.split',
  'read.other-column',
  'read.focus',
  'go.next-statement',
  'go.previous-statement',
]);

/** The command that shows each view. */
export const viewCommands: Readonly<Record<View, CommandId>> = {
  library: 'go.library',
  catalogue: 'go.catalogue',
  excerpts: 'go.excerpts',
  dossiers: 'go.dossiers',
  insight: 'go.insight',
  codebook: 'go.codebook',
  exchange: 'go.exchange',
  history: 'go.history',
};

/** The command that chooses each theme. */
export const themeCommands: Readonly<Record<ReadingSettings['theme'], CommandId>> = {
  system: 'window.theme-system',
  light: 'window.theme-light',
  dark: 'window.theme-dark',
  'contrast-light': 'window.theme-contrast-light',
  'contrast-dark': 'window.theme-contrast-dark',
};

/** The command that has the interface speak each language. */
export const languageCommands = {
  en: 'window.language-en',
  be: 'window.language-be',
  ru: 'window.language-ru',
  uk: 'window.language-uk',
} as const satisfies Readonly<Record<Language, CommandId>>;

/** The keys of a command on this kind of keyboard, in a browser or on the desktop, the one to be shown first. */
export function keysOf(id: CommandId, isMac: boolean, isDesktop = false): readonly Keys[] {
  return (isDesktop ? desktopKeys[id] : undefined) ?? (isMac ? macKeys[id] : undefined) ?? commandKeys[id];
}

/** Whether the keys of a command work in a field too. */
export function isForTyping(id: CommandId): boolean {
  return forTyping.has(id);
}

/** The group of a command. */
export function groupOf(id: CommandId): CommandGroup {
  const [group] = id.split('.');
  const known = commandGroups.find((candidate) => candidate === group);
  if (!known) throw new Error(`The command ${id} is in no group`);
  return known;
}
