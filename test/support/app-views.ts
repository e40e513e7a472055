import { expect, type Locator, type Page } from '@playwright/test';
import { catalogueViews } from './catalogue-views.ts';
import { fileViews } from './file-views.ts';
import { cards, dragOver, openStatement, selectionBar, titles } from './reader-page.ts';

/** One thing that the window can show. */
export interface AppView {
  readonly name: string;
  /** Shows it, from whatever view the window is in, and waits until it is there. */
  readonly open: (page: Page) => Promise<void>;
  /** Closes what lies over the other views, by the keyboard. */
  readonly close?: (page: Page) => Promise<void>;
  /** What is to have the focus then: what opened it. */
  readonly opener?: (page: Page) => Locator;
  /** Puts back what else `open` has changed. */
  readonly tidy?: (page: Page) => Promise<void>;
  /** What it consists of, for what is asked of its elements: a selector. The panel of the open tab where nothing is said. */
  readonly within?: string;
  /** Whether it is only read: nothing in it takes the focus. */
  readonly isOnlyRead?: boolean;
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
}

const pressEscape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
};

const dialogIsGone = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Annotations of another program: one whose words stand in a statement, and one whose words stand in none. */
const importedFile = {
  name: 'annotations.jsonld',
  mimeType: 'application/ld+json',
  buffer: Buffer.from(
    JSON.stringify(
      ['impunity for abuses and violations', 'words that stood in another copy of this statement and in no other'].map(
        (exact, at) => ({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          id: `urn:uuid:00000000-0000-4000-8000-00000000000${at}`,
          type: 'Annotation',
          motivation: 'highlighting',
          body: [{ type: 'TextualBody', purpose: 'tagging', value: 'torture' }],
          target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact } },
        }),
      ),
    ),
  ),
};

/** Files that nothing is added of, so that there is a report and the library stays as it is. */
const emptyFiles = ['one.txt', 'two.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(0) }));

async function openReader(page: Page): Promise<void> {
  await openTab(page, 'Library');
  await openStatement(page, titles.briefing);
  await expect(cards(page).first()).toBeVisible();
}

/**
 * Every view of a window on the workspace of `writeAnnotatedWorkspace`, in an order in which they can be walked through. A
 * new view is one more entry.
 */
export const appViews: readonly AppView[] = [
  {
    name: 'a notice',
    open: async (page) => {
      await expect(page.getByTestId('notice')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    },
    tidy: async (page) => {
      await page.getByTestId('notice').getByRole('button', { name: 'Close' }).click();
      await expect(page.getByTestId('notice')).toHaveCount(0);
    },
    within: '.notices',
  },
  { name: 'the library and a statement', open: openReader, within: '.app' },
  {
    name: 'the tour',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('Show the tour');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('tour').getByRole('heading')).toBeFocused();
    },
    close: async (page) => {
      await pressEscape(page);
      await expect(page.getByTestId('tour')).toHaveCount(0);
    },
    within: '.tour',
  },
  {
    name: 'the selection bar',
    open: async (page) => {
      await dragOver(page, 'inhuman and degrading prison conditions');
    },
    close: pressEscape,
    within: '[data-testid="selection-bar"]',
  },
  {
    name: 'the tag picker',
    open: async (page) => {
      await dragOver(page, 'inhuman and degrading prison conditions');
      await page.keyboard.press('t');
      await expect(selectionBar(page).getByRole('combobox')).toBeFocused();
    },
    close: async (page) => {
      await pressEscape(page);
      await pressEscape(page);
    },
    within: '[data-testid="selection-bar"]',
  },
  {
    name: 'said elsewhere',
    open: async (page) => {
      // In the smallest window these words are too near the edge to be dragged over.
      await page
        .getByText('August 2020 presidential election')
        .first()
        .evaluate((piece) => {
          piece.scrollIntoView({ block: 'center' });
          const text = piece.firstChild;
          const at = text?.textContent?.indexOf('August 2020') ?? -1;
          if (text && at !== -1)
            document.getSelection()?.setBaseAndExtent(text, at, text, at + 'August 2020 presidential election'.length);
        });
      await expect(selectionBar(page)).toBeVisible();
      await page.keyboard.press('e');
      await expect(page.getByTestId('elsewhere')).toHaveAttribute('aria-busy', 'false');
      await expect(page.getByTestId('likeness').first()).toBeFocused();
    },
    close: async (page) => {
      await page.getByTestId('likeness').first().focus();
      await pressEscape(page);
      await expect(page.getByTestId('elsewhere')).toHaveCount(0);
      await pressEscape(page);
      await expect(selectionBar(page)).toHaveCount(0);
    },
    within: '[data-testid="elsewhere"]',
  },
  {
    name: 'the note editor',
    open: async (page) => {
      await cards(page).first().getByRole('button', { name: 'Edit note' }).click();
      await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    },
    close: pressEscape,
    opener: (page) => cards(page).first().locator('.card-open'),
    within: '.note-editor',
  },
  {
    name: 'the filter by tags',
    open: async (page) => {
      await page.getByRole('button', { name: 'Filter highlights by tags' }).click();
      await expect(page.locator('.filter-popup')).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Filter highlights by tags' }),
    within: '.filter-popup',
  },
  {
    name: 'the reading settings',
    open: async (page) => {
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Reading settings' }),
    within: '.reading-settings',
  },
  {
    name: 'finding in the statement',
    open: async (page) => {
      await page.keyboard.press('Control+f');
      await page.getByRole('textbox', { name: 'Find in this statement' }).fill('torture');
      await expect(page.getByTestId('find-count')).toHaveText(/ of /u);
    },
    close: pressEscape,
    within: '.find-bar',
  },
  {
    name: 'two statements side by side',
    open: async (page) => {
      await page.getByRole('button', { name: 'Read two statements side by side' }).click();
      await expect(page.locator('.columns .reader')).toHaveCount(2);
      await expect(page.locator('.second-column [data-start]').first()).toBeAttached();
    },
    tidy: async (page) => {
      await page.locator('.second-column').getByRole('button', { name: 'Close this statement' }).click();
      await expect(page.locator('.columns .reader')).toHaveCount(1);
      await expect(cards(page).first()).toBeVisible();
    },
    within: '.columns',
  },
  {
    name: 'the results of a search',
    open: async (page) => {
      await page.getByRole('searchbox', { name: 'Search all statements' }).fill('torture');
      await expect(page.getByTestId('search-hit').first()).toBeVisible();
    },
    within: '.sidebar',
  },
  {
    name: 'tagging all hits',
    open: async (page) => {
      await page.getByRole('button', { name: 'Tag all hits…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Tag all hits…' }),
    tidy: async (page) => {
      await page.getByRole('searchbox', { name: 'Search all statements' }).fill('');
    },
    within: '.tag-all',
  },
  {
    name: 'the search language',
    open: async (page) => {
      await page.getByRole('button', { name: 'How to search' }).click();
      await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'How to search' }),
    within: '.language-sheet',
  },
  {
    name: 'the command palette',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command, statement, tag, dossier or search' }).fill('o');
      await expect(page.getByTestId('palette-row').last()).toContainText('Search everything for');
    },
    close: dialogIsGone,
    within: '.palette',
  },
  {
    name: 'the sheet of keys',
    open: async (page) => {
      await page.getByRole('contentinfo').getByRole('button', { name: 'Keys' }).click();
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
    close: dialogIsGone,
    within: '.key-sheet',
  },
  {
    name: 'the check of an update',
    open: async (page) => {
      await page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' }).click();
      await page.getByRole('button', { name: 'Check an update file…' }).click();
      await expect(page.getByRole('dialog', { name: 'Check an update file' })).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' }),
    within: '.update-dialog',
  },
  {
    name: 'encryption',
    open: async (page) => {
      await page.getByRole('button', { name: 'Encryption: off' }).click();
      await page.getByLabel('New passphrase', { exact: true }).fill('elephant7');
      await page.getByLabel('The same again', { exact: true }).fill('other');
      await expect(page.getByText('The two are not the same.')).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Encryption: off' }),
    within: '.vault-dialog',
  },
  {
    name: 'the excerpts',
    open: async (page) => {
      await openTab(page, 'Excerpts');
      await expect(page.getByTestId('excerpt').first()).toBeVisible();
    },
  },
  {
    name: 'adding to a dossier',
    open: async (page) => {
      await page.getByRole('checkbox', { name: 'Select all shown' }).click();
      await page.getByRole('button', { name: 'Add to dossier' }).click();
      await expect(page.getByRole('dialog', { name: 'Add to dossier' })).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Add to dossier' }),
    tidy: async (page) => {
      await page.getByRole('checkbox', { name: 'Select all shown' }).click();
    },
    within: '.add-to-dossier',
  },
  {
    name: 'a dossier',
    open: async (page) => {
      await openTab(page, 'Dossiers');
      await expect(page.getByTestId('dossier-item')).toHaveCount(4);
    },
  },
  {
    name: 'what is meant by one source',
    open: async (page) => {
      await page.getByTestId('single-source').first().click();
      await expect(page.getByRole('dialog', { name: 'One source found' })).toBeVisible();
    },
    close: dialogIsGone,
    opener: (page) => page.getByTestId('single-source').first(),
    within: '.single-source-popup',
    isOnlyRead: true,
  },
  {
    name: 'leaving words out',
    open: async (page) => {
      await page.getByTestId('dossier-item').nth(2).hover();
      await page.getByTestId('dossier-item').nth(2).getByRole('button', { name: 'Leave words out…' }).click();
      await expect(page.getByTestId('omission-field')).toBeFocused();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('omission-field')).toHaveCount(0);
    },
    within: '.omission-editor',
  },
  {
    name: 'the export',
    open: async (page) => {
      await page.getByRole('button', { name: 'Export…' }).click();
      await expect(page.getByTestId('preview-excerpt').first()).toBeVisible();
      await expect(page.getByTestId('preview')).toHaveAttribute('aria-busy', 'false');
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('button', { name: 'Export…' }),
    within: '.export-dialog',
  },
  {
    name: 'insight',
    open: async (page) => {
      await openTab(page, 'Insight');
      await expect(page.locator('.figure')).toHaveCount(5);
      await page.getByRole('button', { name: 'Show the data' }).first().click();
      await expect(page.locator('.figure-data')).toHaveCount(1);
    },
  },
  {
    name: 'the codebook and a tag',
    open: async (page) => {
      await openTab(page, 'Codebook');
      await page.locator('.codebook-entry').nth(1).click();
      await expect(page.getByRole('complementary', { name: 'Tag detention' })).toBeVisible();
    },
  },
  {
    name: 'the exchange',
    open: async (page) => {
      await openTab(page, 'Exchange');
      await expect(page.getByRole('heading', { name: 'Import work' })).toBeVisible();
    },
  },
  {
    name: 'an import under review',
    open: async (page) => {
      await page.getByTestId('import-file').setInputFiles(importedFile);
      await expect(page.getByTestId('import-review')).toHaveAttribute('data-stage', 'review');
      await page.getByTestId('import-item').first().locator('summary').click();
      await expect(page.getByTestId('import-item').first().getByRole('radio').first()).toBeVisible();
    },
    tidy: async (page) => {
      await page.getByRole('button', { name: 'Leave it' }).click();
      await expect(page.getByTestId('import-review')).toHaveCount(0);
    },
  },
  {
    name: 'sharing a folder',
    open: async (page) => {
      await openTab(page, 'Exchange');
      await page.getByRole('textbox', { name: 'Folder to share, its whole path' }).fill('/home');
      await expect(page.getByRole('button', { name: 'Share this folder' })).toBeEnabled();
    },
    tidy: (page) => page.getByRole('textbox', { name: 'Folder to share, its whole path' }).fill(''),
    within: '[data-testid="shared-folder"]',
  },
  {
    name: 'the history and the backups',
    open: async (page) => {
      await openTab(page, 'History');
      await expect(page.getByRole('complementary', { name: 'Backups' })).toBeVisible();
    },
  },
  {
    name: 'adding a text',
    open: async (page) => {
      await openReader(page);
      await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Add statements' }).click();
      await page.getByRole('menuitem', { name: 'Paste text…' }).click();
      await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
    },
    close: dialogIsGone,
    opener: (page) => page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Add statements' }),
    within: '.paste-dialog',
  },
  {
    name: 'the report on what was added',
    open: async (page) => {
      await page.getByTestId('add-files').setInputFiles(emptyFiles);
      const way = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Show the report' });
      await way.click();
      // Its message goes slowly, and stays in the language that it was said in.
      await expect(way).toHaveCount(0);
      await expect(page.getByTestId('added-line')).toHaveCount(emptyFiles.length);
    },
    tidy: async (page) => {
      await page.getByRole('button', { name: 'Close the report' }).click();
      await expect(page.getByTestId('adding-panel')).toHaveCount(0);
    },
    within: '.adding-panel',
  },
  ...fileViews,
  ...catalogueViews,
];
