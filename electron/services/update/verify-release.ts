import { verify } from 'node:crypto';
import { z } from 'zod';
import { longestManifest, Release } from '../../../core/release.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { ReleaseKey } from './release-keys.ts';

/** A manifest as it lies beside the installers; written in hex, of which one spelling only is good. */
const SignedRelease = Release.extend({
  signature: z.strictObject({ key: z.string().regex(/^[0-9a-f]{32}$/u), value: z.string().regex(/^[0-9a-f]{128}$/u) }),
});
type SignedRelease = z.infer<typeof SignedRelease>;

const releaseOf = ({ format, formatVersion, version, date, files }: SignedRelease): Release => ({
  format,
  formatVersion,
  version,
  date,
  files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
});

/** What is signed: the manifest as JSON, indented by two spaces, without its signature. */
const signedText = (release: Release): string => JSON.stringify(release, null, 2);

/** The one way to write a manifest. */
function writeManifest(signed: SignedRelease): string {
  const { key, value } = signed.signature;
  return `${JSON.stringify({ ...releaseOf(signed), signature: { key, value } }, null, 2)}\n`;
}

const notWhole = () =>
  fail(
    'invalid',
    say(
      /*i18n*/ 'This is not the manifest of a release as it was signed: get the file attest-release-….json of the release anew, and install nothing until it is good.',
    ),
  );

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Made for a later Attest: it is not judged, and not called damaged either. */
const LaterRelease = z.object({ format: z.literal('attest-release'), formatVersion: z.int().min(2) });

/** Reads a manifest without looking at its signature: for nothing but finding the one that belongs to an installer. */
export function readManifest(text: string): Result<SignedRelease> {
  if (Buffer.byteLength(text) > longestManifest) return notWhole();
  const value = parse(text);
  if (LaterRelease.safeParse(value).success) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The manifest is written in a way that this Attest does not know: check it with a newer Attest, or by the SHA-256 that its makers have published.',
      ),
    );
  }
  const read = SignedRelease.safeParse(value);
  // What is not signed, as white space or the order of fields, is not free to change either.
  return read.success && writeManifest(read.data) === text ? succeed(read.data) : notWhole();
}

/** A release whose signature is good, and the id of the key that it is signed with. */
export interface VerifiedRelease {
  readonly release: Release;
  readonly key: string;
}

/** Checks the text of a manifest against `keys`. Fails with one sentence where it is not, bit for bit, what was signed. */
export function verifyRelease(text: string, keys: readonly ReleaseKey[]): Result<VerifiedRelease> {
  if (keys.length === 0) {
    return fail(
      'not-found',
      say(
        /*i18n*/ 'This Attest has no key to check releases with, because its makers have published none yet: compare the SHA-256 of the installer with one from a source that you trust.',
      ),
    );
  }
  const read = readManifest(text);
  if (!read.ok) return read;
  const release = releaseOf(read.value);
  const { key: id, value } = read.value.signature;
  const known = keys.find((key) => key.id === id);
  if (!known) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The release is signed with the key {id}, which this Attest does not know: do not install it, unless its makers have told you in another way that this key is theirs.',
        { id },
      ),
    );
  }
  const isGood = verify(null, Buffer.from(signedText(release)), known.key, Buffer.from(value, 'hex'));
  return isGood
    ? succeed({ release, key: id })
    : fail(
        'invalid',
        say(/*i18n*/ 'The manifest of the release was changed after it was signed: do not install what is with it.'),
      );
}
