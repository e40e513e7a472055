import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { ChangeSummary } from '../../core/workspace/change.ts';

/** Words what a change did, such as “Tagged 3 highlights detention”. */
export function useChangeWords(): (summary: ChangeSummary) => string {
  const { t } = useLingui();
  return useCallback(
    ({ kind, highlights, tags, dossiers = [], people = [], statements = null, sets = [] }) => {
      const count = plural(highlights, { one: '# highlight', other: '# highlights' });
      const names = tags.join(', ');
      const [first = '', second = ''] = tags;
      const excerpts = plural(highlights, { one: '# excerpt', other: '# excerpts' });
      const [dossier = '', renamed = ''] = dossiers;
      const others = people.join(', ');
      const { count: sources, first: title } = statements ?? { count: 0, first: '' };
      const [set = '', renamedSet = ''] = sets;
      switch (kind) {
        case 'highlight':
          return names === '' ? t`Highlighted a passage` : t`Highlighted a passage: ${names}`;
        case 'tag-highlight':
          return t`Tagged ${count} ${names}`;
        case 'untag-highlight':
          return t`Took ${names} off ${count}`;
        case 'note':
          return t`Changed a note`;
        case 'delete-highlight':
          return t`Deleted ${count}`;
        case 'reanchor-highlight':
          return t`Moved ${count} to another passage`;
        case 'keep-orphan':
          return t`Kept ${count} as orphaned`;
        case 'create-tag':
          return t`Created the tag ${names}`;
        case 'rename-tag':
          return t`Renamed the tag ${first} to ${second}`;
        case 'recolour-tag':
          return t`Changed the colour of ${names}`;
        case 'describe-tag':
          return t`Changed the description of ${names}`;
        case 'tag-shortcut':
          return t`Changed the digit of ${first}`;
        case 'move-tag':
          return t`Moved the tag ${first} to ${second}`;
        case 'merge-tags':
          return t`Merged the tag ${first} into ${second}, on ${count}`;
        case 'delete-tag':
          return t`Deleted the tag ${names}, on ${count}`;
        case 'restore-workspace':
          return t`Restored a backup`;
        case 'restore-highlights':
          return t`Restored ${count} from a backup`;
        case 'settings':
          return t`Changed the settings`;
        case 'save-search':
          return t`Saved a search`;
        case 'forget-search':
          return t`Removed a saved search`;
        case 'tag-hits':
          return t`Tagged ${count} found by a search: ${names}`;
        case 'create-dossier':
          return highlights === 0
            ? t`Created the dossier ${dossier}`
            : t`Created the dossier ${dossier} with ${excerpts}`;
        case 'rename-dossier':
          return t`Renamed the dossier ${dossier} to ${renamed}`;
        case 'add-to-dossier':
          return highlights === 0
            ? t`Added words to the dossier ${dossier}`
            : t`Added ${excerpts} to the dossier ${dossier}`;
        case 'edit-dossier':
          return t`Changed words in the dossier ${dossier}`;
        case 'omit-in-dossier':
          return t`Changed what an excerpt leaves out in the dossier ${dossier}`;
        case 'move-in-dossier':
          return t`Reordered the dossier ${dossier}`;
        case 'remove-from-dossier':
          return highlights === 0
            ? t`Removed words from the dossier ${dossier}`
            : t`Removed ${excerpts} from the dossier ${dossier}`;
        case 'delete-dossier':
          return t`Deleted the dossier ${dossier}`;
        case 'add-statements':
          return sources === 1
            ? t`Imported the statement ${title}`
            : plural(sources, { one: 'Imported # statement', other: 'Imported # statements' });
        case 'update-statement':
          return t`Imported a newer version of ${title}`;
        case 'reread-statement':
          return t`Read the file of ${title} in another encoding`;
        case 'edit-catalogue':
          return sources === 1
            ? t`Changed the catalogue record of ${title}`
            : plural(sources, { one: 'Changed # catalogue record', other: 'Changed # catalogue records' });
        case 'correct-structure':
          return t`Corrected the structure of ${title}`;
        case 'remove-statements':
          return sources === 1
            ? t`Removed the statement ${title}`
            : plural(sources, { one: 'Removed # statement', other: 'Removed # statements' });
        case 'create-set':
          return t`Created the set ${set}`;
        case 'rename-set':
          return t`Renamed the set ${set} to ${renamedSet}`;
        case 'change-set':
          return t`Changed which statements are in the set ${set}`;
        case 'delete-set':
          return t`Deleted the set ${set}`;
        case 'merge-work':
          return others === '' ? t`Imported ${count}` : t`Merged the work of ${others}: ${count}`;
      }
    },
    [t],
  );
}
