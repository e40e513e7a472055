import { insertItems, moveItems } from '../dossiers/arrange-items.ts';
import { checkOmissions } from '../dossiers/check-omissions.ts';
import type { Dossier, DossierItem } from '../dossiers/dossier.ts';
import type { DossierOperation } from '../dossiers/dossier-operation.ts';
import { checkHeading, checkText } from '../dossiers/dossier-words.ts';
import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { EditContext } from './edit-context.ts';
import { missing } from './edits.ts';
import type { Workspace } from './workspace.ts';

type ItemOperation = Exclude<DossierOperation, { kind: 'rename' }>;
type OperationOf<Kind extends ItemOperation['kind']> = Extract<ItemOperation, { kind: Kind }>;

/** The items of a dossier after a change, and those of them, before or after, that it was about. */
export interface ChangedItems {
  readonly items: readonly DossierItem[];
  readonly touched: readonly DossierItem[];
}

type Items = Result<ChangedItems>;

function missingItem({ name }: Dossier): ReturnType<typeof fail> {
  return fail('not-found', say(/*i18n*/ 'The dossier “{name}” has no such item any more: look at it again.', { name }));
}

const highestLevel = 1;
const lowestLevel = 3;

function checkLevel(level: number): Result<number> {
  if (level >= highestLevel && level <= lowestLevel) return succeed(level);
  return fail(
    'invalid',
    say(/*i18n*/ 'A heading has a level from {highest} to {lowest}, and not {level}: choose one of these.', {
      highest: highestLevel,
      lowest: lowestLevel,
      level,
    }),
  );
}

/** An excerpt of each of `highlights`, in this order, with nothing left out; all of them or, where one does not exist, none. */
export function makeExcerpts(
  { highlights: known }: Workspace,
  highlights: readonly string[],
  { newId }: EditContext,
): Result<DossierItem[]> {
  const unknown = highlights.find((id) => !Object.hasOwn(known, id));
  if (unknown !== undefined) return missing(unknown);
  return succeed(highlights.map((highlight) => ({ kind: 'excerpt', id: newId(), highlight, omissions: [] })));
}

function add({ items }: Dossier, more: readonly DossierItem[], at: number): Items {
  return succeed({ items: insertItems(items, more, at), touched: more });
}

function addHeading(dossier: Dossier, { level, text, at }: OperationOf<'add-heading'>, newId: () => string): Items {
  const words = checkHeading(text);
  if (!words.ok) return words;
  const checked = checkLevel(level);
  if (!checked.ok) return checked;
  return add(dossier, [{ kind: 'heading', id: newId(), level: checked.value, text: words.value }], at);
}

function addText(dossier: Dossier, { text, at }: OperationOf<'add-text'>, newId: () => string): Items {
  const words = checkText(text);
  if (!words.ok) return words;
  return add(dossier, [{ kind: 'text', id: newId(), text: words.value }], at);
}

function replace({ items }: Dossier, after: DossierItem): Items {
  return succeed({ items: items.map((item) => (item.id === after.id ? after : item)), touched: [after] });
}

function edit(dossier: Dossier, { item: id, text, level }: OperationOf<'edit'>): Items {
  const before = dossier.items.find((item) => item.id === id);
  if (!before) return missingItem(dossier);
  if (before.kind === 'excerpt') {
    return fail(
      'invalid',
      say(/*i18n*/ 'The words of an excerpt are those of its source: leave words out, or add a text.'),
    );
  }
  if (before.kind === 'text') {
    if (level !== undefined)
      return fail('invalid', say(/*i18n*/ 'Only a heading has a level: add a heading in place of this text.'));
    const words = checkText(text);
    return words.ok ? replace(dossier, { ...before, text: words.value }) : words;
  }
  const words = checkHeading(text);
  if (!words.ok) return words;
  const checked = checkLevel(level ?? before.level);
  if (!checked.ok) return checked;
  return replace(dossier, { ...before, text: words.value, level: checked.value });
}

function omit({ highlights }: Workspace, dossier: Dossier, { item: id, omissions }: OperationOf<'omit'>): Items {
  const before = dossier.items.find((item) => item.id === id);
  if (!before) return missingItem(dossier);
  if (before.kind !== 'excerpt')
    return fail('invalid', say(/*i18n*/ 'Only an excerpt can leave words out: edit this one instead.'));
  // Nothing to leave out is possible whatever has become of the highlight.
  if (omissions.length === 0) return replace(dossier, { ...before, omissions: [] });
  const highlight = Object.hasOwn(highlights, before.highlight) ? highlights[before.highlight] : undefined;
  if (!highlight) return missing(before.highlight);
  const checked = checkOmissions(highlight.selector.quote, omissions);
  return checked.ok ? replace(dossier, { ...before, omissions: checked.value }) : checked;
}

/** The items with these ids; all of them or, where one does not exist, a refusal. */
function choose(dossier: Dossier, ids: ReadonlySet<string>): Result<DossierItem[]> {
  const chosen = dossier.items.filter(({ id }) => ids.has(id));
  return chosen.length === ids.size ? succeed(chosen) : missingItem(dossier);
}

function move(dossier: Dossier, { items, at }: OperationOf<'move'>): Items {
  const ids = new Set(items);
  const chosen = choose(dossier, ids);
  if (!chosen.ok) return chosen;
  return succeed({ items: moveItems(dossier.items, ids, at), touched: chosen.value });
}

function remove(dossier: Dossier, { items }: OperationOf<'remove'>): Items {
  const ids = new Set(items);
  const chosen = choose(dossier, ids);
  if (!chosen.ok) return chosen;
  return succeed({ items: dossier.items.filter(({ id }) => !ids.has(id)), touched: chosen.value });
}

/** The items of `dossier` after `operation`, or why it cannot be made. */
export function changeItems(
  workspace: Workspace,
  dossier: Dossier,
  operation: ItemOperation,
  context: EditContext,
): Items {
  switch (operation.kind) {
    case 'add-excerpts': {
      const made = makeExcerpts(workspace, operation.highlights, context);
      return made.ok ? add(dossier, made.value, operation.at) : made;
    }
    case 'add-heading':
      return addHeading(dossier, operation, context.newId);
    case 'add-text':
      return addText(dossier, operation, context.newId);
    case 'edit':
      return edit(dossier, operation);
    case 'omit':
      return omit(workspace, dossier, operation);
    case 'move':
      return move(dossier, operation);
    case 'remove':
      return remove(dossier, operation);
  }
}
