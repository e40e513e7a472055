import { type GivenFile, longestManifest } from '../../core/release.ts';

/** What was chosen: the text of the one manifest among it, `null` where there is not exactly one, and the other files. */
export interface ChosenFiles {
  readonly manifest: string | null;
  readonly others: readonly GivenFile[];
}

const isManifest = ({ name, size }: File): boolean => /\.json$/iu.test(name) && size <= longestManifest;

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function measure(file: File): Promise<GivenFile> {
  const bytes = await file.arrayBuffer();
  return { name: file.name, size: bytes.byteLength, sha256: hexOf(await crypto.subtle.digest('SHA-256', bytes)) };
}

/** Reads the files in the page: they go nowhere, only their sizes and SHA-256 do. Rejects where one cannot be read. */
export async function measureFiles(files: readonly File[]): Promise<ChosenFiles> {
  const [manifest, ...more] = files.filter(isManifest);
  const others: GivenFile[] = [];
  // One after the other: an installer is large.
  for (const file of files) if (!isManifest(file)) others.push(await measure(file));
  return { manifest: manifest && more.length === 0 ? await manifest.text() : null, others };
}
