import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Passphrases } from '../../../electron/cli/passphrases.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function given(bytes: Uint8Array | string) {
  const path = join(await temporaryFolder(), 'passphrase');
  await writeFile(path, bytes);
  return new Passphrases({ kind: 'file', path }, undefined);
}

const word = 'жоўтая цэгла 🕊';

describe('a file with passphrases', () => {
  it.each([
    ['UTF-8', Buffer.from(`${word}\nnext`)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${word}\nnext\n`)],
    ['UTF-8 with line ends of Windows', Buffer.from(`${word}\r\nnext\r\n`)],
    ['UTF-8 with line ends of old Macs', Buffer.from(`${word}\rnext\r`)],
  ])('is read in %s', async (_, bytes) => {
    const passphrases = await given(bytes);
    expect(await passphrases.next('Passphrase')).toEqual({ ok: true, value: word });
    expect(await passphrases.next('New passphrase')).toEqual({ ok: true, value: 'next' });
    expect(await passphrases.next('Another')).toMatchObject({ ok: false });
  });

  it.each([
    ['CP1251', Buffer.from([0xe6, 0xee, 0xa2, 0xf2, 0xe0, 0xff])],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${word}`, 'utf16le')],
    ['UTF-16 without one, of Latin letters', Buffer.from('correct horse', 'utf16le')],
    ['UTF-8 that was decoded wrongly before', Buffer.from('жо\uFFFDтая')],
    ['UTF-8 with a tab', Buffer.from('two\twords')],
    ['UTF-8 with a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80])],
  ])('is refused in %s, in one sentence without its words', async (_, bytes) => {
    const read = await (await given(bytes)).next('Passphrase');
    expect(read).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(JSON.stringify(read)).toContain('is not plain text in UTF-8');
    expect(JSON.stringify(read)).not.toMatch(/correct|words/u);
  });
});
