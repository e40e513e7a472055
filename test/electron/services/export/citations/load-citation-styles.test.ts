import { describe, expect, it } from 'vitest';
import { loadCitationStyles } from '../../../../../electron/services/export/citations/load-citation-styles.ts';
import { resources } from '../../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

describe('the citation styles', () => {
  it('are those of the CSL project, with their authors and licence', async () => {
    const styles = await loadCitationStyles(resources);
    for (const [style, id] of [
      ['chicago', 'chicago-fullnote-bibliography'],
      ['apa', 'apa'],
      ['mla', 'modern-language-association'],
      ['legal', 'bluebook-law-review'],
    ] as const) {
      expect(styles[style]).toContain(`<id>http://www.zotero.org/styles/${id}</id>`);
      expect(styles[style]).toMatch(/<author>\s*<name>/u);
      expect(styles[style]).toContain('http://creativecommons.org/licenses/by-sa/3.0/');
    }
  });

  it('that are not there are not made up', async () => {
    await expect(loadCitationStyles(await temporaryFolder())).rejects.toThrow('ENOENT');
  });
});
