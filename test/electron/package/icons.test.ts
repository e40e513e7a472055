import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeIcns } from '../../../electron/package/encode-icns.mjs';
import { encodeIco } from '../../../electron/package/encode-ico.mjs';
import { readPixels } from '../../../electron/package/read-pixels.mjs';
import { projectRoot } from '../../support/runtime.ts';

const icons = join(projectRoot, 'electron/package/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const readPng = (size: number): Buffer => readFileSync(join(icons, 'png', `${size}x${size}.png`));

/** The pictures of an .ico: of a small one its pixels from the top, of a large one its PNG. */
function readIco(file: Buffer): { size: number; body: Buffer }[] {
  expect([...file.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  return Array.from({ length: file.readUInt16LE(4) }, (_item, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    return { size: file[at] || 256, body: file.subarray(offset, offset + length) };
  });
}

/** The pixels of a bitmap in an .ico as RGBA from the top. */
function readBitmap(size: number, body: Buffer): Buffer {
  expect([body.readUInt32LE(0), body.readInt32LE(4), body.readInt32LE(8)]).toEqual([40, size, 2 * size]);
  const pixels = Buffer.alloc(4 * size * size);
  for (let at = 0; at < pixels.length; at += 4) {
    const row = size - 1 - Math.floor(at / (4 * size));
    const from = 40 + 4 * size * row + (at % (4 * size));
    pixels.set([body[from + 2], body[from + 1], body[from], body[from + 3]].map(Number), at);
  }
  return pixels;
}

/** The PNGs of an .icns by their kind. */
function readIcns(file: Buffer): Map<string, Buffer> {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const blocks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    blocks.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  }
  return blocks;
}

describe('the icon', () => {
  it('is drawn in every size, on nothing, in our colours', () => {
    expect(readdirSync(join(icons, 'png')).sort()).toEqual(sizes.map((size) => `${size}x${size}.png`).sort());
    for (const size of sizes) {
      const { width, height, pixels } = readPixels(readPng(size));
      expect([width, height, pixels[3]]).toEqual([size, size, 0]);
      const topCentre = 4 * (size * Math.floor(size * 0.14) + size / 2);
      expect([...pixels.subarray(topCentre, topCentre + 4)], `${size}`).toEqual([0x1f, 0x4e, 0x79, 0xff]);
    }
  });

  it('is the same picture for Windows, in pixels where they are few', () => {
    const pictures = readIco(readFileSync(join(icons, 'attest.ico')));
    expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, body } of pictures) {
      if (size === 256) expect(body.equals(readPng(size))).toBe(true);
      else expect(readBitmap(size, body).equals(readPixels(readPng(size)).pixels), `${size}`).toBe(true);
    }
  });

  it('is the same picture for macOS, for both kinds of screen', () => {
    const blocks = readIcns(readFileSync(join(icons, 'attest.icns')));
    const expected = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
    expect([...blocks.keys()]).toEqual(Object.keys(expected));
    for (const [kind, size] of Object.entries(expected))
      expect(blocks.get(kind)?.equals(readPng(size)), kind).toBe(true);
  });
});

it('the icon of an archive is there for both systems that show one', () => {
  expect(readIco(readFileSync(join(icons, 'archive.ico'))).map(({ size }) => size)).toContain(256);
  expect(readIcns(readFileSync(join(icons, 'archive.icns'))).has('ic10')).toBe(true);
});

describe('an encoder', () => {
  it('is exact about the mask of a bitmap, whose rows are of four bytes each', () => {
    const picture = { size: 24, png: new Uint8Array(), pixels: new Uint8Array(4 * 24 * 24).fill(7) };
    expect(readIco(encodeIco([picture]))[0]?.body.length).toBe(40 + 4 * 24 * 24 + 4 * 24);
  });

  it('says which picture is missing', () => {
    expect(() => encodeIcns(new Map([[32, new Uint8Array()]]))).toThrow('64 pixels');
  });
});
