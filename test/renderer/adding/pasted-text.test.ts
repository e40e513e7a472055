import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../renderer/adding/encode-base64.ts';
import { isWorkFile } from '../../../renderer/adding/is-work-file.ts';
import { fileOfPasted, proposeName, readPasted } from '../../../renderer/adding/pasted-text.ts';
import { hardText } from '../../support/hard-text.ts';

const clipboard = (text: string, html: string) => ({
  getData: (type: string) => (type === 'text/html' ? html : text),
});

describe('pasted words', () => {
  it('are taken with their looks where those are known, and not where there are no words', () => {
    expect(readPasted(clipboard('Words', '<p>Words</p>'))).toEqual({ text: 'Words', html: '<p>Words</p>' });
    expect(readPasted(clipboard('Words', ' '))).toEqual({ text: 'Words', html: null });
    expect(readPasted(clipboard(' \n', '<img src="x">'))).toBeNull();
  });

  it('are named by their first words', () => {
    expect(proposeName('\n  Заява: «Пра катаванні»?\r\nMore')).toBe('Заява «Пра катаванні»');
    expect(proposeName('a/b\\c:d*e?f"g<h>i|j\u0000k')).toBe('a b c d e f g h i j k');
    expect(proposeName('word '.repeat(40))).toBe('word '.repeat(12).trim());
    expect(proposeName(' \n ')).toBe('');
  });

  it('have a name that every system takes, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hardText), (text) => {
        const name = proposeName(text);
        expect(name.length).toBeLessThanOrEqual(60);
        expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]/u);
        expect(name).toBe(name.trim());
      }),
    );
  });

  it('become a file in UTF-8 that has exactly them, as plain text or as a page that says its encoding', async () => {
    const text = 'Крыніца “ў” 👀\n\tend ';
    const plain = await fileOfPasted({ text, html: null }, 'Ліст / 1').open();
    expect([plain.name, await plain.text()]).toEqual(['Ліст 1.txt', text]);
    const page = await fileOfPasted({ text, html: '<p>ў</p>' }, 'Page').open();
    expect([page.name, await page.text()]).toEqual(['Page.html', '<!doctype html>\n<meta charset="utf-8">\n<p>ў</p>']);
  });
});

describe('Base64', () => {
  it('gives back what went in, however long it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
    const long = new Uint8Array(200_001).map((_, at) => (at * 7) % 256);
    expect(encodeBase64(long)).toBe(Buffer.from(long).toString('base64'));
  });

  it('is the browser’s own where it has it', () => {
    const bytes = Object.assign(new Uint8Array([1]), { toBase64: () => 'own' });
    expect(encodeBase64(bytes)).toBe('own');
  });
});

describe('a file of work', () => {
  it('is known by its name', () => {
    expect(['a.attest', 'A.QDPX', 'b.qdc', 'c.sqlite3', 'd.jsonld'].filter(isWorkFile)).toHaveLength(5);
    expect(['a.pdf', 'attest', 'a.attest.txt', 'b.json', 'codebook.csv'].filter(isWorkFile)).toEqual([]);
  });
});
