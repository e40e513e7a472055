import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Interface text. English is the source; a new language is one more entry in `locales` and one more `.po` file. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/renderer/locales/{locale}', include: ['<rootDir>/renderer'] }],
  format: formatter({ lineNumbers: false }),
});
