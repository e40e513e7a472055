import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource/andika/400.css';
import '@fontsource/andika/400-italic.css';
import '@fontsource/andika/700.css';
import '@fontsource/andika/700-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/reader.css';
import './styles/highlights.css';
import './styles/excerpts.css';
import './styles/dossiers.css';
import './styles/codebook.css';
import './styles/history.css';
import './styles/search.css';
import './styles/find.css';
import './styles/insight.css';
import './styles/export.css';
import './styles/settings.css';
import { Toast } from '@base-ui/react/toast';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Announcer } from './controls/announcer.tsx';
import { Messages } from './controls/messages.tsx';
import { messages } from './locales/en.po';
import { PanesProvider } from './panes/use-panes.tsx';
import { PlacesProvider } from './places/use-places.tsx';
import { paintRules } from './reader/paint-names.ts';
import { applyReadingSettings } from './settings/apply-reading-settings.ts';
import { ReadingSettingsProvider, readReadingSettings } from './settings/use-reading-settings.tsx';
import { AttestProvider } from './state/use-attest.tsx';

applyReadingSettings(readReadingSettings());

i18n.loadAndActivate({ locale: 'en', messages });

const paint = new CSSStyleSheet();
paint.replaceSync(paintRules());
document.adoptedStyleSheets.push(paint);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <Toast.Provider limit={3}>
        <Announcer>
          <AttestProvider renderFault={(message) => <p className="empty bad">{message}</p>}>
            <ReadingSettingsProvider>
              <PanesProvider>
                <PlacesProvider>
                  <App />
                </PlacesProvider>
              </PanesProvider>
            </ReadingSettingsProvider>
          </AttestProvider>
          <Messages />
        </Announcer>
      </Toast.Provider>
    </I18nProvider>
  </StrictMode>,
);
