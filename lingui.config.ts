import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/**
 * Interface text. English is the source, and stands in for what is not translated. A new language is one more entry in
 * `locales`, one more `.po` file, and its own name in `renderer/language/languages.ts`.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'be', 'ru', 'uk'],
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/renderer/locales/{locale}',
      include: [
        '<rootDir>/renderer',
        '<rootDir>/core',
        '<rootDir>/electron/services',
        '<rootDir>/electron/store',
        '<rootDir>/electron/desktop',
        '<rootDir>/electron/browser',
      ],
    },
  ],
  format: formatter({ lineNumbers: false }),
});
