import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';

/** One file of the reader. */
export interface StaticFile {
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** The reader's files by the path of their address; `/` is the page itself. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built reader into memory. Only regular files that are in `folder` now can ever be served, so no address can
 * reach outside it, and a build during the session does not take the files away. Fails where there is no reader.
 */
export async function loadStaticFiles(folder: string): Promise<Result<StaticFiles>> {
  const files = new Map<string, StaticFile>();
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const mimeType = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { mimeType, content: await readFile(path) });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('unreadable', `The reader in ${folder} cannot be read (${reason}). Build Attest again.`);
  }
  const page = files.get('/index.html');
  if (!page) return fail('not-found', `There is no reader in ${folder}. Build Attest again.`);
  return succeed(files.set('/', page));
}

/** The file at the path of an address, percent-encoded as in a URL; `null` where there is none. */
export function findStaticFile(files: StaticFiles, pathname: string): StaticFile | null {
  try {
    return files.get(decodeURIComponent(pathname)) ?? null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
