import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const paper = readFileSync(join(project, 'docs/security.md'), 'utf8');

/** The tests the paper names, as a file and a title: `file`: “title”. A title may itself have quotation marks in pairs. */
const named = [...paper.matchAll(/`(test\/[^`]+)`:\s+“((?:[^“”]|“[^”]*”)+)”/gu)].map(([, file = '', title = '']) => ({
  file,
  title: title.replace(/\s+/gu, ' '),
}));

describe('docs/security.md', () => {
  it('names tests that are there, by their titles', () => {
    expect(named.length).toBeGreaterThan(30);
    const missing = named.filter(({ file, title }) => {
      const path = join(project, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
    });
    expect(missing).toEqual([]);
  });

  it('has all twenty items of Electron’s checklist, in order', () => {
    const items = [...paper.matchAll(/^\| (\d+) \|/gmu)].map(([, item]) => Number(item));
    expect(items).toEqual(Array.from({ length: 20 }, (_item, index) => index + 1));
  });

  it('has no row of a table without a test', () => {
    const [, hardened = ''] = /^## Hardened$(.*?)^## /msu.exec(paper) ?? [];
    const rows = hardened.split('\n').filter((row) => /^\| /u.test(row) && !/^\|[\s|-]+$|\| test \|$/u.test(row));
    expect(rows.filter((row) => !/`test\/|\| as \d+ \|$/u.test(row))).toEqual([]);
  });
});
