import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { cpSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { longestManifest, type ReleaseFile, standingOf } from '../../../../core/release.ts';
import { makeKeys, signRelease } from '../../../../electron/launch/sign-release.mjs';
import { checkRelease } from '../../../../electron/services/update/check-release.ts';
import { checkUpdateFile } from '../../../../electron/services/update/check-update-file.ts';
import { readReleaseKeys } from '../../../../electron/services/update/release-keys.ts';
import { verifyRelease } from '../../../../electron/services/update/verify-release.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const installers = ['Attest-0.2.0.AppImage', 'Attest-0.2.0.deb'] as const;

/** A project with one key, a private key outside of it, and a folder with a signed release. */
interface Ground {
  readonly project: string;
  readonly resources: string;
  readonly key: string;
  readonly folder: string;
  readonly manifest: string;
}

async function layGround(): Promise<Ground> {
  const room = await temporaryFolder();
  const project = join(room, 'project');
  const folder = join(room, 'stick');
  await mkdir(project);
  await mkdir(folder);
  const key = join(room, 'private.pem');
  await makeKeys(key, project);
  for (const name of installers) await writeFile(join(folder, name), `The program ${name} ’ “Źмена” \u{1F54A}`);
  const manifest = await signRelease({ folder, key, version: '0.2.0', date: '2026-11-22', project });
  return { project, resources: join(project, 'resources'), key, folder, manifest };
}

let ground: Ground;
beforeEach(async () => {
  ground = await layGround();
});

const check = (path = ground.manifest, version = '0.1.0') =>
  checkUpdateFile(path, { version, resources: ground.resources });

async function faultOf(outcome: ReturnType<typeof check>): Promise<string> {
  const checked = await outcome;
  return checked.ok ? '' : checked.fault.message;
}

/** Writes the manifest anew with something changed in it, in the one way it may be written. */
async function rewrite(change: (release: Record<string, unknown>) => void, key?: KeyObject): Promise<void> {
  const { signature, ...release } = JSON.parse(await readFile(ground.manifest, 'utf8'));
  change(release);
  const value = key ? sign(null, Buffer.from(JSON.stringify(release, null, 2)), key).toString('hex') : signature.value;
  const signed = { ...release, signature: { ...signature, value } };
  await writeFile(ground.manifest, `${JSON.stringify(signed, null, 2)}\n`);
}

const privateKey = async (): Promise<KeyObject> => createPrivateKey(await readFile(ground.key, 'utf8'));

describe('a release that was carried here by hand', () => {
  it('is good as it was signed, from its manifest and from an installer', async () => {
    const whole = { version: '0.2.0', date: '2026-11-22', running: '0.1.0', standing: 'newer' };
    const both = installers.map((name) => ({ name, state: 'whole' }));
    expect(await check()).toMatchObject({ ok: true, value: { ...whole, files: both, absent: [] } });
    expect(await check(join(ground.folder, installers[1]))).toMatchObject({
      ok: true,
      value: { ...whole, files: [both[1]], absent: [installers[0]] },
    });
  });

  it('says which of its files are not here', async () => {
    await rm(join(ground.folder, installers[0]));
    expect(await check()).toMatchObject({
      value: { files: [{ name: installers[1], state: 'whole' }], absent: [installers[0]] },
    });
  });

  it('is refused with any single bit of its manifest changed', async () => {
    const bytes = await readFile(ground.manifest);
    const keys = await readReleaseKeys(ground.resources);
    expect(verifyRelease(bytes.toString('utf8'), keys).ok).toBe(true);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifyRelease(changed.toString('utf8'), keys).ok, `bit ${bit}`).toBe(false);
    }
  });

  it('is refused with bytes before, after or taken from its manifest', async () => {
    const text = await readFile(ground.manifest, 'utf8');
    const keys = await readReleaseKeys(ground.resources);
    const changed = [`\uFEFF${text}`, ` ${text}`, `${text}\n`, text.slice(0, -1), text.replaceAll('\n', '\r\n'), ''];
    for (const each of changed) expect(verifyRelease(each, keys).ok).toBe(false);
    for (let length = 0; length < text.length; length += 1) {
      expect(verifyRelease(text.slice(0, length), keys).ok).toBe(false);
    }
  });

  it('has any single changed bit of an installer seen', async () => {
    const path = join(ground.folder, installers[0]);
    const bytes = await readFile(path);
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await writeFile(path, changed);
      expect(await check(path)).toMatchObject({ value: { files: [{ state: 'altered' }] } });
    }
    await writeFile(path, bytes);
    expect(await check(path)).toMatchObject({ value: { files: [{ state: 'whole' }] } });
    await writeFile(path, Buffer.concat([bytes, Buffer.of(0)]));
    expect(await check(path)).toMatchObject({ value: { files: [{ state: 'altered' }] } });
    await writeFile(path, bytes.subarray(1));
    expect(await check(path)).toMatchObject({ value: { files: [{ state: 'altered' }] } });
  });

  it('has two installers that changed places seen', async () => {
    const [one, other] = installers.map((name) => join(ground.folder, name));
    await rename(one ?? '', `${one}.aside`);
    await rename(other ?? '', one ?? '');
    await rename(`${one}.aside`, other ?? '');
    expect(await check()).toMatchObject({ value: { files: [{ state: 'altered' }, { state: 'altered' }] } });
  });

  it('is refused when somebody else signed it, also under the name of a known key', async () => {
    const { privateKey: stranger } = generateKeyPairSync('ed25519');
    await rewrite(() => undefined, stranger);
    expect(await faultOf(check())).toContain('was changed after it was signed');
    const elsewhere = await layGround();
    await writeFile(ground.manifest, await readFile(elsewhere.manifest));
    expect(await faultOf(check())).toContain('which this Attest does not know');
  });

  it('is refused when its signature was cut out, or is that of another release', async () => {
    const text = await readFile(ground.manifest, 'utf8');
    const { signature, ...release } = JSON.parse(text);
    await writeFile(ground.manifest, `${JSON.stringify(release, null, 2)}\n`);
    expect(await faultOf(check())).toContain('not the manifest of a release as it was signed');
    await signRelease({ ...ground, version: '0.3.0', date: '2026-11-23' });
    const later = JSON.parse(await readFile(join(ground.folder, 'attest-release-0.3.0.json'), 'utf8'));
    await writeFile(ground.manifest, `${JSON.stringify({ ...later, signature }, null, 2)}\n`);
    expect(await faultOf(check())).toContain('was changed after it was signed');
  });

  it('is told to be older or the same', async () => {
    expect(await check(ground.manifest, '0.2.1')).toMatchObject({ value: { standing: 'older' } });
    expect(await check(ground.manifest, '0.2.0')).toMatchObject({ value: { standing: 'same' } });
    expect(standingOf('0.10.0', '0.9.9')).toBe('newer');
    expect(standingOf('1.0.0', '0.65535.65535')).toBe('newer');
    expect(standingOf('2.0.9', '2.0.10')).toBe('older');
  });

  it('cannot name a file of another folder, though it were signed', async () => {
    const own = await privateKey();
    await writeFile(join(ground.folder, '..', 'outside'), 'x');
    const names = [
      '../outside',
      '..\\outside',
      '/etc/passwd',
      'C:\\x',
      'a/b',
      '..',
      '.hidden',
      'a\u0000b',
      'ä.deb',
      'a b',
    ];
    for (const name of names) {
      await rewrite((release) => {
        release['files'] = [{ name, size: 1, sha256: '0'.repeat(64) }];
      }, own);
      expect(await faultOf(check()), name).toContain('not the manifest of a release as it was signed');
    }
  });

  it('cannot be signed twice over: doubled names, doubled fields, sizes and versions that are none', async () => {
    const own = await privateKey();
    const file = { name: 'a.deb', size: 1, sha256: '0'.repeat(64) };
    const changes: Record<string, unknown>[] = [
      { files: [file, { ...file, name: 'A.deb' }] },
      { files: [] },
      { files: [{ ...file, size: -1 }] },
      { files: [{ ...file, size: 1e99 }] },
      { files: [{ ...file, sha256: 'F'.repeat(64) }] },
      { files: [{ ...file, url: 'x' }] },
      { version: '0.2' },
      { version: '0.02.0' },
      { version: '99999999999.0.0' },
      { date: '2026-13-01' },
      { also: 1 },
    ];
    for (const change of changes) {
      await rewrite((release) => Object.assign(release, change), own);
      expect(await faultOf(check()), JSON.stringify(change)).toContain('not the manifest of a release');
    }
    const text = (await readFile(ground.manifest, 'utf8')).replace('"version"', '"version": "9.9.9",\n  "version"');
    await writeFile(ground.manifest, text);
    expect(await faultOf(check())).toContain('not the manifest of a release');
  });

  it('is not read where its manifest is huge, a folder or a link', async () => {
    await truncate(ground.manifest, longestManifest + 1);
    expect(await faultOf(check())).toContain('too large');
    await rm(ground.manifest);
    expect(await faultOf(check())).toContain('There is no file');
    await mkdir(ground.manifest);
    expect(await faultOf(check())).toContain('not an ordinary file');
    const path = join(ground.folder, installers[0]);
    await rename(path, `${path}.aside`);
    await symlink(`${path}.aside`, path);
    expect(await faultOf(check(path))).toContain('not an ordinary file');
  });

  it('is not found beside an installer that no manifest names, or two do', async () => {
    const other = join(ground.folder, 'Other.deb');
    await writeFile(other, 'x');
    expect(await faultOf(check(other))).toContain('there is no file attest-release-….json that names it');
    cpSync(ground.manifest, join(ground.folder, 'attest-release-copy.json'));
    expect(await faultOf(check(join(ground.folder, installers[0])))).toContain('several files');
  });

  it('made for a later Attest is said to be that, and is not called good', async () => {
    await rewrite(
      (release) => {
        release['formatVersion'] = 2;
      },
      await privateKey(),
    );
    expect(await faultOf(check())).toContain('check it with a newer Attest');
  });

  it('knows a file by its bytes, whatever a download has called it', async () => {
    const text = await readFile(ground.manifest, 'utf8');
    const [first] = JSON.parse(text).files as [ReleaseFile];
    const program = { version: '0.1.0', resources: ground.resources };
    const renamed = { ...first, name: 'Attest-0.2.0 (1).AppImage' };
    const foreign = { name: 'x.deb', size: 1, sha256: '0'.repeat(64) };
    expect(await checkRelease(text, [renamed, foreign], program)).toMatchObject({
      value: { files: [{ state: 'whole' }, { state: 'foreign' }], absent: [installers[1]] },
    });
  });
});

describe('the keys', () => {
  it('are none in a program whose makers have made none: that is said, and nothing is called good', async () => {
    await rm(join(ground.resources, 'release-keys'), { recursive: true });
    expect(await faultOf(check())).toContain('has no key to check releases with');
  });

  it('take a second one beside the first, so that they can be changed', async () => {
    const next = join(ground.project, '..', 'next.pem');
    await makeKeys(next, ground.project);
    await signRelease({ ...ground, key: next, version: '0.3.0', date: '2026-12-01' });
    expect(await check(join(ground.folder, 'attest-release-0.3.0.json'))).toMatchObject({
      value: { version: '0.3.0' },
    });
    expect(await check()).toMatchObject({ value: { version: '0.2.0' } });
  });

  it('are never private ones, nor of another kind', async () => {
    const path = join(ground.resources, 'release-keys', 'a.pem');
    cpSync(ground.key, path);
    await expect(readReleaseKeys(ground.resources)).rejects.toThrow('no public key');
    const { publicKey } = generateKeyPairSync('ed448');
    await writeFile(path, publicKey.export({ type: 'spki', format: 'pem' }));
    await expect(readReleaseKeys(ground.resources)).rejects.toThrow('no key for Ed25519');
  });

  it('are made for their owner alone, never in the project, and never over another one', async () => {
    const inside = join(ground.project, 'private.pem');
    await expect(makeKeys(inside, ground.project)).rejects.toThrow('is in the project');
    const link = join(ground.project, '..', 'link');
    await symlink(ground.project, link);
    await expect(makeKeys(join(link, 'private.pem'), ground.project)).rejects.toThrow('is in the project');
    await expect(makeKeys(ground.key, ground.project)).rejects.toThrow('EEXIST');
    expect((await stat(ground.key)).mode & 0o777).toBe(0o600);
    await chmod(ground.key, 0o644);
    await expect(signRelease({ ...ground, version: '0.2.0', date: '2026-11-22' })).rejects.toThrow('Other accounts');
  });
});

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

const derOf = (head: string, hex: string): Buffer => Buffer.from(head + hex, 'hex');

describe('Ed25519 as this program has it', () => {
  it.each(vectors)('signs and checks as RFC 8032 says (%s)', (secret, open, message, signature) => {
    const own = createPrivateKey({
      key: derOf('302e020100300506032b657004220420', secret),
      format: 'der',
      type: 'pkcs8',
    });
    const known = createPublicKey({ key: derOf('302a300506032b6570032100', open), format: 'der', type: 'spki' });
    const bytes = Buffer.from(message, 'hex');
    expect(sign(null, bytes, own).toString('hex')).toBe(signature);
    expect(verify(null, bytes, known, Buffer.from(signature, 'hex'))).toBe(true);
    for (let bit = 0; bit < 512; bit += 1) {
      const changed = Buffer.from(signature, 'hex');
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verify(null, bytes, known, changed)).toBe(false);
    }
  });

  it('takes no signature whose second half is beyond the order of the group', () => {
    const [, open, message, signature] = vectors[1];
    const known = createPublicKey({ key: derOf('302a300506032b6570032100', open), format: 'der', type: 'spki' });
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const little = Buffer.from(signature.slice(64), 'hex').reverse().toString('hex');
    const beyond = (BigInt(`0x${little}`) + order).toString(16).padStart(64, '0');
    const other = signature.slice(0, 64) + Buffer.from(beyond, 'hex').reverse().toString('hex');
    expect(verify(null, Buffer.from(message, 'hex'), known, Buffer.from(other, 'hex'))).toBe(false);
  });
});
