import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { views } from '../navigation/visit.ts';
import { usePanes } from '../panes/use-panes.tsx';
import { textSizes, themes } from '../settings/reading-settings.ts';
import { useReadingSettings } from '../settings/use-reading-settings.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { themeCommands, viewCommands } from './command-keys.ts';
import { useCommands } from './use-commands.tsx';
import { useKnownCommands } from './use-known-commands.ts';

interface Spellings {
  /** Whether other spellings of names are found too. */
  readonly areOn: boolean;
  readonly turn: (areOn: boolean) => void;
}

/** The commands that are there whatever the window shows. */
export function useWindowCommands(spellings: Spellings): void {
  const known = useKnownCommands();
  const { session } = useAttest();
  const { here, canGoBack, canGoForward, back, forward, show, openStatement, showExcerpts } = useNavigation();
  const { undo, redo } = useHighlightActions();
  const { panes, show: showPanes } = usePanes();
  const { settings, change } = useReadingSettings();
  const readable = session.statements.filter(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  const open = here.isBesideActive && here.beside !== null ? here.beside : here.statement;
  const at = readable.findIndex(({ id }) => id === open);
  const nextStatement = (by: 1 | -1) => {
    const next = at === -1 ? undefined : readable[at + by]?.id;
    return { isAvailable: next !== undefined, run: () => next !== undefined && openStatement(next) };
  };
  const nextSize = (by: 1 | -1) => {
    const size = textSizes[textSizes.indexOf(settings.size) + by];
    return { isAvailable: size !== undefined, run: () => size !== undefined && change({ size }) };
  };
  const isReading = here.view === 'library' && open !== null;
  useCommands([
    { ...known['go.back'], isAvailable: canGoBack, run: back },
    { ...known['go.forward'], isAvailable: canGoForward, run: forward },
    ...views.map((view) => ({
      ...known[viewCommands[view]],
      isAvailable: here.view !== view,
      run: () => show(view),
    })),
    { ...known['go.next-statement'], ...nextStatement(1) },
    { ...known['go.previous-statement'], ...nextStatement(-1) },
    { ...known['highlight.undo'], run: () => void undo() },
    { ...known['highlight.redo'], run: () => void redo() },
    {
      ...known['excerpts.export'],
      // These two views have an export of their own: of what they show.
      isAvailable: here.view !== 'excerpts' && here.view !== 'dossiers',
      run: () => showExcerpts(isReading ? { ...everyExcerpt, statements: [open] } : everyExcerpt),
    },
    { ...known['window.library'], run: () => showPanes({ isLibraryHidden: !panes.isLibraryHidden }) },
    {
      ...known['window.highlights'],
      isAvailable: isReading,
      run: () => showPanes({ areHighlightsHidden: !panes.areHighlightsHidden }),
    },
    { ...known['read.larger'], ...nextSize(1) },
    { ...known['read.smaller'], ...nextSize(-1) },
    { ...known['read.spellings'], run: () => spellings.turn(!spellings.areOn) },
    ...themes.map((theme) => ({
      ...known[themeCommands[theme]],
      isAvailable: settings.theme !== theme,
      run: () => change({ theme }),
    })),
  ]);
}
