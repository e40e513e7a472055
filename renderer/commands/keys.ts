/**
 * A key with what is held down, as `Mod+Shift+F`, `Alt+ArrowLeft`, `F7`, `?` or `Plus`; `Mod` is Ctrl, and Command on a
 * Mac. Two with a space between are pressed one after the other, as `G L`.
 */
export type Keys = string;

/** What is asked of a key press. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

/** Signs that stand elsewhere in an alphabet other than Latin, by their place on the keyboard. */
const signByCode: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
};

/** Signs whose own character would be read as part of `Keys`. */
const signNames: Readonly<Record<string, string>> = { '+': 'plus', ' ': 'space' };

function isLatinOrSign(character: string): boolean {
  return !/^[\p{L}\p{Nd}]$/u.test(character) || /[\p{Script=Latin}0-9]/u.test(character);
}

/**
 * The key that was pressed, in lower case. On a keyboard that is set to another alphabet (Cyrillic, Greek, Arabic), the
 * key that stands at the same place on a Latin one, so that commands work without changing the keyboard; on a Latin one,
 * wherever its keys are, the character that it gives.
 */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  // The Belarusian layout has its apostrophe where х and ъ of the Russian one are; no Latin layout has one there.
  const isBelarusianApostrophe = key === "'" && code === 'BracketRight';
  if (isLatinOrSign(key) && !isBelarusianApostrophe) return signNames[key] ?? key.toLowerCase();
  const place = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/u.exec(code);
  return place?.[1]?.toLowerCase() ?? place?.[2] ?? signByCode[code] ?? key.toLowerCase();
}

/** Whether `keys` are a sign, which some layouts need Shift, AltGr or a Mac's Option for. */
function isSign(key: string): boolean {
  return key === 'plus' || (key.length === 1 && key.toLowerCase() === key.toUpperCase());
}

/** Whether `keys` are a character alone: what whoever writes, or speaks to the computer, would press without meaning it. */
export function isPlain(keys: Keys): boolean {
  return keys.split(' ').every((key) => key.length === 1 || key === 'Plus');
}

/** Whether a key press is `keys`, which are not a sequence. */
export function matchesKeys(event: KeyPress, keys: Keys, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = (parts.pop() ?? '').toLowerCase();
  if (keyOf(event) !== key) return false;
  const isModAsked = parts.includes('Mod');
  const isAltAsked = parts.includes('Alt');
  // AltGr comes as Ctrl with Alt; it has made the sign, and is not meant beside it.
  if (isSign(key) && !isModAsked && !isAltAsked) {
    const hasMadeSign = event.getModifierState('AltGraph') || (isMac && event.altKey && !event.ctrlKey);
    return !event.metaKey && (hasMadeSign || (!event.ctrlKey && !event.altKey));
  }
  const [isMod, isOther] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (isMod !== isModAsked || isOther || event.altKey !== isAltAsked) return false;
  return isSign(key) || event.shiftKey === parts.includes('Shift');
}
