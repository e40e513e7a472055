import { fail, type Result, succeed } from '../result.ts';
import { type Sentence, say } from '../sentence.ts';
import type { Change } from './change.ts';
import { isSameData } from './is-same-data.ts';
import { Settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What to settle anew; what is left out stays. */
export type SettingsEdit = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

const faults: Readonly<Record<string, Sentence>> = {
  name: say(/*i18n*/ 'The name is too long: choose another.'),
  historyDays: say(/*i18n*/ 'The number of days is not one: choose another.'),
  citationStyle: say(/*i18n*/ 'There is no such citation style: choose another.'),
};

/** Settles anew what `edit` names, and leaves the rest. No patches where nothing would be different. */
export function changeSettings({ settings }: Workspace, edit: SettingsEdit): Result<Change> {
  const parsed = Settings.safeParse({
    name: edit.name ?? settings.name,
    historyDays: edit.historyDays === undefined ? settings.historyDays : edit.historyDays,
    citationStyle: edit.citationStyle ?? settings.citationStyle,
  });
  if (!parsed.success) {
    const fault = faults[String(parsed.error.issues[0]?.path[0])];
    return fail('invalid', fault ?? say(/*i18n*/ 'This setting is not one: choose another.'));
  }
  const after = { ...parsed.data, name: parsed.data.name.trim() };
  return succeed({
    summary: { kind: 'settings', highlights: 0, tags: [] },
    patches: isSameData(after, settings) ? [] : [{ of: 'settings', id: 'settings', before: settings, after }],
  });
}
