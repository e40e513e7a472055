import type { Page } from '@playwright/test';
import { timeAdding } from '../measure-app.ts';
import { scrollOn, scrollThrough } from '../scroll-through.ts';
import { startBrowserEdition } from '../startup/measure-start.ts';
import { median, summariseFrames } from '../statistics.ts';

/** What a reader sees of one workspace: milliseconds, and frames over 25 ms in per cent, by their labels. */
export type ReaderMeasures = Readonly<Record<string, number>>;

const scrollSteps = 200;

/** What a turned wheel scrolls in a frame, in pixels. */
const wheelPx = 60;

/** Highlights that are added in one round. */
export const additions = 5;

/** The label of how many of them did not show. */
export const unshown = 'highlights that did not show';

/** Letters that one of them marks, and how far apart they begin. */
const marked = 20;
const apart = 24;

/** Time for the page to come to rest before something is measured, in milliseconds. */
const pauseMs = 400;

/** Time for what is read after the start, highlights and the search index, in milliseconds: it is no part of what comes later. */
const readingMs = 10_000;

async function timeShowing(page: Page, open: () => Promise<void>, shown: string): Promise<number> {
  const started = performance.now();
  await open();
  await page.locator(shown).first().waitFor();
  return performance.now() - started;
}

/** Selects words that no round before has marked: one passage marked twice with one tag would lose it. `at` is below `of`. */
async function selectNewWords(page: Page, at: number, of: number): Promise<void> {
  await page.evaluate(
    ([part, parts, length, step]) => {
      const places = [...document.querySelectorAll('.statement [data-start]:not(.block-label)')].flatMap((piece) => {
        const text = piece.firstChild;
        if (!text || piece.getClientRects().length === 0) return [];
        const count = Math.floor(((text.textContent?.length ?? 0) - length) / step);
        return Array.from({ length: Math.max(0, count) }, (_, index) => ({ text, start: index * step + 2 }));
      });
      const place = places[Math.floor(((part + 0.5) / parts) * places.length)];
      if (!place || places.length < parts) throw new Error('The statement is too short to be marked so often');
      place.text.parentElement?.scrollIntoView({ block: 'center' });
      document.getSelection()?.setBaseAndExtent(place.text, place.start, place.text, place.start + length);
    },
    [at, of, marked, apart] as const,
  );
  await page.getByTestId('selection-bar').waitFor();
  await page.waitForTimeout(pauseMs);
}

async function timeAdditions(page: Page, round: number, rounds: number): Promise<{ ms: number; failed: number }> {
  const added: number[] = [];
  for (let index = 0; index < additions; index += 1) {
    await selectNewWords(page, index * rounds + round - 1, additions * rounds);
    try {
      added.push((await timeAdding(page)).ms);
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(pauseMs);
  }
  return { ms: median(added), failed: additions - added.length };
}

/** From the beginning of `act` to the moment in which what `count` says is another than before. */
async function timeCounting(page: Page, count: string, act: () => Promise<void>): Promise<number> {
  const before = await page.locator(count).textContent();
  const started = performance.now();
  await act();
  await page.waitForFunction(([place, text]) => document.querySelector(place)?.textContent !== text, [
    count,
    before,
  ] as const);
  return performance.now() - started;
}

/** What narrows and orders the catalogue, whose view is shown. */
async function measureCatalogue(page: Page): Promise<Record<string, number>> {
  const main = page.getByRole('main');
  const words = main.getByRole('searchbox').first();
  const facet = page.locator('.catalogue-side').getByRole('checkbox').first();
  const counted = '[data-testid="catalogue-count"]';
  const typed = await timeCounting(page, counted, () => words.fill('amnesty'));
  await timeCounting(page, counted, () => words.fill(''));
  const narrowed = await timeCounting(page, counted, () => facet.click());
  const started = performance.now();
  await main.getByRole('button', { name: 'Title' }).click();
  await main.locator('[aria-sort]').first().waitFor();
  return {
    'words typed in the catalogue, until it is narrowed': typed,
    'a facet chosen, until it is narrowed': narrowed,
    'another order, until it is shown': performance.now() - started,
  };
}

/** Starts the browser edition on the workspace in `folder`, and does there what its user would, in round `round` of `rounds`, from 1 on. */
export async function measureReader(
  built: string,
  folder: string,
  round: number,
  rounds: number,
): Promise<ReaderMeasures> {
  const measures: Record<string, number> = {};
  const started = await startBrowserEdition(built, folder, async (page) => {
    await page.waitForTimeout(readingMs);
    measures['late frames, statement, %'] = summariseFrames(
      await scrollThrough(page, '.reader-scroll', scrollSteps),
    ).late;
    const { ms, failed } = await timeAdditions(page, round, rounds);
    measures['a highlight, until it is painted'] = ms;
    measures[unshown] = failed;
    const list = await page.locator('.statement-scroll').count();
    if (list > 0) {
      measures['late frames, list of statements, %'] = summariseFrames(
        await scrollThrough(page, '.statement-scroll', scrollSteps),
      ).late;
    }
    const catalogue = page.getByRole('tab', { name: 'Catalogue', exact: true });
    measures['the catalogue, until it is shown'] = await timeShowing(
      page,
      () => catalogue.click(),
      '[data-testid="catalogue-row"]',
    );
    if (list > 0) Object.assign(measures, await measureCatalogue(page));
    const tab = page.getByRole('tab', { name: 'Excerpts', exact: true });
    measures['the excerpts, until they are shown'] = await timeShowing(page, () => tab.click(), '.excerpts-scroll');
    measures['late frames, excerpts from end to end, %'] = summariseFrames(
      await scrollThrough(page, '.excerpts-scroll', scrollSteps),
    ).late;
    measures['late frames, excerpts by the wheel, %'] = summariseFrames(
      await scrollOn(page, '.excerpts-scroll', scrollSteps, wheelPx),
    ).late;
  });
  measures['start, until a statement can be read'] = started.process;
  return measures;
}
