import { createCipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passphraseKey } from '../../../../electron/store/vault/scrypt-cost.ts';
import { sealBytes } from '../../../../electron/store/vault/seal.ts';
import { finish, unsealInSteps } from '../../../../electron/store/vault/unseal.ts';
import { unwrapKey } from '../../../../electron/store/vault/wrapped-key.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('the building blocks give the answers of their standards', () => {
  it('AES-256-GCM: test case 14 of the GCM specification (NIST SP 800-38D)', () => {
    const wrapped = {
      nonce: '00'.repeat(12),
      key: 'cea7403d4d606b6e074ec5d3baf39d18',
      tag: 'd0d1c8a799996bf0265b98b5d48ab919',
    };
    expect(unwrapKey(wrapped, Buffer.alloc(32), '')).toEqual(Buffer.alloc(16));
    expect(unwrapKey({ ...wrapped, tag: `e${wrapped.tag.slice(1)}` }, Buffer.alloc(32), '')).toBeNull();
  });

  it('AES-256-GCM with associated data: test case 16', () => {
    const cipher = createCipheriv(
      'aes-256-gcm',
      bytes('feffe9928665731c6d6a8f9467308308'.repeat(2)),
      bytes('cafebabefacedbaddecaf888'),
    );
    cipher.setAAD(bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2'));
    const plain =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    const sealed = Buffer.concat([cipher.update(bytes(plain)), cipher.final()]).toString('hex');
    expect(sealed).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    );
    expect(cipher.getAuthTag().toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b');
  });

  it('scrypt: RFC 7914, section 12', async () => {
    const first = await passphraseKey('password', Buffer.from('NaCl'), { N: 1024, r: 8, p: 16 });
    expect(first.toString('hex')).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162');
    const second = await passphraseKey('pleaseletmein', Buffer.from('SodiumChloride'), { N: 16384, r: 8, p: 1 });
    expect(second.toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
  });

  it('HKDF-SHA-256: RFC 5869, test case 1', () => {
    const key = hkdfSync(
      'sha256',
      bytes('0b'.repeat(22)),
      bytes('000102030405060708090a0b0c'),
      bytes('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(Buffer.from(key).toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });
});

describe('a sealed file', () => {
  const key = { dataKey: Buffer.from(Array.from({ length: 32 }, (_, at) => at)), vaultId: 'ab'.repeat(16) };
  const sealed = [
    '9341545345414c0100000000000000050707070707070707070707070707070707070707070707070707070707070707',
    'a91cb181057d0be0000000327ab74d3fa1b4ac03771c6cb996eaa644f328ed3d857025182297c5fcad8d429fc951f7dd',
    'cc464da14493eb21e31f8a20de8ecd6bb7c665b6f8f409352f23f5c7c7c09014c0240a674f5a94bf3431308000000014',
    'cb5eff1f06c9fcceed7b6df23f2016b7bedac30a',
  ].join('');

  it('is the same bytes in every version that writes this format', () => {
    const salt = Buffer.alloc(32, 7);
    const written = sealBytes(key, Buffer.from('Ціханоўская “é” 👩‍👩‍👧'), {
      name: 'workspace.json',
      generation: 5,
      salt,
    });
    expect(written.toString('hex')).toBe(sealed);
  });

  it('can be read in every version that reads this format', () => {
    const plain = finish(unsealInSteps(key, bytes(sealed), 'workspace.json'));
    expect(plain.toString('utf8')).toBe('Ціханоўская “é” 👩‍👩‍👧');
  });
});
