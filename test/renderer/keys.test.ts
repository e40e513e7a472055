import { describe, expect, it } from 'vitest';
import { type CommandId, commandKeys, groupOf, keysOf } from '../../renderer/commands/command-keys.ts';
import { keysInLine, nameKeys } from '../../renderer/commands/key-names.ts';
import { isPlain, type KeyPress, keyOf, matchesKeys } from '../../renderer/commands/keys.ts';

/** A key press as a browser reports it; with `AltGraph` among the modifiers, AltGr is held down. */
function press(key: string, code: string, held: readonly string[] = []): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('Control'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name) => held.includes(name),
  };
}

describe('a key', () => {
  it('is the same on a Cyrillic, Greek or Arabic keyboard as at its place on a Latin one', () => {
    expect(keyOf({ key: 'л', code: 'KeyK' })).toBe('k');
    expect(keyOf({ key: 'Л', code: 'KeyK' })).toBe('k');
    expect(keyOf({ key: 'ў', code: 'KeyO' })).toBe('o');
    expect(keyOf({ key: 'і', code: 'KeyS' })).toBe('s');
    expect(keyOf({ key: 'ї', code: 'BracketRight' })).toBe(']');
    expect(keyOf({ key: 'х', code: 'BracketLeft' })).toBe('[');
    expect(keyOf({ key: 'κ', code: 'KeyK' })).toBe('k');
    expect(keyOf({ key: 'ن', code: 'KeyK' })).toBe('k');
    expect(keyOf({ key: '٣', code: 'Digit3' })).toBe('3');
  });

  it('is ] where the Belarusian keyboard has its apostrophe, and an apostrophe where others have it', () => {
    expect(keyOf({ key: "'", code: 'BracketRight' })).toBe(']');
    expect(keyOf({ key: "'", code: 'Quote' })).toBe("'");
  });

  it('is the letter that it types on any Latin keyboard', () => {
    expect(keyOf({ key: 'z', code: 'KeyY' })).toBe('z');
    expect(keyOf({ key: 'a', code: 'KeyQ' })).toBe('a');
    expect(keyOf({ key: 'É', code: 'Digit2' })).toBe('é');
    expect(keyOf({ key: 'ạ', code: 'KeyA' })).toBe('ạ');
  });

  it('is the sign that it types on any keyboard', () => {
    expect(keyOf({ key: '?', code: 'Digit7' })).toBe('?');
    expect(keyOf({ key: '№', code: 'Digit3' })).toBe('№');
    expect(keyOf({ key: '’', code: 'KeyN' })).toBe('’');
    expect(keyOf({ key: '+', code: 'NumpadAdd' })).toBe('plus');
  });

  it('has its name where it types nothing', () => {
    expect(keyOf({ key: 'ArrowLeft', code: 'ArrowLeft' })).toBe('arrowleft');
    expect(keyOf({ key: 'F7', code: 'F7' })).toBe('f7');
    expect(keyOf({ key: 'Dead', code: 'BracketLeft' })).toBe('dead');
  });
});

describe('a key press', () => {
  it('is Ctrl with a letter only where just Ctrl is held down', () => {
    expect(matchesKeys(press('k', 'KeyK', ['Control']), 'Mod+K', false)).toBe(true);
    expect(matchesKeys(press('K', 'KeyK', ['Control']), 'Mod+K', false)).toBe(true);
    expect(matchesKeys(press('л', 'KeyK', ['Control']), 'Mod+K', false)).toBe(true);
    expect(matchesKeys(press('k', 'KeyK'), 'Mod+K', false)).toBe(false);
    expect(matchesKeys(press('k', 'KeyK', ['Control', 'Shift']), 'Mod+K', false)).toBe(false);
    expect(matchesKeys(press('k', 'KeyK', ['Control', 'Alt']), 'Mod+K', false)).toBe(false);
    expect(matchesKeys(press('k', 'KeyK', ['Control']), 'K', false)).toBe(false);
  });

  it('is Command in place of Ctrl on a Mac, where Ctrl edits text', () => {
    expect(matchesKeys(press('k', 'KeyK', ['Meta']), 'Mod+K', true)).toBe(true);
    expect(matchesKeys(press('k', 'KeyK', ['Control']), 'Mod+K', true)).toBe(false);
    expect(matchesKeys(press('k', 'KeyK', ['Meta']), 'Mod+K', false)).toBe(false);
  });

  it('is a sign whatever its keyboard needs for it: Shift, AltGr, or Option on a Mac', () => {
    expect(matchesKeys(press('?', 'Slash', ['Shift']), '?', false)).toBe(true);
    expect(matchesKeys(press('?', 'Minus', ['Shift']), '?', false)).toBe(true);
    expect(matchesKeys(press('[', 'Digit8', ['Control', 'Alt', 'AltGraph']), '[', false)).toBe(true);
    expect(matchesKeys(press('[', 'Digit8', ['AltGraph']), '[', false)).toBe(true);
    expect(matchesKeys(press('[', 'Digit5', ['Alt']), '[', true)).toBe(true);
    expect(matchesKeys(press('[', 'BracketLeft', ['Alt']), '[', false)).toBe(false);
    expect(matchesKeys(press('+', 'Equal', ['Shift']), 'Plus', false)).toBe(true);
    expect(matchesKeys(press('-', 'Minus', ['Control']), '-', false)).toBe(false);
    expect(matchesKeys(press('+', 'Equal', ['Control', 'Shift']), 'Plus', false)).toBe(false);
  });

  it('is an arrow with Alt, and with Shift only where that is asked for', () => {
    expect(matchesKeys(press('ArrowLeft', 'ArrowLeft', ['Alt']), 'Alt+ArrowLeft', false)).toBe(true);
    expect(matchesKeys(press('ArrowLeft', 'ArrowLeft', ['Alt', 'Shift']), 'Alt+ArrowLeft', false)).toBe(false);
    expect(matchesKeys(press('F3', 'F3', ['Shift']), 'Shift+F3', false)).toBe(true);
    expect(matchesKeys(press('F3', 'F3', ['Shift']), 'F3', false)).toBe(false);
  });
});

describe('the names of keys', () => {
  it('are those on the keyboard', () => {
    expect(nameKeys('Mod+Shift+F', false)).toEqual([['Ctrl', 'Shift', 'F']]);
    expect(nameKeys('Mod+Shift+F', true)).toEqual([['⌘', '⇧', 'F']]);
    expect(nameKeys('G L', false)).toEqual([['G'], ['L']]);
    expect(nameKeys('Plus', false)).toEqual([['+']]);
    expect(keysInLine('Alt+ArrowLeft', false)).toBe('Alt+←');
    expect(keysInLine('Mod+[', true)).toBe('⌘[');
  });
});

describe('the keys of the commands', () => {
  // Object.keys gives strings; those of an object that is written out are its type's.
  const ids = Object.keys(commandKeys) as CommandId[];

  for (const isMac of [false, true]) {
    const all = ids.flatMap((id) => keysOf(id, isMac));

    it(`are each of one command ${isMac ? 'on a Mac' : 'on a PC'}`, () => {
      expect(new Set(all).size).toBe(all.length);
    });

    it(`do nothing alone where a sequence begins with them ${isMac ? 'on a Mac' : 'on a PC'}`, () => {
      const first = new Set(all.flatMap((keys) => (keys.includes(' ') ? keys.split(' ')[0] : [])));
      expect(all.filter((keys) => first.has(keys))).toEqual([]);
    });

    it(`leave alone what browsers keep for themselves ${isMac ? 'on a Mac' : 'on a PC'}`, () => {
      const kept = ['T', 'N', 'W', 'L', 'D', 'J', 'H', 'R', 'P', 'S', 'O', 'U', 'Q', 'Tab', 'Plus', '-', '0'];
      // F6 goes from one part of the window to the next in browsers too: between two statements it is lent to us.
      const taken = [...kept.flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]), 'F1', 'F5', 'F10', 'F11', 'F12'];
      const digits = [...'123456789'].flatMap((digit) => [`Mod+${digit}`, `Alt+${digit}`]);
      expect(all.filter((keys) => taken.includes(keys) || digits.includes(keys))).toEqual([]);
    });
  }

  it('take of those only Ctrl+L, to lock, in a window of our own, where there is no address bar', () => {
    const onDesktop = ids.flatMap((id) => keysOf(id, false, true));
    expect(new Set(onDesktop).size).toBe(onDesktop.length);
    const inBrowser = new Set(ids.flatMap((id) => keysOf(id, false)));
    expect(onDesktop.filter((keys) => !inBrowser.has(keys))).toEqual(['Mod+L']);
  });

  it('leave alone the letters that work on a marked passage', () => {
    const letters = ['T', 'N', 'C', 'E', 'Tab', 'Delete', 'Backspace', 'Escape', '[', ']', ...'123456789'];
    expect(ids.flatMap((id) => keysOf(id, false)).filter((keys) => letters.includes(keys))).toEqual([]);
  });

  it('are of commands that each are in a group', () => {
    for (const id of ids) expect(groupOf(id)).toBe(id.split('.')[0]);
  });

  it('are plain where they are a character alone, which can be turned off', () => {
    expect(['?', '/', 'G L', 'Plus'].every(isPlain)).toBe(true);
    expect(['Mod+K', 'F7', 'Alt+ArrowLeft', 'Delete'].some(isPlain)).toBe(false);
  });
});
