import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { makeKeys, signRelease } from '../../electron/launch/sign-release.mjs';
import { test } from '../support/app-fixture.ts';
import { projectRoot } from '../support/runtime.ts';

const installer = 'Attest-99.1.0.AppImage';

/** A program that knows one key, and a folder with releases that are signed with it. */
const signed = test.extend<{ stick: string }>({
  stick: async ({ scratchFolder }, use) => {
    const project = join(scratchFolder, 'makers');
    const stick = join(scratchFolder, 'stick');
    await mkdir(stick);
    await cp(join(projectRoot, 'resources'), join(project, 'resources'), { recursive: true });
    const key = join(scratchFolder, 'private.pem');
    await makeKeys(key, project);
    await writeFile(join(stick, installer), 'the program');
    await signRelease({ folder: stick, key, version: '99.1.0', date: '2026-11-22', project });
    await signRelease({ folder: stick, key, version: '0.0.1', date: '2020-01-02', project });
    await use(stick);
  },
  collection: async ({ scratchFolder, stick }, use) => {
    await use(join(scratchFolder, stick === '' ? '' : 'makers', 'resources'));
  },
});

async function openCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' }).click();
  await page.getByRole('button', { name: 'Check an update file…' }).click();
  await expect(page.getByRole('dialog', { name: 'Check an update file' })).toBeVisible();
}

signed('an update that was carried here is checked in the window', async ({ page, stick, runtime }) => {
  signed.skip(runtime !== 'browser', 'only the browser edition takes a program with a key');
  await openCheck(page);
  const choose = (...names: string[]) =>
    page.getByTestId('update-files').setInputFiles(names.map((name) => join(stick, name)));
  const verdict = page.getByTestId('update-verdict');

  await choose('attest-release-99.1.0.json', installer);
  await expect(verdict).toContainText('Attest 99.1.0 of 22 November 2026 is signed by the makers of Attest.');
  await expect(verdict).toContainText(`${installer} is as it was signed.`);
  await expect(verdict).toContainText('newer than this Attest');

  await choose('attest-release-99.1.0.json');
  await expect(verdict).toContainText('The installer itself was not checked');
  await choose(installer);
  await expect(verdict).toContainText('Choose one manifest');
  await choose('attest-release-0.0.1.json', installer);
  await expect(verdict).toContainText('It is older than this Attest');

  await writeFile(join(stick, installer), 'the Program');
  await choose('attest-release-99.1.0.json', installer);
  await expect(verdict).toContainText(`${installer} is not as it was signed. Do not install it.`);
  await expect(verdict).not.toContainText('newer than');

  const manifest = await readFile(join(stick, 'attest-release-99.1.0.json'), 'utf8');
  await writeFile(join(stick, 'attest-release-99.1.0.json'), manifest.replace('99.1.0', '99.1.1'));
  await choose('attest-release-99.1.0.json', installer);
  await expect(verdict).toContainText('was changed after it was signed');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' })).toBeFocused();
});
