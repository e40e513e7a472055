import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { encodeIcns } from './encode-icns.mjs';
import { encodeIco } from './encode-ico.mjs';
import { readPixels } from './read-pixels.mjs';

// `npm run icons -- /path/to/chromium`: after a change of one of the two drawings. What it writes is committed, so that
// packages are made without it.
const folder = join(import.meta.dirname, 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} svg @param {number} size */
async function drawPicture(page, svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html, body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  return { size, png, pixels: readPixels(png).pixels };
}

/** @param {Page} page @param {'attest' | 'archive'} name */
async function drawIcon(page, name) {
  const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
  const pictures = [];
  for (const size of sizes) pictures.push(await drawPicture(page, svg, size));
  const forWindows = pictures.filter(({ size }) => windowsSizes.includes(size));
  await writeFile(join(folder, `${name}.ico`), encodeIco(forWindows));
  await writeFile(join(folder, `${name}.icns`), encodeIcns(new Map(pictures.map(({ size, png }) => [size, png]))));
  return pictures;
}

const executablePath = process.argv[2];
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  // Chromium's sandbox does not work for root; the page has nothing but our own drawings.
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const page = await browser.newPage();
  const pictures = await drawIcon(page, 'attest');
  await drawIcon(page, 'archive');
  await mkdir(join(folder, 'png'), { recursive: true });
  for (const { size, png } of pictures) await writeFile(join(folder, 'png', `${size}x${size}.png`), png);
} finally {
  await browser.close();
}
