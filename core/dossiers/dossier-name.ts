import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { tagNameKey } from '../tags/tag.ts';
import { type Dossier, dossierNameLimit } from './dossier.ts';

/** What two names of dossiers are compared by: what makes no difference to tags makes none to dossiers. */
export const dossierNameKey = (name: string): string => tagNameKey(name);

/** The name as it will be kept (NFC, single spaces), or what is wrong with it. */
export function checkDossierName(name: string): Result<string> {
  const clean = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (dossierNameKey(clean) === '')
    return fail('invalid', say(/*i18n*/ 'A dossier needs a name: type at least one letter.'));
  if (/[\p{Cc}\p{Cs}]/u.test(clean)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The name of a dossier cannot hold control characters or broken ones: leave them out.'),
    );
  }
  const { length } = clean;
  if (length <= dossierNameLimit) return succeed(clean);
  return fail(
    'invalid',
    say(/*i18n*/ 'The name of a dossier has at most {limit} characters, and this one has {length}: shorten it.', {
      limit: dossierNameLimit,
      length,
    }),
  );
}

/** The order that dossiers are listed in: by name, whatever its case. */
export function compareDossiers(a: Dossier, b: Dossier): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
