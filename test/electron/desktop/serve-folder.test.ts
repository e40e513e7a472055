import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../../electron/desktop/serve-folder.ts';

let parent = '';
let folder = '';

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'attest-serve-'));
  folder = join(parent, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets', 'код 1.js'), '1');
  await writeFile(join(folder, 'assets', 'font.woff2'), 'font');
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await mkdir(join(parent, 'renderer-other'));
  await writeFile(join(parent, 'renderer-other', 'secret.txt'), 'secret');
});

afterAll(() => rm(parent, { recursive: true }));

const get = (path: string, method = 'GET') => serveFolder(folder, { url: `app://attest${path}`, method });

describe('serveFolder', () => {
  it('gives the page for the root, with its type', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>');
  });

  it('gives files of subfolders, whatever their names, without the query', async () => {
    const script = await get(`/assets/${encodeURIComponent('код 1.js')}?v=2`);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await get('/assets/font.woff2')).headers.get('content-type')).toBe('font/woff2');
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await (await get('/', 'HEAD')).text()).toBe('');
    expect((await get('/', 'POST')).status).toBe(405);
  });

  it.each([
    '/absent.js',
    '/assets',
    '/index.html/more',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2frenderer-other%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
    '/%ff',
    `/${'a'.repeat(5000)}`,
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('never gives a file from outside the folder, and always sends the security policy', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      'assets',
      'secret.txt',
      'renderer-other',
      '//',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const response = await get(`/${parts.join('/')}`);
        expect(await response.text()).not.toBe('secret');
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
        expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('x-dns-prefetch-control')).toBe('off');
      }),
    );
  });
});
