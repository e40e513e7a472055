import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { contentSecurityPolicy } from '../services/content-security-policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

const safetyHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
};

function refuse(status: number, reason: string): Response {
  return new Response(reason, {
    status,
    headers: { ...safetyHeaders, 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** The file that an address means, or `null` where it is malformed or points out of the folder. */
function fileFor(folder: string, url: string): string | null {
  const root = resolve(folder);
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null; // A malformed address or percent code.
  }
  if (path.includes('\0')) return null;
  const file = resolve(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root + sep) ? file : null;
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/**
 * Answers a request with a file of `folder`, by the path of its address; a path ending in `/` means `index.html`. Every
 * answer carries the content security policy. 404 for what is not in the folder, 405 for anything but GET and HEAD.
 */
export async function serveFolder(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only reading is possible here.');
  const file = fileFor(folder, request.url);
  if (file === null) return refuse(404, 'There is no such file.');
  try {
    const content = await readFile(file);
    const contentType = contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return new Response(request.method === 'HEAD' ? null : content, {
      headers: { ...safetyHeaders, 'content-type': contentType },
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (absent.has(code)) return refuse(404, 'There is no such file.');
    throw error;
  }
}
