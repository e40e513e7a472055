import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { projectRoot } from './runtime.ts';

/** A text of the interface in one language. */
export interface Message {
  /** Empty where it is not translated. */
  readonly text: string;
  readonly isObsolete: boolean;
}

/** The messages of a catalogue by their English text, as it is in the sources: ICU messages with their tags. */
export async function readCatalogue(path: string, language: string): Promise<Map<string, Message>> {
  const catalogue = await formatter().parse(await readFile(path, 'utf8'), {
    locale: language,
    sourceLocale: 'en',
    filename: path,
  });
  return new Map(
    Object.entries(catalogue).map(([id, { message, translation, obsolete }]) => [
      message ?? id,
      { text: translation ?? '', isObsolete: obsolete === true },
    ]),
  );
}

/** The project's own messages in `language`. */
export function ownCatalogue(language: string): Promise<Map<string, Message>> {
  return readCatalogue(join(projectRoot, `renderer/locales/${language}.po`), language);
}
