import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import { type Language, parseLanguage, preferredLanguage } from './languages.ts';

/** Where this device keeps the language that was chosen. */
export const languageKey = 'attest.language';

/** The language that was chosen on this device; where none was, the one that its system prefers. */
export function readLanguage(): Language {
  return parseLanguage(readFromDevice(languageKey)) ?? preferredLanguage(navigator.languages);
}

/** Keeps the choice on this device, for the next start and for other windows. */
export function keepLanguage(language: Language): void {
  keepOnDevice(languageKey, language);
}
