import type { Page } from '@playwright/test';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { PainterName } from './painters-page.ts';
import { scrollThrough } from './scroll-through.ts';
import { type FrameSummary, summariseFrames } from './statistics.ts';

/** What one page load of one painter showed; times in milliseconds. */
export interface PainterMeasures {
  readonly paintMs: number;
  readonly addMs: number;
  readonly scroll: FrameSummary;
}

const scrollSteps = 300;
const restMs = 400;

/** What is to be painted: a text, its highlights, and one more that is in sight at its top. */
export interface Material {
  readonly text: string;
  readonly highlights: readonly PlacedHighlight[];
  readonly another: PlacedHighlight;
}

/** Loads `html` afresh and lets one painter paint everything, add one highlight and be scrolled through. */
export async function measurePainter(
  page: Page,
  html: string,
  name: PainterName,
  { text, highlights, another }: Material,
): Promise<PainterMeasures> {
  await page.setContent(html);
  await page.evaluate((shown) => window.painterBench.showText(shown), text);
  await page.waitForTimeout(restMs);
  const paintMs = await page.evaluate(([painter, items]) => window.painterBench.timePainting(painter, items), [
    name,
    highlights,
  ] as const);
  await page.waitForTimeout(restMs);
  const addMs = await page.evaluate((item) => window.painterBench.timeAdding(item), another);
  await page.waitForTimeout(restMs);
  const scroll = summariseFrames(await scrollThrough(page, 'html', scrollSteps));
  return { paintMs, addMs, scroll };
}
