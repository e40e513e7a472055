import type { Dossier } from '../../core/dossiers/dossier.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { tagNameKey } from '../../core/tags/tag.ts';
import { hintNames } from './nearest-names.ts';

/** The dossier that is called `name`, whatever its case and spaces; fails with a hint where there is none. */
export function findDossier(dossiers: readonly Dossier[], name: string): Result<Dossier> {
  const found = dossiers.find((dossier) => tagNameKey(dossier.name) === tagNameKey(name));
  if (found) return succeed(found);
  const names = dossiers.map((dossier) => dossier.name);
  return fail('not-found', `There is no dossier “${name}”. ${hintNames(name, names, 'dossiers')}`);
}
