import { type Dossier, type DossierItem, dossierNameLimit } from '../dossiers/dossier.ts';
import { checkDossierName, dossierNameKey } from '../dossiers/dossier-name.ts';
import { type Sentence, say } from '../sentence.ts';
import { isUsableDossierName } from './check-workspace.ts';
import type { Workspace } from './workspace.ts';

/** What a dossier is called of whose name nothing can be used. */
const recoveredName = 'recovered dossier';

/** How much of a name that could not stay is shown, in UTF-16 units. */
const shownLength = 100;

/** Dossiers with what could be put right, and one sentence for each thing that was. */
export interface RepairedDossiers {
  readonly dossiers: Workspace['dossiers'];
  readonly repairs: readonly Sentence[];
}

function usableName(name: string): string {
  if (isUsableDossierName(name)) return name;
  const clean = name.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
  const checked = checkDossierName([...clean].slice(0, dossierNameLimit / 2).join(''));
  return checked.ok ? checked.value : recoveredName;
}

/** `name`, with a number where `taken` has it; what is taken grows by it. */
function takeName(name: string, taken: Set<string>): string {
  let free = usableName(name);
  for (let count = 2; taken.has(dossierNameKey(free)); count += 1) {
    const suffix = ` (${count})`;
    free = `${usableName(name)
      .slice(0, dossierNameLimit - suffix.length)
      .trimEnd()}${suffix}`;
  }
  taken.add(dossierNameKey(free));
  return free;
}

function takeId(id: string, taken: Set<string>, all: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free) || (free !== id && all.has(free)); count += 1) free = `${id}-${count}`;
  taken.add(free);
  return free;
}

/**
 * Puts right what can be without losing a word: of two dossiers with one name, the first in the file keeps it and the
 * other's gets a number; a name that cannot be used is made one that can; a dossier kept under another id than its own gets
 * that one, and the second of two items with one id another, which nothing refers to. Dossiers that are as they must be
 * come back as they are.
 */
export function repairDossiers(dossiers: Workspace['dossiers']): RepairedDossiers {
  const all = new Set(Object.values(dossiers).flatMap(({ items }) => items.map(({ id }) => id)));
  const [names, items] = [new Set<string>(), new Set<string>()];
  const repairs: Sentence[] = [];
  const repaired = Object.entries(dossiers).map(([key, before]): readonly [string, Dossier] => {
    const name = takeName(before.name, names);
    const kept = before.items.map((item): DossierItem => {
      const id = takeId(item.id, items, all);
      return id === item.id ? item : { ...item, id };
    });
    if (name !== before.name) {
      repairs.push(
        say(/*i18n*/ 'The dossier “{before}” could not keep its name: it is “{name}” now.', {
          before: before.name.slice(0, shownLength),
          name,
        }),
      );
    }
    const isSame = before.id === key && kept.every((item, index) => item === before.items[index]);
    if (!isSame)
      repairs.push(say(/*i18n*/ 'The dossier “{name}” had an id that was not its own, or an item twice.', { name }));
    return [key, isSame && name === before.name ? before : { ...before, id: key, name, items: kept }];
  });
  return repairs.length === 0 ? { dossiers, repairs } : { dossiers: Object.fromEntries(repaired), repairs };
}
