import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource/andika/400.css';
import '@fontsource/andika/400-italic.css';
import '@fontsource/andika/700.css';
import '@fontsource/andika/700-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/choices.css';
import './styles/tags.css';
import './styles/overlays.css';
import './styles/shell.css';
import './styles/tabs.css';
import './styles/panes.css';
import './styles/library.css';
import './styles/reader.css';
import './styles/statement.css';
import './styles/pages.css';
import './styles/highlights.css';
import './styles/selection-bar.css';
import './styles/excerpts.css';
import './styles/excerpt-filters.css';
import './styles/catalogue.css';
import './styles/catalogue-side.css';
import './styles/record.css';
import './styles/add-to-dossier.css';
import './styles/dossiers.css';
import './styles/corroboration.css';
import './styles/dossier-list.css';
import './styles/item-editor.css';
import './styles/codebook.css';
import './styles/history.css';
import './styles/exchange.css';
import './styles/adding.css';
import './styles/import-items.css';
import './styles/people.css';
import './styles/search.css';
import './styles/hits.css';
import './styles/search-dialogs.css';
import './styles/find.css';
import './styles/insight.css';
import './styles/report.css';
import './styles/export.css';
import './styles/settings.css';
import './styles/commands.css';
import './styles/language.css';
import './styles/tour.css';
import './styles/vault.css';
import './styles/small-window.css';
import './styles/contrast.css';
import { Toast } from '@base-ui/react/toast';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '../core/session.ts';
import { AddingProvider } from './adding/adding-provider.tsx';
import { App } from './app.tsx';
import { CommandsProvider } from './commands/use-commands.tsx';
import { Announcer } from './controls/announcer.tsx';
import { Messages } from './controls/messages.tsx';
import { readLanguage } from './language/device-language.ts';
import type { Language } from './language/languages.ts';
import { loadMessages, showLanguage } from './language/show-language.ts';
import { LanguageProvider } from './language/use-language.tsx';
import { LibraryPlaceProvider } from './library/use-library-place.tsx';
import { NavigationProvider } from './navigation/use-navigation.tsx';
import { PanesProvider } from './panes/use-panes.tsx';
import { PlacesProvider } from './places/use-places.tsx';
import { paintRules } from './reader/paint-names.ts';
import { applyReadingSettings } from './settings/apply-reading-settings.ts';
import { takeFromHost } from './settings/device-storage.ts';
import { ReadingSettingsProvider, readReadingSettings } from './settings/use-reading-settings.tsx';
import { AttestProvider } from './state/use-attest.tsx';
import { TourProvider } from './tour/use-tour.tsx';
import { LockScreen } from './vault/lock-screen.tsx';

async function speak(language: Language): Promise<void> {
  const messages = await loadMessages(language);
  if (!messages) throw new Error(`The texts of the interface in ${language} could not be loaded`);
  showLanguage(i18n, language, messages);
}

/** The first picture is in the colours and the language that the host has kept. */
async function prepare({ device }: Session): Promise<void> {
  takeFromHost(device);
  applyReadingSettings(readReadingSettings());
  if (readLanguage() !== i18n.locale) await speak(readLanguage());
}

applyReadingSettings(readReadingSettings());
await speak(readLanguage());

const paint = new CSSStyleSheet();
paint.replaceSync(paintRules());
document.adoptedStyleSheets.push(paint);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <LanguageProvider i18n={i18n}>
        <Toast.Provider limit={3}>
          <Announcer>
            <AttestProvider
              prepare={prepare}
              renderFault={(message) => <p className="empty bad">{message}</p>}
              renderVault={(vault, call) => <LockScreen vault={vault} call={call} />}
            >
              <ReadingSettingsProvider>
                <PanesProvider>
                  <PlacesProvider>
                    <NavigationProvider>
                      <CommandsProvider>
                        <TourProvider>
                          <LibraryPlaceProvider>
                            <AddingProvider>
                              <App />
                            </AddingProvider>
                          </LibraryPlaceProvider>
                        </TourProvider>
                      </CommandsProvider>
                    </NavigationProvider>
                  </PlacesProvider>
                </PanesProvider>
              </ReadingSettingsProvider>
            </AttestProvider>
            <Messages />
          </Announcer>
        </Toast.Provider>
      </LanguageProvider>
    </I18nProvider>
  </StrictMode>,
);
