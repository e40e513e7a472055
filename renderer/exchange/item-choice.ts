import type { ImportItem, ImportRule } from '../../core/exchange/exchange-shapes.ts';

/** What is asked of an item to know what can be chosen. */
export type ChoosableItem = Pick<ImportItem, 'key' | 'kind' | 'difference' | 'fields'>;

/** What was chosen for single items, by their keys. */
export type ItemChoices = Readonly<Record<string, ImportRule>>;

/** The rules for all that is disagreed on, the safest first. */
export const disagreementRules = ['both', 'theirs', 'mine', 'later'] as const satisfies readonly ImportRule[];

/** Whether the two disagree on an item, so that the rule for disagreements is about it. */
export function isDisagreedOn({ difference }: Pick<ImportItem, 'difference'>): boolean {
  return difference === 'both-changed' || difference === 'deleted-there' || difference === 'deleted-here';
}

/** Whether both wrote a note, so that the two notes can become one. */
function hasTwoNotes({ kind, difference, fields }: ChoosableItem): boolean {
  return kind === 'highlights' && difference === 'both-changed' && fields.includes('note');
}

/**
 * What can become of an item, each in sense different from the others. What only the others have changed is taken by `later`: `theirs`
 * would take back, too, what was changed here meanwhile.
 */
export function choicesFor(item: ChoosableItem): readonly ImportRule[] {
  switch (item.difference) {
    case 'both-changed':
      return hasTwoNotes(item) ? ['both', 'theirs', 'mine', 'later'] : ['theirs', 'mine', 'later'];
    case 'deleted-there':
      return ['mine', 'theirs'];
    case 'deleted-here':
      return ['theirs', 'mine'];
    default:
      return ['later', 'mine'];
  }
}

/** What becomes of an item by a rule, as one of `choicesFor`. */
function byRule(item: ChoosableItem, rule: ImportRule): ImportRule {
  switch (item.difference) {
    case 'both-changed':
      return rule === 'both' && !hasTwoNotes(item) ? 'later' : rule;
    case 'deleted-there':
      return rule === 'mine' || rule === 'both' ? 'mine' : 'theirs';
    case 'deleted-here':
      return rule === 'theirs' || rule === 'both' ? 'theirs' : 'mine';
    default:
      return rule === 'mine' ? 'mine' : 'later';
  }
}

/** What becomes of an item, as one of `choicesFor`: what was chosen for it, else what the rule says where it is about the item. */
export function chosenFor(item: ChoosableItem, rule: ImportRule, choices: ItemChoices): ImportRule {
  return byRule(item, choices[item.key] ?? (isDisagreedOn(item) ? rule : 'later'));
}
